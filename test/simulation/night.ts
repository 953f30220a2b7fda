import type { Fault } from '../scenarios/laptop.ts';

/** A night as it was drawn: all that sources and people will do in it, as plain data. Seconds count from its begin. */
export interface Night {
  readonly seed: number;
  readonly startAt: number;
  /** After so long a person ends what is still open. */
  readonly lastsSeconds: number;
  readonly alarms: readonly AlarmPlan[];
  readonly trouble?: Trouble | undefined;
  /** By responder id. */
  readonly responders: Readonly<Record<string, ResponderPlan>>;
  readonly operators: OperatorsPlan;
  readonly customers: CustomersPlan;
}

/** What a source sends about one alarm. */
export interface AlarmPlan {
  /** Within the night. */
  readonly name: string;
  readonly service: string;
  readonly severity?: 'critical' | 'high' | 'low' | undefined;
  readonly summary: string;
  readonly events: readonly AlarmEvent[];
}

export interface AlarmEvent {
  readonly after: number;
  readonly state: 'firing' | 'resolved';
  readonly cells: 'own' | 'other' | 'both';
  /** It happened so long before it is sent: late, or out of order. */
  readonly lateBy: number;
}

/** Something that is broken for a while. */
export interface Trouble {
  readonly words: string;
  readonly from: number;
  readonly until: number;
  readonly faults: readonly Fault[];
  /** What it can do to a promise. */
  readonly kind: 'sms' | 'silent sms' | 'voice' | 'tasks' | 'table' | 'workflow' | 'kill' | 'reading';
  /** In both regions at once: a pair of faults. */
  readonly isInBoth: boolean;
  /** Nobody mends it but the guardians, who run meanwhile. */
  readonly needsGuardians: boolean;
}

/** For each page, call or notice that comes, the next of these; past the last one, nothing. */
export interface ResponderPlan {
  readonly onPage: readonly Move[];
  readonly onNotice: readonly Move[];
  readonly onCall: readonly CallMove[];
}

/** What somebody does about a message, and then. */
export type Move = { readonly kind: 'nothing' } | MessageMove;

export interface MessageMove {
  readonly kind: 'says';
  /** Seconds after what it answers. */
  readonly after: number;
  readonly what: MessageContent;
  /** The same, sent once more so many seconds later. */
  readonly againAfter?: number | undefined;
  readonly then: readonly MessageMove[];
}

export type MessageContent =
  /**
   * `{code}` stands for the incident's code, `{other}` for another's. `means`: in the words of the reply corpus; not plain,
   * where it is asked back what a person would understand.
   */
  | { readonly kind: 'sms'; readonly text: string; readonly means: string; readonly isPlain: boolean }
  | { readonly kind: 'api'; readonly action: string; readonly body: Readonly<Record<string, unknown>> };

/** What becomes of a call that rings. Seconds after the first ring; a key, seconds after the answer. */
export type CallMove =
  | { readonly kind: 'rings out' }
  | { readonly kind: 'hangs up' | 'voicemail' | 'answers and says nothing'; readonly after: number }
  | {
      readonly kind: 'presses';
      readonly after: number;
      readonly keyAfter: number;
      readonly keys: readonly ('yes' | 'no' | 'wrong')[];
    };

export interface OperatorsPlan {
  /** For each task that comes into the queue, the next of these; past the last one, nobody looks. */
  readonly onTask: readonly TaskMove[];
  /** For each call to the contact center's number. */
  readonly onCall: readonly CallMove[];
}

export type TaskMove =
  | { readonly kind: 'nothing' }
  | {
      readonly kind: 'handles';
      /** Accepts it in Amazon Connect, or puts it back; seconds after it came. */
      readonly inConnect?:
        | { readonly after: number; readonly action: 'accept' | 'reject' | 'end' }
        | undefined;
      readonly presses: readonly Press[];
    };

/** What an operator has found out, whatever the task is about. */
export type Finding = 'accepted' | 'reached' | 'not reached' | 'management' | 'serious' | 'refused';

export interface Press {
  readonly after: number;
  readonly finding: Finding;
  readonly by: string;
  /** Sent twice, as by a double click. */
  readonly twice: boolean;
  /** Another operator has the same screen open, and presses this at the same moment. */
  readonly atOnce?: { readonly finding: Finding; readonly by: string } | undefined;
  /** On the board instead of the task's own screen. */
  readonly onBoard: boolean;
}

export interface CustomersPlan {
  /** For each question for consent that comes to a contact's phone. */
  readonly onQuestion: readonly CustomerMove[];
  /** For each other message. */
  readonly onNews: readonly CustomerMove[];
}

export type CustomerMove =
  | { readonly kind: 'nothing' }
  /** `{digits}` stands for those of the question, `{wrong}` for others. */
  | { readonly kind: 'writes'; readonly after: number; readonly text: string; readonly means: string };
