import type { Instant } from '../time/instant.ts';
import type { AnswerPath } from './answer-path.ts';

/** A request that the customer agree to a drastic action. */
export interface ConsentRequest {
  /** Within its incident: `c1`. */
  readonly id: string;
  /** The four digits with which the customer answers. */
  readonly code: string;
  /** What is to be done, in the engineer's words. */
  readonly action: string;
  /** The responder who asks. */
  readonly by: string;
  readonly askedAt: Instant;
  readonly expiresAt: Instant;
  /** When the contacts were written to. */
  readonly toldAt?: Instant | undefined;
  /** The operators' task about it. */
  readonly task?: string | undefined;
  readonly answer?: ConsentAnswer | undefined;
}

/** What became of it. `decided`: management, alone, since no contact could be reached. */
export interface ConsentAnswer {
  readonly kind: 'granted' | 'refused' | 'expired' | 'withdrawn' | 'decided';
  readonly at: Instant;
  /** The customer contact's name. */
  readonly who?: string | undefined;
  readonly path?: AnswerPath | undefined;
  /** Who recorded it, if not the contact, or decided: an operator's name or a responder's id. */
  readonly by?: string | undefined;
  /** Why management decided. */
  readonly reason?: string | undefined;
}

/** Whether a request waits for its answer. */
export function isPending({ answer }: ConsentRequest): boolean {
  return answer === undefined;
}
