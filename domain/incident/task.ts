import type { Instant } from '../time/instant.ts';

/** What the operators of the contact center are asked to do about an incident. */
export type TaskAbout =
  /** Speak with the primary, and confirm that they work on the incident. `ranOutOf`: whose acknowledgement ran out. */
  | { readonly kind: 'confirm'; readonly responder: string; readonly ranOutOf?: string | undefined }
  /** Find out what the incident is about: its service is not known, or its alarm could not be read. */
  | { readonly kind: 'look'; readonly why: string }
  /** Tell the customer what a promise is about; `promise` is its id. */
  | { readonly kind: 'tell customer'; readonly promise: string }
  /** Ask the customer for consent; `request` is the id of the request. */
  | { readonly kind: 'ask consent'; readonly request: string }
  /** Call the contact `who` of the customer, who wrote in their own words. */
  | { readonly kind: 'customer wrote'; readonly who: string; readonly words: string };

/** The outcome of a task. `no longer needed`: nobody has to do it any more. */
export type TaskOutcome =
  | 'confirmed'
  | 'next asked'
  | 'management asked'
  | 'done'
  | 'not reached'
  | 'no longer needed';

/** A task for the contact center. The incident records its outcome, whichever operator does it. */
export interface OperatorTask {
  /** Within its incident: `t1`. */
  readonly id: string;
  readonly about: TaskAbout;
  readonly openedAt: Instant;
  /** The region whose Amazon Connect queued the task. `failed`: the task is on the operators' board alone. */
  readonly queued?: Queued | undefined;
  /** An operator accepted the task. `by` is undefined where the name is not known. */
  readonly accepted?: { readonly at: Instant; readonly by?: string | undefined } | undefined;
  /** When the contact center's number is called, unless an operator accepts the task before. */
  readonly callAt: Instant;
  /** Calls to that number so far about this task. */
  readonly calls: number;
  /** By when the task must have an outcome. */
  readonly outcomeBy?: Instant | undefined;
  /** The number of times that `outcomeBy` passed without an outcome. */
  readonly late: number;
  /** The last report of an operator that did not end the task. */
  readonly reported?: TaskOutcome | undefined;
  /** The responder whom that report named. */
  readonly reportedOf?: string | undefined;
  readonly ended?: TaskEnd | undefined;
  /** The task was taken out of the queue, or that was tried. */
  readonly withdrawn?: true | undefined;
}

/** What came of putting a task into the queue. */
export type Queued =
  | { readonly kind: 'taken'; readonly region: string; readonly contactId: string }
  | { readonly kind: 'failed' };

/** How a task ended. */
export interface TaskEnd {
  readonly at: Instant;
  readonly outcome: TaskOutcome;
  /** The operator's name. Undefined: no operator ended the task. */
  readonly by?: string | undefined;
  readonly note?: string | undefined;
  /** The responder whom the operator named. */
  readonly responder?: string | undefined;
}

/** Whether a task has not ended yet. */
export function isOpen({ ended }: OperatorTask): boolean {
  return ended === undefined;
}
