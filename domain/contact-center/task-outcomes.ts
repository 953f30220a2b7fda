import { type Incident, withEntry } from '../incident/incident.ts';
import { stillAsked } from '../incident/ladder.ts';
import { isOpen, type OperatorTask, type TaskAbout } from '../incident/task.ts';
import type { Instant } from '../time/instant.ts';
import {
  callAgainAfterMs,
  callSeldomAfterMs,
  maxFrequentCalls,
  openTasks,
  withChangedTask,
} from './tasks.ts';

/** The outcome of putting a task into the queue. At most one region queues it. */
export type QueueOutcome =
  | {
      readonly kind: 'taken';
      readonly region: string;
      readonly contactId: string;
      readonly refusals: readonly { readonly region: string; readonly reason: string }[];
    }
  | {
      readonly kind: 'failed';
      readonly refusals: readonly { readonly region: string; readonly reason: string }[];
    };

/** Records whether a task was queued. */
export function taskQueued(incident: Incident, id: string, outcome: QueueOutcome, now: Instant): Incident {
  const refused = outcome.refusals.map(
    (each) => ({ at: now, kind: 'task refused', task: id, ...each }) as const,
  );
  const tried = withEntry(incident, ...refused);
  const queued =
    outcome.kind === 'taken'
      ? ({ kind: 'taken', region: outcome.region, contactId: outcome.contactId } as const)
      : ({ kind: 'failed' } as const);
  return withChangedTask(tried, id, (task) => ({ ...task, queued }));
}

/** Records that a task was taken out of the queue. That is tried once: a task that stays there does no harm. */
export function taskWithdrawn(incident: Incident, id: string): Incident {
  return withChangedTask(incident, id, (task) => ({ ...task, withdrawn: true }));
}

/** Records a call to the contact center's number. One call is about all open tasks of the incident. */
export function centerCalled(incident: Incident, now: Instant): Incident {
  const open = openTasks(incident);
  if (open.length === 0) return incident;
  return {
    ...incident,
    tasks: incident.tasks.map((task) =>
      open.includes(task)
        ? { ...task, calls: task.calls + 1, callAt: Math.max(task.callAt, now + pauseAfter(task.calls)) }
        : task,
    ),
  };
}

/** Milliseconds until the next call: 5 minutes, and an hour when half an hour of calls had no effect. */
function pauseAfter(calls: number): number {
  return calls < maxFrequentCalls ? callAgainAfterMs : callSeldomAfterMs;
}

/** Lets the calls to the contact center wait until another call to its number is over. */
export function centerBusy(incident: Incident, until: Instant): Incident {
  return {
    ...incident,
    tasks: incident.tasks.map((task) =>
      isOpen(task) ? { ...task, callAt: Math.max(task.callAt, until) } : task,
    ),
  };
}

/** Records that somebody at the contact center accepted tasks. Its number is not called for them any more. */
export function taskAccepted(
  incident: Incident,
  isMeant: (task: OperatorTask) => boolean,
  now: Instant,
  by?: string,
): Incident {
  const meant = openTasks(incident).filter((task) => task.accepted === undefined && isMeant(task));
  if (meant.length === 0) return incident;
  return {
    ...withEntry(
      incident,
      ...meant.map(({ id }) => ({ at: now, kind: 'contact center has it', task: id, by }) as const),
    ),
    tasks: incident.tasks.map((task) =>
      meant.includes(task) ? { ...task, accepted: { at: now, by } } : task,
    ),
  };
}

/** What a call asks of the contact center. */
export interface AskedByPhone {
  /** The responders whom an operator must reach. Empty: everybody declined. Undefined: nobody needs to be reached. */
  readonly who: readonly string[] | undefined;
  /** The other open tasks. */
  readonly toDo: readonly TaskAbout[];
}

/**
 * What a call to the contact center asks. One call is about all open tasks of an incident. While nobody has acknowledged, it
 * asks to reach everybody whom the main ladder asks now.
 */
export function askedByPhone(incident: Incident): AskedByPhone {
  const open = openTasks(incident).map(({ about }) => about);
  const toDo = open.filter(({ kind }) => kind !== 'confirm');
  if (incident.status === 'escalating') {
    return { who: stillAsked(incident.ladder).map(({ responder }) => responder), toDo };
  }
  const unconfirmed = open.flatMap((about) => (about.kind === 'confirm' ? [about.responder] : []));
  return { who: unconfirmed.length === 0 ? undefined : unconfirmed, toDo };
}
