import { type Incident, withEntry } from '../incident/incident.ts';
import { isOpen, type OperatorTask } from '../incident/task.ts';
import { askAdditional } from '../paging/additional-responders.ts';
import type { DueAct, DueChange, Timer } from '../paging/timer.ts';
import { hour, type Instant, minute } from '../time/instant.ts';
import { acceptWithinMs, endTasks, isToWithdraw, openTasks, withChangedTask } from './tasks.ts';

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
  const call = { kind: 'call', attempt: { task: id, call: calls }, whom: { kind: 'contactCenter' } } as const;
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
