import type { CustomerMonth } from '../../domain/reports/month-report.ts';
import type { Spread } from '../../domain/reports/percentile.ts';
import type { ReportedMonth } from './report-text.ts';

const columns: readonly string[] = [
  ...['month', 'row', 'id', 'name', 'incidents', 'open'],
  ...spreadColumns('response'),
  ...spreadColumns('resolution'),
  ...['promises_kept', 'promises_broken', 'targets_missed'],
  ...['hours_on_call', 'pages', 'nights', 'taken'],
];

type Row = Readonly<Record<string, string | number>>;

/**
 * A month as one table for a spreadsheet: a row for each customer and each responder; the column `row` tells them
 * apart. Source: RFC 4180.
 */
export function reportCsv({ month, customers, responders }: ReportedMonth): string {
  const rows: readonly Row[] = [
    ...customers.map(customerRow),
    ...responders.map(({ responder, name, hoursOnCall, pages, nights, taken }) => ({
      ...{ row: 'responder', id: responder, name },
      ...{ hours_on_call: hoursOnCall, pages, nights, taken },
    })),
  ];
  const lines = rows.map((row) => columns.map((column) => cell({ month, ...row }, column)).join(','));
  return [columns.join(','), ...lines].join('\n');
}

function customerRow(each: CustomerMonth): Row {
  return {
    ...{ row: 'customer', id: each.customer?.id ?? '', name: each.customer?.name ?? '' },
    ...{ incidents: each.incidents, open: each.open },
    ...spreadCells('response', each.response),
    ...spreadCells('resolution', each.resolution),
    ...{ promises_kept: each.promisesKept, promises_broken: each.promisesBroken },
    targets_missed: each.targetsMissed,
  };
}

function spreadColumns(of: string): readonly string[] {
  return ['count', 'p50_seconds', 'p90_seconds', 'p95_seconds', 'max_seconds'].map((name) => `${of}_${name}`);
}

function spreadCells(of: string, spread: Spread | null): Row {
  if (spread === null) return { [`${of}_count`]: 0 };
  const { count, p50, p90, p95, max } = spread;
  const values = [count, p50, p90, p95, max];
  return Object.fromEntries(spreadColumns(of).map((column, index) => [column, values[index] ?? '']));
}

/** A value with a comma, a quote or a line end is quoted. */
function cell(row: Row, column: string): string {
  const text = String(row[column] ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
