import type { Instant } from '../time/instant.ts';

/** What operators of the contact center are asked to do about an incident. */
export type TaskAbout =
  /** Speak with the primary, and confirm that he or she is on it; `ranOutOf`: whose time has run out. */
  | { readonly kind: 'confirm'; readonly responder: string; readonly ranOutOf?: string | undefined }
  /** Find out what it is: an unknown service, an alarm that could not be read. */
  | { readonly kind: 'look'; readonly why: string }
  /** Tell the customer what a promise is about. */
  | { readonly kind: 'tell customer'; readonly promise: string }
  /** Ask the customer for consent. */
  | { readonly kind: 'ask consent'; readonly request: string };

/** What came of a task. `no longer needed`: what it was for has happened, or is over. */
export type TaskOutcome =
  | 'confirmed'
  | 'secondary asked'
  | 'management asked'
  | 'done'
  | 'not reached'
  | 'no longer needed';

/** A task for the contact center. Whoever does it there, the incident knows what came of it. */
export interface OperatorTask {
  /** Within its incident: `t1`. */
  readonly id: string;
  readonly about: TaskAbout;
  readonly openedAt: Instant;
  /** Which region's Amazon Connect took it; `failed`: it is on the operators' board alone. */
  readonly queued?: Queued | undefined;
  /** Somebody there has it. */
  readonly accepted?: { readonly at: Instant; readonly by?: string | undefined } | undefined;
  /** When the contact center's number is called, unless somebody there has the task. */
  readonly callAt: Instant;
  /** Calls to that number so far. */
  readonly calls: number;
  /** By when something must have come of it. */
  readonly outcomeBy?: Instant | undefined;
  /** Times that this has passed without an outcome. */
  readonly late: number;
  /** What operators have said about it so far, though it goes on. */
  readonly reported?: TaskOutcome | undefined;
  readonly ended?: TaskEnd | undefined;
  /** It has left the queue. */
  readonly withdrawn?: true | undefined;
}

export type Queued =
  | { readonly kind: 'taken'; readonly region: string; readonly contactId: string }
  | { readonly kind: 'failed' };

export interface TaskEnd {
  readonly at: Instant;
  readonly outcome: TaskOutcome;
  /** The operator's name; none: nobody there ended it. */
  readonly by?: string | undefined;
  readonly note?: string | undefined;
}

/** Whether something is still to come of a task. */
export function isOpen({ ended }: OperatorTask): boolean {
  return ended === undefined;
}
