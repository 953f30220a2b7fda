import type { Instant } from '../time/instant.ts';

/** By when the customer's SLA wants the incident resolved. Management is asked some time before that. */
export interface ResolutionTarget {
  readonly askAt: Instant;
  readonly dueAt: Instant;
  /** Management has been asked. */
  readonly asked?: true | undefined;
  readonly missed?: true | undefined;
}

/** Something that the customer must be told, with a deadline. A promise without times has not begun yet. */
export interface CustomerPromise {
  /** Within its incident: `p1`. */
  readonly id: string;
  /** `decision`: management decided without the customer, because nobody could reach a contact. */
  readonly about: 'copy' | 'incident' | 'repair time' | 'solution' | 'decision';
  /** Of a decision: the id of the request for consent that it answers. */
  readonly consent?: string | undefined;
  readonly madeAt: Instant;
  /** When the SMS to the contacts goes out. Undefined: an operator tells them. */
  readonly tellAt?: Instant | undefined;
  /** The contacts have had their budget of messages: the last state is told from then on. */
  readonly putOffUntil?: Instant | undefined;
  /** When an operator gets a task, unless the contacts were told before. */
  readonly taskAt?: Instant | undefined;
  /** When no SMS leaves, an operator is asked no sooner than this: it ended by itself at night. */
  readonly noOperatorBefore?: Instant | undefined;
  /** By when the contacts must be told. After that the promise is broken, and management hears of it. */
  readonly dueAt?: Instant | undefined;
  /** The expected repair time that the message gives, or gave. */
  readonly expectedAt?: Instant | undefined;
  /** When this expected repair time became the one to tell. */
  readonly newsAt?: Instant | undefined;
  /** The id of the operators' task about it. */
  readonly task?: string | undefined;
  readonly broken?: true | undefined;
  /** Who was told, and by whom. `dropped`: the promise lost its purpose, because a newer message says the same. */
  readonly kept?:
    | { readonly at: Instant; readonly by: 'sms' | 'operator'; readonly names: readonly string[] }
    | { readonly at: Instant; readonly by: 'dropped' }
    | undefined;
}

/** A request for a customer's consent to a drastic action. */
export interface ConsentRequest {
  /** Within its incident: `c1`. */
  readonly id: string;
  /** The four digits with which the customer answers. */
  readonly code: string;
  /** The action, in the engineer's words. */
  readonly action: string;
  /** The responder who asks. */
  readonly by: string;
  readonly askedAt: Instant;
  readonly expiresAt: Instant;
  /** Management was asked to decide: nobody at the customer has answered. */
  readonly decisionAsked?: true | undefined;
  /** The contact who refused the same action before. Whoever is asked again, and whoever hears the answer, reads it. */
  readonly refusedBefore?: string | undefined;
  /** When the SMS to the customer contacts went out. */
  readonly toldAt?: Instant | undefined;
  /** The id of the operators' task about it. */
  readonly task?: string | undefined;
  readonly answer?: ConsentAnswer | undefined;
}

/** The outcome of a request. `decided`: management decided alone, because nobody could reach a customer contact. */
export interface ConsentAnswer {
  readonly kind: 'granted' | 'refused' | 'expired' | 'withdrawn' | 'decided';
  readonly at: Instant;
  /** The customer contact's name. */
  readonly who?: string | undefined;
  readonly path?: AnswerPath | undefined;
  /** Who recorded the answer for the contact, or who decided: an operator's name or a responder's id. */
  readonly by?: string | undefined;
  /** Why management decided. */
  readonly reason?: string | undefined;
}

/** Whether a request still waits for its answer. */
export function isPending({ answer }: ConsentRequest): boolean {
  return answer === undefined;
}

/** What an incident has while it is major. Both engineers work on it, and management speaks with the customer. */
export interface MajorIncident {
  readonly since: Instant;
  /** Who declared it: `severity`, a responder's id or an operator's name. */
  readonly by: string;
  /** The manager who was asked what they and the customer have decided; when for the last time, and how often. */
  readonly asked?: { readonly who: string; readonly at: Instant; readonly times: number } | undefined;
  /** The decision of management and the customer, in the words of the responder who reported it. */
  readonly decision?: { readonly words: string; readonly by: string; readonly at: Instant } | undefined;
}

/** The value of `by` of an incident that is major because its severity is critical. */
export const bySeverity = 'severity';

/** The path by which an answer came. `contact center`: an operator has spoken with the responder. */
export type AnswerPath = 'sms' | 'voice' | 'screen' | 'board' | 'command line' | 'contact center';
