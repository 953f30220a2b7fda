import type { Incident } from '../incident/incident.ts';
import type { OperatorTask } from '../incident/task.ts';
import type { Instant } from '../time/instant.ts';
import { openTasks } from './tasks.ts';

/** A task and the incident that it is about. */
export interface AskedTask {
  readonly incidentId: string;
  readonly incident: Incident;
  readonly task: OperatorTask;
}

/** One thing to do for an operator: speak with one primary about all their incidents, or do one other task. */
export interface BoardRow {
  /** Oldest first. Several tasks are all confirmations by the same responder. */
  readonly tasks: readonly [AskedTask, ...AskedTask[]];
  /** By when a task must have an outcome, or else when the contact center's number is called. Undefined: neither applies. */
  readonly dueAt: Instant | undefined;
  readonly isLate: boolean;
}

/** The operators' board: one row for each thing to do, the row that is due first at the top. */
export function boardRows(
  open: readonly Pick<AskedTask, 'incidentId' | 'incident'>[],
  now: Instant,
): readonly BoardRow[] {
  const rows = new Map<string, [AskedTask, ...AskedTask[]]>();
  const asked = open.flatMap((each) => openTasks(each.incident).map((task) => ({ ...each, task })));
  for (const each of asked.toSorted((one, other) => one.task.openedAt - other.task.openedAt)) {
    const row = rows.get(rowOf(each));
    if (row === undefined) rows.set(rowOf(each), [each]);
    else row.push(each);
  }
  return [...rows.values()]
    .map((tasks) => ({
      tasks,
      dueAt: dueAtOf(tasks),
      isLate: tasks.some(({ incident, task }) => isLateTask(incident, task, now)),
    }))
    .toSorted((one, other) => urgency(one) - urgency(other));
}

/** An operator speaks once with a primary about all incidents for which that person is asked. */
function rowOf({ incidentId, task: { about, id } }: AskedTask): string {
  return about.kind === 'confirm' ? `confirm ${about.responder}` : `${incidentId}/${id}`;
}

function dueAtOf(tasks: readonly AskedTask[]): Instant | undefined {
  const times = tasks
    .map(({ incident, task }) => taskDueAt(incident, task))
    .filter((dueAt) => dueAt !== undefined);
  return times.length === 0 ? undefined : Math.min(...times);
}

/**
 * When a task is due: by when it must have an outcome, or the customer must be told. A task without such a time, and that no
 * operator has accepted, is due when the contact center's number is called.
 */
export function taskDueAt(incident: Incident, task: OperatorTask): Instant | undefined {
  return outcomeBy(incident, task) ?? (task.accepted === undefined ? task.callAt : undefined);
}

/** By when a task must have an outcome, or the customer must be told. Undefined: the task has no such time. */
export function outcomeBy(
  { promises }: Incident,
  { about, outcomeBy: by }: OperatorTask,
): Instant | undefined {
  if (about.kind !== 'tell customer') return by;
  return promises.find(({ id }) => id === about.promise)?.dueAt;
}

/** Whether a task is late. One without a time is late when the number was called and still no operator accepted the task. */
export function isLateTask(incident: Incident, task: OperatorTask, now: Instant): boolean {
  const dueAt = taskDueAt(incident, task);
  const isCalledInVain =
    outcomeBy(incident, task) === undefined && task.accepted === undefined && task.calls > 0;
  return task.late > 0 || isCalledInVain || (dueAt !== undefined && dueAt <= now);
}

/** A row that is late and has no time comes first; a row that is accepted and has no time comes last. */
function urgency({ dueAt, isLate }: BoardRow): Instant {
  return dueAt ?? (isLate ? 0 : Number.MAX_SAFE_INTEGER);
}
