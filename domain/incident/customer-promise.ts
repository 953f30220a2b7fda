import type { Instant } from '../time/instant.ts';

/** By when the incident must be over, and when management is asked so that it is. */
export interface ResolutionTarget {
  readonly askAt: Instant;
  readonly dueAt: Instant;
  /** Management has been asked. */
  readonly asked?: true | undefined;
  readonly missed?: true | undefined;
}

/** Something that the customer must be told, with a deadline. As long as it has no times, its clock has not begun. */
export interface CustomerPromise {
  /** Within its incident: `p1`. */
  readonly id: string;
  /** `decision`: what management has decided without it, since nobody there could be reached. */
  readonly about: 'copy' | 'incident' | 'repair time' | 'solution' | 'decision';
  /** Of a decision: the request for consent that it stands in for. */
  readonly consent?: string | undefined;
  readonly madeAt: Instant;
  /** When the contacts are written to; none: an operator tells them. */
  readonly tellAt?: Instant | undefined;
  /** When an operator gets a task, if they have not been told. */
  readonly taskAt?: Instant | undefined;
  /** By when they must have been told; past it, the promise is broken and management hears of it. */
  readonly dueAt?: Instant | undefined;
  /** The expected repair time that they are told, or have been told, with it. */
  readonly expectedAt?: Instant | undefined;
  /** Since when it is this time that they are to be told. */
  readonly newsAt?: Instant | undefined;
  /** The operators' task about it. */
  readonly task?: string | undefined;
  readonly broken?: true | undefined;
  /** Who was told, by whom; `dropped`: it has lost its purpose, since something newer says the same. */
  readonly kept?:
    | { readonly at: Instant; readonly by: 'sms' | 'operator'; readonly names: readonly string[] }
    | { readonly at: Instant; readonly by: 'dropped' }
    | undefined;
}
