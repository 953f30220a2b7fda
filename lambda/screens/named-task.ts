import { incidentOf } from '../../aws/table/incident-item.ts';
import type { AskedTask } from '../../domain/contact-center/board.ts';
import type { Cell } from '../cell/cell.ts';
import { namedIncident } from '../incidents/read-incident.ts';
import type { TaskRef } from '../links/task-link.ts';

/** How forms and links name a task: `<incident's id>/<task's id>`. */
const nameShape = /^([0-9a-f]{32})-([1-9]\d{0,5})\/(t[1-9]\d{0,5})$/;

/** The name of a task. */
export function nameOfTask({ incidentId, task }: Pick<AskedTask, 'incidentId' | 'task'>): string {
  return `${incidentId}/${task.id}`;
}

/** The name of a task that is known by its incident's key. */
export function nameOfRef({ key, generation, task }: TaskRef): string {
  return `${key}-${generation}/${task}`;
}

/** The task that a name means; undefined when the text is no name of a task. */
export function taskNamed(name: string): TaskRef | undefined {
  const [, key, generation, task] = nameShape.exec(name) ?? [];
  return key === undefined || task === undefined ? undefined : { key, generation: Number(generation), task };
}

/** Finds a task, also an ended one, and one of a resolved incident; undefined when the incident no longer has it. */
export async function findTask(
  cell: Cell,
  { key, generation, task: id }: TaskRef,
): Promise<AskedTask | undefined> {
  const incidentId = `${key}-${generation}`;
  const item = await namedIncident(cell, incidentId);
  if (item === undefined) return undefined;
  const incident = incidentOf(item);
  const task = incident.tasks.find((each) => each.id === id);
  return task && { incidentId, incident, task };
}

/** The most tasks that an address may name. API Gateway refuses a longer one. Source: API Gateway quotas, headers. */
export const maxNamed = 100;

/**
 * An address relative to the same link, so that a screen need not know its own. `task`: the screen of these tasks;
 * `pressed`: the board, with the outcomes of these tasks.
 */
export function addressOf(what: 'task' | 'pressed', names: readonly string[], isSecond = false): string {
  const named = names.slice(0, maxNamed).map((name) => [what, name]);
  return `?${new URLSearchParams([...named, ...(isSecond ? [['second', '1']] : [])])}`;
}
