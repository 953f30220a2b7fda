import type { Incident } from './incident.ts';
import { hour, type Instant, minute, second } from './instant.ts';

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
  readonly said?: TaskOutcome | undefined;
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

/** Nobody accepts a task for so long: the contact center's number is called. */
export const acceptWithin = 60 * second;

/** And called again, as long as nobody there has it. */
export const callAgainAfter = 5 * minute;

/** Calls after which it is called more seldom. */
export const manyCalls = 6;
export const callSeldomAfter = hour;

/** Settled tasks that an incident remembers, so that a screen that is opened late shows what came of it. */
const rememberedTasks = 20;

/** Whether something is still to come of a task. */
export function isOpen({ ended }: OperatorTask): boolean {
  return ended === undefined;
}

/** Whether it is to be taken out of the queue. */
export function isToWithdraw({ ended, queued, withdrawn }: OperatorTask): boolean {
  return ended !== undefined && queued?.kind === 'taken' && withdrawn === undefined;
}

/** The tasks of which something is still to come. */
export function openTasks({ tasks }: Incident): readonly OperatorTask[] {
  return tasks.filter(isOpen);
}

/** The incident with one more task for the contact center. */
export function withTask(incident: Incident, about: TaskAbout, now: Instant, outcomeBy?: Instant): Incident {
  const number = incident.tasksOpened + 1;
  const task: OperatorTask = {
    ...{ id: `t${number}`, about, openedAt: now, callAt: now + acceptWithin, calls: 0, late: 0 },
    ...(outcomeBy === undefined ? {} : { outcomeBy }),
  };
  const settled = incident.tasks.filter((other) => !isOpen(other) && !isToWithdraw(other));
  const forgotten = settled.slice(0, Math.max(0, settled.length - rememberedTasks));
  return {
    ...incident,
    tasksOpened: number,
    tasks: [...incident.tasks.filter((other) => !forgotten.includes(other)), task],
    timeline: [...incident.timeline, { at: now, kind: 'contact center asked', task: task.id, about }],
  };
}

/** The incident with a task changed. */
export function withChangedTask(
  incident: Incident,
  id: string,
  change: (task: OperatorTask) => OperatorTask,
): Incident {
  return { ...incident, tasks: incident.tasks.map((task) => (task.id === id ? change(task) : task)) };
}

/** Ends those open tasks that are meant; the timeline tells what came of each. */
export function endTasks(
  incident: Incident,
  isMeant: (task: OperatorTask) => boolean,
  end: TaskEnd,
): Incident {
  const ending = openTasks(incident).filter(isMeant);
  if (ending.length === 0) return incident;
  const { at, ...rest } = end;
  return {
    ...incident,
    tasks: incident.tasks.map((task) => (ending.includes(task) ? { ...task, ended: end } : task)),
    timeline: [
      ...incident.timeline,
      ...ending.map(({ id }) => ({ at, kind: 'contact center done', task: id, ...rest }) as const),
    ],
  };
}
