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

/** What became of putting a task into the queue: at most one region takes it. */
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

/** The incident after a task was queued, or not. */
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

/** The incident after a task has left the queue. That it could not be taken out is the queue's affair: tried once. */
export function taskWithdrawn(incident: Incident, id: string): Incident {
  return withChangedTask(incident, id, (task) => ({ ...task, withdrawn: true }));
}

/** The incident after the contact center's number was called, for whatever: one call is about all its open tasks. */
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

/** Half an hour of calls that nobody minds is enough: then once an hour. */
function pauseAfter(calls: number): number {
  return calls < maxFrequentCalls ? callAgainAfterMs : callSeldomAfterMs;
}

/** The incident whose calls to the contact center wait for the end of another call to it. */
export function centerBusy(incident: Incident, until: Instant): Incident {
  return {
    ...incident,
    tasks: incident.tasks.map((task) =>
      isOpen(task) ? { ...task, callAt: Math.max(task.callAt, until) } : task,
    ),
  };
}

/** Somebody at the contact center has a task: its number need not be called for it. */
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

/** What a call to the contact center asks of it. */
export interface AskedByPhone {
  /** Responders whom it is to reach; empty: everybody has said no. None: nobody need be reached. */
  readonly who: readonly string[] | undefined;
  /** What it is to do besides. */
  readonly toDo: readonly TaskAbout[];
}

/** One call is about all that an incident's tasks ask: as long as nobody has it, whoever is asked now is to be reached. */
export function askedByPhone(incident: Incident): AskedByPhone {
  const open = openTasks(incident).map(({ about }) => about);
  const toDo = open.filter(({ kind }) => kind !== 'confirm');
  if (incident.status === 'escalating') {
    return { who: stillAsked(incident.ladder).map(({ responder }) => responder), toDo };
  }
  const unconfirmed = open.flatMap((about) => (about.kind === 'confirm' ? [about.responder] : []));
  return { who: unconfirmed.length === 0 ? undefined : unconfirmed, toDo };
}
