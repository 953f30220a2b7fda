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
  /** When an operator gets a task, unless the contacts were told before. */
  readonly taskAt?: Instant | undefined;
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
