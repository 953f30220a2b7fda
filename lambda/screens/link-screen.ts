import { type IncidentItem, incidentIdOf } from '../../aws/table/incident-item.ts';
import { type AskedTask, boardRows } from '../../domain/contact-center/board.ts';
import type { Cell } from '../cell/cell.ts';
import { readable, wholeTimeline } from '../incidents/read-incident.ts';
import { type Link, taskIn } from '../links/link-token.ts';
import { boardScreen } from './board-screen.ts';
import type { Screen } from './document.ts';
import { findTask, maxNamed, nameOfTask, taskNamed } from './named-task.ts';
import type { ScreenContext } from './screen-context.ts';
import { type TaskWithTimeline, taskScreen } from './task-screen.ts';

/** The part of a link that a request asks for: all that it opens, or some of its tasks. */
export interface AskedScreen {
  readonly link: Link;
  readonly asked: {
    readonly tasks: readonly string[];
    readonly pressed: readonly string[];
    readonly isSecond: boolean;
  };
}

/** The screen that a link opens; undefined when its task is gone. It only reads. */
export async function screenOf(
  cell: Cell,
  context: ScreenContext,
  { link, asked }: AskedScreen,
): Promise<Screen | undefined> {
  const { isSecond } = asked;
  if (link.kind === 'board' && asked.tasks.length === 0) return board(cell, context, asked);
  const names = link.kind === 'task' ? [taskIn(link)] : asked.tasks;
  const [first, ...others] = await Promise.all(
    (await findTasks(cell, names)).map((each) => withTimeline(cell, each)),
  );
  if (first === undefined) return undefined;
  return taskScreen(context, { tasks: [first, ...others], isSecond, isOfBoard: link.kind === 'board' });
}

async function board(
  cell: Cell,
  context: ScreenContext,
  { pressed, isSecond }: AskedScreen['asked'],
): Promise<Screen> {
  const [{ items, isComplete }, seen] = await Promise.all([
    cell.openIncidents.readUnfinished(),
    findTasks(cell, pressed),
  ]);
  const read = items.map(readableOrCode);
  return boardScreen(context, {
    rows: boardRows(read.filter(isReadable), context.now),
    pressed: seen,
    isSecond,
    isComplete,
    unreadable: read.filter((each) => typeof each === 'string'),
  });
}

type Readable = Pick<AskedTask, 'incidentId' | 'incident'>;

/** An incident, or the code of one that cannot be read. */
function readableOrCode(item: IncidentItem): Readable | string {
  const incident = readable(item);
  return incident === undefined ? item.code : { incidentId: incidentIdOf(item), incident };
}

function isReadable(each: Readable | string): each is Readable {
  return typeof each !== 'string';
}

async function findTasks(cell: Cell, names: readonly string[]): Promise<readonly AskedTask[]> {
  const refs = names.slice(0, maxNamed).flatMap((name) => taskNamed(name) ?? []);
  const tasks = await Promise.all(refs.map((ref) => findTask(cell, ref)));
  return tasks.filter((task) => task !== undefined);
}

async function withTimeline(cell: Cell, asked: AskedTask): Promise<TaskWithTimeline> {
  const ref = taskNamed(nameOfTask(asked));
  const { incident } = asked;
  return {
    ...asked,
    timeline: ref === undefined ? incident.timeline : await wholeTimeline(cell, ref, incident),
  };
}
