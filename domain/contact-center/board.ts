import type { Incident } from '../incident/incident.ts';
import type { OperatorTask } from '../incident/task.ts';
import type { Instant } from '../time/instant.ts';
import { openTasks } from './tasks.ts';

/** A task, with the incident that it is about. */
export interface AskedTask {
  readonly incidentId: string;
  readonly incident: Incident;
  readonly task: OperatorTask;
}

/** What operators see as one thing to do: a primary to speak with, about all that he or she is asked; or one other task. */
export interface BoardRow {
  /** The same kind of task in all; of those to confirm, about the same responder. Oldest first. */
  readonly tasks: readonly [AskedTask, ...AskedTask[]];
  /** By when something must come of it, or the contact center's number is called; none: both are past. */
  readonly dueAt: Instant | undefined;
  readonly isLate: boolean;
}

/** The board of operators: a row for each thing that is to be done, the nearest clock first. */
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

/** One conversation with a person is about everything that he or she is asked. */
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
 * By when something must come of a task: an outcome, or the customer be told. Without such a time, when the number is called
 * because nobody has it.
 */
export function taskDueAt(incident: Incident, task: OperatorTask): Instant | undefined {
  return outcomeBy(incident, task) ?? (task.accepted === undefined ? task.callAt : undefined);
}

/** By when something must come of a task; none: nothing hurries but that somebody has it. */
export function outcomeBy(
  { promises }: Incident,
  { about, outcomeBy: by }: OperatorTask,
): Instant | undefined {
  if (about.kind !== 'tell customer') return by;
  return promises.find(({ id }) => id === about.promise)?.dueAt;
}

/** Whether a task's time is up; of one without a time, whether the number was called and still nobody has it. */
export function isLateTask(incident: Incident, task: OperatorTask, now: Instant): boolean {
  const dueAt = taskDueAt(incident, task);
  const isCalledInVain =
    outcomeBy(incident, task) === undefined && task.accepted === undefined && task.calls > 0;
  return task.late > 0 || isCalledInVain || (dueAt !== undefined && dueAt <= now);
}

/** What is late for good comes before all clocks; what somebody has, and has no clock, after them. */
function urgency({ dueAt, isLate }: BoardRow): Instant {
  return dueAt ?? (isLate ? 0 : Number.MAX_SAFE_INTEGER);
}
