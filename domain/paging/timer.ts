import type { Incident } from '../incident/incident.ts';
import type { OnCall } from '../on-call/roster.ts';
import type { Instant } from '../time/instant.ts';
import type { Act } from './decision.ts';

/**
 * Something that happens to an incident by itself at a moment: an act that the driver performs, or a change that `advance`
 * makes.
 */
export type Timer = DueAct | DueChange;

/** An act, and when it is due. */
export interface DueAct {
  readonly at: Instant;
  readonly kind: 'act';
  readonly act: Act;
}

/** A change, and when it is due. `about`: the id of the ladder, responder, task, promise or request. */
export interface DueChange {
  readonly at: Instant;
  readonly kind: ChangeKind;
  readonly about?: string | undefined;
  /** Makes the change, by the roster of `now`. `now` is at or after `at`: a driver may come late. */
  readonly fire: (onCall: OnCall, now: Instant) => Incident;
}

/** The changes that timers make. */
export type ChangeKind =
  | 'step begins'
  | 'step ends'
  | 'round begins'
  | 'additional responder is free'
  | 'additional responder is not needed'
  | 'hold ends'
  | 'acknowledgement runs out'
  | 'task is late'
  | 'tasks are dropped'
  | 'promises begin'
  | 'operator tells the customer'
  | 'promise breaks'
  | 'target comes near'
  | 'target is missed'
  | 'operator asks for consent'
  | 'consent expires'
  | 'customer decision is asked again';

/** Whether a timer is an act. */
export function isDueAct(timer: Timer): timer is DueAct {
  return timer.kind === 'act';
}
