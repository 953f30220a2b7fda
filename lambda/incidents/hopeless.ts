import type { FailedEvent } from '../../aws/failed-events.ts';
import type { Cell } from '../cell/cell.ts';

/**
 * A message that has failed so often is tried no more. Failures are counted in the table, so none is counted while no table
 * works.
 */
const maxTries = 5;

/** Counts a failure of a message. True: it has failed too often. */
export async function isHopeless(cell: Cell, { id }: Pick<FailedEvent, 'id'>): Promise<boolean> {
  return (await cell.failed.count(id, cell.now())) >= maxTries;
}
