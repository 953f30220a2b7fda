import { type Incident, withEntry } from '../incident/incident.ts';
import { isOpen, type OperatorTask } from '../incident/task.ts';
import { summon } from '../paging/extra-responders.ts';
import { hour, type Instant, minute } from '../time/instant.ts';
import { acceptWithinMs, endTasks, openTasks, withChangedTask } from './tasks.ts';

/** After a confirmation is late, the contact center has so long before management is asked. */
const managementAfter = 5 * minute;

/** Nobody waits any longer for what was to be told about an incident that is over. */
const forgottenAfter = 24 * hour;

/**
 * Brings the tasks to `now`. Whoever accepted a confirmation that is late does not have it any more. While the incident is
 * taken, the contact center's number is called at once, and late once more, management is asked. As long as nobody has
 * it, the ladder goes on, and the number is called as if the task were new.
 */
export function advanceTasks(incident: Incident, now: Instant): Incident {
  const late = openTasks(incident).filter(({ outcomeBy }) => outcomeBy !== undefined && outcomeBy <= now);
  const advanced = late.reduce((before, task) => withLate(before, task, now), incident);
  const { resolvedAt } = advanced;
  if (resolvedAt === undefined || now < resolvedAt + forgottenAfter) return advanced;
  return endTasks(advanced, isOpen, { at: now, outcome: 'no longer needed' });
}

function withLate(incident: Incident, task: OperatorTask, now: Instant): Incident {
  const { id, outcomeBy = now, late } = task;
  const noted = withEntry(incident, { at: now, kind: 'contact center late', task: id });
  const isTaken = incident.status === 'acknowledged';
  if (late > 0) {
    const last = withChangedTask(noted, id, ({ outcomeBy: _, ...rest }) => ({ ...rest, late: late + 1 }));
    return isTaken ? summon(last, { kind: 'role', role: 'management' }, { why: 'unconfirmed', now }) : last;
  }
  return withChangedTask(noted, id, ({ accepted, ...rest }) => ({
    ...rest,
    late: 1,
    outcomeBy: outcomeBy + managementAfter,
    ...(isTaken ? { callAt: now } : {}),
    ...(!isTaken && accepted !== undefined ? { callAt: now + acceptWithinMs } : {}),
  }));
}

/** When `advanceTasks` next has something to do. */
export function nextTask(incident: Incident): Instant {
  const open = openTasks(incident);
  const forgotten =
    incident.resolvedAt !== undefined && open.length > 0
      ? incident.resolvedAt + forgottenAfter
      : Number.POSITIVE_INFINITY;
  return Math.min(forgotten, ...open.map(({ outcomeBy }) => outcomeBy ?? Number.POSITIVE_INFINITY));
}
