import { operatorSays } from '../domain/operator-word.ts';
import type { Cell } from './cell.ts';
import { changeIncident } from './change-incident.ts';
import { type Press, wordOf } from './operator-press.ts';

/** Incidents that are written at the same time. */
const atOnce = 10;

/**
 * Writes an operator's word about each task, and wakes what waits. `second`: of one at least somebody else has said what
 * came of it before. Pressed twice on the same rendering, it counts once.
 */
export async function applyPress(cell: Cell, press: Press): Promise<'done' | 'second'> {
  let isSecond = false;
  for (let first = 0; first < press.tasks.length; first += atOnce) {
    const outcomes = await Promise.all(
      press.tasks
        .slice(first, first + atOnce)
        .map((task) =>
          changeIncident(cell, task, (seen, now) => operatorSays(seen, wordOf(press, task), now)),
        ),
    );
    isSecond ||= outcomes.some(({ kind }) => kind === 'ended' || kind === 'gone');
  }
  return isSecond ? 'second' : 'done';
}
