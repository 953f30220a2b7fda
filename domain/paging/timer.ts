import type { Incident } from '../incident/incident.ts';
import type { AskedAs, Attempt } from '../incident/ladder.ts';
import type { OnCall } from '../on-call/roster.ts';
import type { Instant } from '../time/instant.ts';

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
  | 'hold ends'
  | 'source is quiet'
  | 'notice is due'
  | 'acknowledgement runs out'
  | 'shift ends'
  | 'task is late'
  | 'tasks are dropped'
  | 'promises begin'
  | 'operator tells the customer'
  | 'promise breaks'
  | 'target comes near'
  | 'target is missed'
  | 'operator asks for consent'
  | 'management decides on consent'
  | 'consent expires'
  | 'customer decision is asked';

/** Whether a timer is an act. */
export function isDueAct(timer: Timer): timer is DueAct {
  return timer.kind === 'act';
}

/** What the domain tells the driver to do next. The driver does it and makes no decision of its own. */
export type Decision =
  | {
      readonly kind: 'sms';
      readonly via: 'own' | 'other';
      readonly attempt: Attempt;
      readonly role: AskedAs;
      readonly responder: string;
    }
  | {
      readonly kind: 'call';
      /** The region that is asked first: a region may accept calls that never ring, so calls go by turns. */
      readonly via: 'own' | 'other';
      readonly attempt: Attempt;
      readonly whom:
        | { readonly kind: 'responder'; readonly responder: string }
        | { readonly kind: 'contactCenter' };
    }
  /** Send the notices that are owed to responders. */
  | { readonly kind: 'tell' }
  /** Put a task into the contact center's queue, or take out one that nobody needs to do any more. */
  | { readonly kind: 'queue' | 'withdraw'; readonly task: string }
  /** Stop a call that rings on after somebody has acknowledged. */
  | { readonly kind: 'stopCall'; readonly region: string; readonly contactId: string }
  /** Send an SMS to the customer contacts, about a promise or a request for consent. */
  | { readonly kind: 'customer'; readonly about: CustomerMessage }
  /** Wait. `onOther`: for another driver's act, whose outcome is not recorded yet. */
  | { readonly kind: 'await'; readonly until: Instant; readonly onOther?: true }
  | { readonly kind: 'acknowledged'; readonly until: Instant; readonly by: string }
  | { readonly kind: 'hold'; readonly until: Instant; readonly reason: string }
  | { readonly kind: 'handOver' }
  | { readonly kind: 'end' };

/** What a message to a customer is about: a promise or a request for consent, by its id. */
export type CustomerMessage =
  | { readonly kind: 'promise'; readonly promise: string }
  | { readonly kind: 'consent'; readonly request: string };

/** A decision that reaches somebody outside, at a moment that is known in advance. */
export type Act = Exclude<
  Decision,
  { readonly kind: 'await' | 'acknowledged' | 'hold' | 'handOver' | 'end' | 'tell' }
>;
