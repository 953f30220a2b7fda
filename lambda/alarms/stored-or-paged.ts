import { within } from '../../aws/regions/both-regions.ts';
import { pagesWithoutTable } from '../../aws/workflow/pages-without-table.ts';
import type { Alarm } from '../../domain/alarm/alarm.ts';
import { pageWithoutTableFor } from '../../domain/escalation/without-table.ts';
import { storingTimeoutMs } from '../../domain/timeouts.ts';
import type { Cell } from '../cell/cell.ts';
import type { Settings } from '../cell/environment.ts';
import { log } from '../cell/log.ts';
import { unreservedCode } from './codes.ts';

/** The cell with its pages without the table: for the intake, and for the step function that continues them. */
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
 * Waits until a firing alarm is stored. When that fails, or takes too long, an execution pages without the table. If
 * the alarm is stored later all the same, that execution sees it and ends. Rejects with an error that
 * `isPagedWithoutTable` recognizes when people are paged for an alarm that is not stored.
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

/** Whether an error says that an alarm could not be stored, and that people are paged for it. */
export function isPagedWithoutTable(error: unknown): boolean {
  return error instanceof Error && error.name === pagedWithoutTable;
}
