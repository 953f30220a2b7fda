/** The contact center: the tasks that its operators get, when its number is called, and the board. */

import type { Incident } from '../incident/incident.ts';
import { isOpen, type OperatorTask, type TaskAbout, type TaskEnd } from '../incident/task.ts';
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
