import { within } from '../../aws/regions/both-regions.ts';
import { pagesWithoutTable } from '../../aws/workflow/pages-without-table.ts';
import type { Alarm } from '../../domain/alarm/alarm.ts';
import { pageWithoutTableFor } from '../../domain/escalation/without-table.ts';
import { storingTimeoutMs } from '../../domain/timeouts.ts';
import type { Cell } from '../cell/cell.ts';
import type { Settings } from '../cell/environment.ts';
import { log } from '../cell/log.ts';
import { unreservedCode } from './codes.ts';

/** The cell with what pages when the table can be written in neither region: for the intake, and for the step that goes on with it. */
export function withPagesWithoutTable(
  cell: Cell,
  { region, otherRegion, pageWithoutTableArn, otherPageWithoutTableArn }: Settings,
): Cell {
  return {
    ...cell,
    pagesWithoutTable: pagesWithoutTable({
      own: { region, stateMachineArn: pageWithoutTableArn },
      other: { region: otherRegion, stateMachineArn: otherPageWithoutTableArn },
    }),
  };
}

/**
 * What comes of storing a firing alarm. When that fails, or has not succeeded in time, people are paged without the table;
 * should the alarm be stored all the same, their execution sees it and ends. Rejects then with an error that
 * `isPagedWithoutTable` knows.
 */
export async function storedOrPaged<T>(
  cell: Cell,
  key: string,
  alarm: Alarm,
  storing: Promise<T>,
): Promise<T> {
  const { pagesWithoutTable: pages } = cell;
  if (pages === undefined) return storing;
  try {
    return await within(storingTimeoutMs.untilPaged, storing);
  } catch (error) {
    log.error('an alarm is not stored in time; paging without the table', { incident: key, error });
  }
  const page = pageWithoutTableFor(key, alarm, unreservedCode(), cell.now());
  const isPaged = await pages.start(page).then(
    () => true,
    (error: unknown) => {
      log.error('nor can anybody be paged without the table', { incident: key, error });
      return false;
    },
  );
  return within(storingTimeoutMs.afterwards, storing).catch((error: unknown) => {
    throw isPaged ? asPagedWithoutTable(error) : error;
  });
}

const pagedWithoutTable = 'PagedWithoutTable';

function asPagedWithoutTable(cause: unknown): Error {
  return Object.assign(new Error('not stored, but paged', { cause }), { name: pagedWithoutTable });
}

/** Whether an alarm could not be stored, and people are being paged for it. */
export function isPagedWithoutTable(error: unknown): boolean {
  return error instanceof Error && error.name === pagedWithoutTable;
}
