import type { Instant } from '../time/instant.ts';
import type { AnswerPath } from './answer-path.ts';

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
