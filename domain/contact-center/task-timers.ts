import { type Incident, withEntry } from '../incident/incident.ts';
import { isOpen, type OperatorTask } from '../incident/task.ts';
import { askAdditional } from '../paging/additional-responders.ts';
import type { DueAct, DueChange, Timer } from '../paging/timer.ts';
import { hour, type Instant, minute } from '../time/instant.ts';
import { acceptWithinMs, endTasks, isToWithdraw, openTasks, withChangedTask } from './tasks.ts';

/** After a confirmation is late, the contact center has so long before management is asked. */
const managementAfterMs = 5 * minute;

/** Nobody waits any longer for what was to be told about an incident that is over. */
const forgottenAfterMs = 24 * hour;

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
            ...{ at: resolvedAt + forgottenAfterMs, kind: 'tasks are dropped' },
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
 * Whoever accepted a confirmation that is late does not have it any more. While a responder has acknowledged, the contact
 * center's number is called at once, and when the task is late once more, management is asked. As long as nobody has
 * acknowledged, the ladder goes on, and the number is called as if the task were new.
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
