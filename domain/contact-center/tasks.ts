import { type Incident, withEntry } from '../incident/incident.ts';
import { isOpen, type OperatorTask, type TaskAbout, type TaskEnd } from '../incident/task.ts';
import { askAdditional } from '../paging/additional-responders.ts';
import { byTurns } from '../paging/page.ts';
import type { DueAct, DueChange, Timer } from '../paging/timer.ts';
import { hour, type Instant, minute, second } from '../time/instant.ts';

/** An operator accepts a task within this time, or the contact center's number is called. */
export const acceptWithinMs = 60 * second;

/** The number is called again after this time, as long as nobody accepted the task. */
export const callAgainAfterMs = 5 * minute;

/** The number of calls after which the number is called less often. */
export const maxFrequentCalls = 6;

/** The time between the later calls. */
export const callSeldomAfterMs = hour;

/** The number of ended tasks that an incident keeps, so that a screen that is opened late shows their outcome. */
const maxRememberedTasks = 20;

/** Whether a task has ended and must still be taken out of the queue. */
export function isToWithdraw({ ended, queued, withdrawn }: OperatorTask): boolean {
  return ended !== undefined && queued?.kind === 'taken' && withdrawn === undefined;
}

/** The tasks that have not ended. */
export function openTasks({ tasks }: Incident): readonly OperatorTask[] {
  return tasks.filter(isOpen);
}

/** Opens a task for the contact center. */
export function withTask(incident: Incident, about: TaskAbout, now: Instant, outcomeBy?: Instant): Incident {
  const number = incident.tasksOpened + 1;
  const task: OperatorTask = {
    ...{ id: `t${number}`, about, openedAt: now, callAt: now + acceptWithinMs, calls: 0, late: 0 },
    ...(outcomeBy === undefined ? {} : { outcomeBy }),
  };
  const settled = incident.tasks.filter((other) => !isOpen(other) && !isToWithdraw(other));
  const forgotten = settled.slice(0, Math.max(0, settled.length - maxRememberedTasks));
  return {
    ...incident,
    tasksOpened: number,
    tasks: [...incident.tasks.filter((other) => !forgotten.includes(other)), task],
    timeline: [...incident.timeline, { at: now, kind: 'contact center asked', task: task.id, about }],
  };
}

/** Changes the task with an id. */
export function withChangedTask(
  incident: Incident,
  id: string,
  change: (task: OperatorTask) => OperatorTask,
): Incident {
  return { ...incident, tasks: incident.tasks.map((task) => (task.id === id ? change(task) : task)) };
}

/** Ends the open tasks that `isMeant` selects. Each gets an entry on the timeline. */
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

/** How long after a confirmation is late management is asked, unless the task has an outcome by then. */
const managementAfterMs = 5 * minute;

/** How long after the resolution the tasks that are still open are dropped. */
const dropAfterMs = 24 * hour;

/**
 * The timers of the contact center's tasks: a task goes into the queue, or out of it; the contact center's number is
 * called when no operator has the task; a task whose outcome does not come in time is late.
 */
export function taskTimers(incident: Incident): readonly Timer[] {
  const { resolvedAt, tasks } = incident;
  const open = openTasks(incident);
  const late = open.flatMap((task) =>
    task.outcomeBy === undefined ? [] : [isLate(incident, task, task.outcomeBy)],
  );
  const dropped: readonly DueChange[] =
    resolvedAt === undefined || open.length === 0
      ? []
      : [
          {
            ...{ at: resolvedAt + dropAfterMs, kind: 'tasks are dropped' },
            fire: (_, now) => endTasks(incident, isOpen, { at: now, outcome: 'no longer needed' }),
          },
        ];
  return [...tasks.flatMap(actsFor), ...late, ...dropped];
}

function actsFor(task: OperatorTask): readonly DueAct[] {
  const { id, ended, queued, openedAt, accepted, callAt, calls } = task;
  if (isToWithdraw(task)) {
    return [{ at: ended?.at ?? 0, kind: 'act', act: { kind: 'withdraw', task: id } }];
  }
  if (!isOpen(task)) return [];
  const attempt = { task: id, call: calls };
  const call = { kind: 'call', via: byTurns(calls), attempt, whom: { kind: 'contactCenter' } } as const;
  return [
    ...(queued === undefined
      ? [{ at: openedAt, kind: 'act', act: { kind: 'queue', task: id } } as const]
      : []),
    ...(accepted === undefined ? [{ at: callAt, kind: 'act', act: call } as const] : []),
  ];
}

function isLate(incident: Incident, task: OperatorTask, at: Instant): DueChange {
  return {
    ...{ at, kind: 'task is late', about: task.id },
    fire: (_, now) => withLate(incident, task, at, now),
  };
}

/**
 * A late confirmation counts as not accepted. If a responder has acknowledged, the contact center's number is called at once;
 * when the task is late again, management is asked. If nobody has acknowledged, the ladder goes on, and the number is
 * called as for a new task.
 */
function withLate(
  incident: Incident,
  { id, late }: OperatorTask,
  outcomeBy: Instant,
  now: Instant,
): Incident {
  const entered = withEntry(incident, { at: now, kind: 'contact center late', task: id });
  const isAcknowledged = incident.status === 'acknowledged';
  if (late > 0) {
    const last = withChangedTask(entered, id, ({ outcomeBy: _, ...rest }) => ({ ...rest, late: late + 1 }));
    const management = { kind: 'role', role: 'management' } as const;
    return isAcknowledged ? askAdditional(last, management, { why: 'unconfirmed', now }) : last;
  }
  return withChangedTask(entered, id, ({ accepted, ...rest }) => ({
    ...rest,
    late: 1,
    outcomeBy: outcomeBy + managementAfterMs,
    ...(isAcknowledged ? { callAt: now } : {}),
    ...(!isAcknowledged && accepted !== undefined ? { callAt: now + acceptWithinMs } : {}),
  }));
}
