import type { Fault } from '../scenarios/laptop.ts';

/** A drawn night: all that sources and people will do in it, as plain data. Seconds count from its begin. */
export interface Night {
  readonly seed: number;
  readonly startAt: number;
  /** After this time a person resolves what is still open. */
  readonly lastsSeconds: number;
  readonly alarms: readonly AlarmPlan[];
  /** What fails in it: nothing, one thing or two. */
  readonly troubles: readonly Trouble[];
  /** By responder id. */
  readonly responders: Readonly<Record<string, ResponderPlan>>;
  readonly operators: OperatorsPlan;
  readonly customers: CustomersPlan;
}

/** What a source sends about one alarm. */
export interface AlarmPlan {
  /** Seconds after the begin of the night. */
  readonly name: string;
  /** The alarm whose key this one's sender uses as well. @default - its own */
  readonly key?: string | undefined;
  readonly service: string;
  readonly severity?: 'critical' | 'high' | 'low' | undefined;
  readonly summary: string;
  readonly events: readonly AlarmEvent[];
}

export interface AlarmEvent {
  readonly after: number;
  readonly state: 'firing' | 'resolved';
  readonly cells: 'own' | 'other' | 'both';
  /** How long before its sending the event happened: so an event is late, or out of order. */
  readonly lateBy: number;
  /** A severity of its own. @default - that of the alarm */
  readonly severity?: 'critical' | 'high' | 'low' | undefined;
}

/** Something that fails for a while. */
export interface Trouble {
  readonly words: string;
  readonly from: number;
  readonly until: number;
  readonly faults: readonly Fault[];
  /** The promises to customers that it can affect. */
  readonly kind:
    | 'sms'
    | 'silent sms'
    | 'voice'
    | 'tasks'
    | 'table'
    | 'workflow'
    | 'kill'
    | 'reading'
    | 'functions'
    | 'region'
    | 'cut'
    | 'double';
  /** Both regions fail at once: a pair of faults. */
  readonly isInBoth: boolean;
  /** Only the guardians repair it. They run meanwhile. */
  readonly needsGuardians: boolean;
}

/** Each page, call or notice uses the next of these. After the last one the person does nothing. */
export interface ResponderPlan {
  readonly onPage: readonly Move[];
  readonly onNotice: readonly Move[];
  readonly onCall: readonly CallMove[];
}

/** What a person does about a message, and what they do next. */
export type Move = { readonly kind: 'nothing' } | MessageMove;

export interface MessageMove {
  readonly kind: 'says';
  /** Seconds after the message that it answers. */
  readonly after: number;
  readonly what: MessageContent;
  /** The person sends the same again after this many seconds. */
  readonly againAfter?: number | undefined;
  readonly then: readonly MessageMove[];
}

export type MessageContent =
  /**
   * `{code}` stands for the incident's code, `{other}` for another one's. `means` is a meaning of the reply corpus.
   * The message is not plain where the product asks back about what a person would understand.
   */
  | { readonly kind: 'sms'; readonly text: string; readonly means: string; readonly isPlain: boolean }
  | { readonly kind: 'api'; readonly action: string; readonly body: Readonly<Record<string, unknown>> };

/** What happens to a call that rings. Seconds count from the first ring; for a key, from the answer. */
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
  /** Each task in the queue uses the next of these. After the last one nobody looks. */
  readonly onTask: readonly TaskMove[];
  /** Each call to the contact center's number uses the next of these. */
  readonly onCall: readonly CallMove[];
}

export type TaskMove =
  | { readonly kind: 'nothing' }
  | {
      readonly kind: 'handles';
      /** The operator accepts the task in Amazon Connect, or puts it back. Seconds count from its arrival. */
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
  /** The operator sends it twice, as by a double click. */
  readonly twice: boolean;
  /** Another operator has the same screen open, and presses this at the same moment. */
  readonly atOnce?: { readonly finding: Finding; readonly by: string } | undefined;
  /** The operator uses the board instead of the task's own screen. */
  readonly onBoard: boolean;
}

export interface CustomersPlan {
  /** Each request for consent on a contact's phone uses the next of these. */
  readonly onQuestion: readonly CustomerMove[];
  /** Each other message uses the next of these. */
  readonly onNews: readonly CustomerMove[];
}

export type CustomerMove =
  | { readonly kind: 'nothing' }
  /** `{digits}` stands for the digits of the request, `{wrong}` for others. */
  | { readonly kind: 'writes'; readonly after: number; readonly text: string; readonly means: string };
