import type { CustomerMonth, ResponderMonth } from '../../domain/reports/month-report.ts';
import type { Spread } from '../../domain/reports/percentile.ts';
import { aligned, oneLine } from './table-text.ts';

/** A month as it is printed. */
export interface ReportedMonth {
  readonly month: string;
  /** Whether the month is over. */
  readonly isOver: boolean;
  readonly timeZone: string;
  readonly customers: readonly CustomerMonth[];
  /** For all customers together. */
  readonly inAll?: CustomerMonth;
  readonly responders: readonly ResponderMonth[];
}

const customerColumns: readonly string[] = [
  ...['CUSTOMER', 'INCIDENTS', 'RESPONSE 50%', '90%', '95%', 'MAX', 'RESOLUTION 50%', '90%', '95%', 'MAX'],
  ...['PROMISES KEPT', 'BROKEN', 'TARGETS MISSED'],
];

const responderColumns: readonly string[] = ['RESPONDER', 'HOURS ON CALL', 'PAGES', 'NIGHTS', 'TAKEN'];

/** A month in two tables: customers, and responders. */
export function reportText({ month, isOver, timeZone, customers, inAll, responders }: ReportedMonth): string {
  const rows = customers.map((each) => customerRow(each.customer?.name ?? '(unknown service)', each));
  const total = inAll === undefined ? [] : [customerRow('all', inAll)];
  const people = responders.filter(hasDone).map(responderRow);
  return [
    `${month}${isOver ? '' : ', so far'} (${timeZone})`,
    '',
    ...aligned([customerColumns, ...rows, ...total]),
    ...(people.length === 0 ? [] : ['', ...aligned([responderColumns, ...people])]),
  ].join('\n');
}

/** Seconds in words: `45 s`, `12 min`, `3 h 20 min`. */
export function durationText(seconds: number): string {
  if (seconds < 120) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 120) return `${minutes} min`;
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

function customerRow(name: string, month: CustomerMonth): readonly string[] {
  const { incidents, open, response, resolution, promisesKept, promisesBroken, targetsMissed } = month;
  return [
    oneLine(name),
    open === 0 ? String(incidents) : `${incidents}, ${open} open`,
    ...spreadCells(response),
    ...spreadCells(resolution),
    ...[promisesKept, promisesBroken, targetsMissed].map(String),
  ];
}

function spreadCells(spread: Spread | null): readonly string[] {
  if (spread === null) return ['-', '-', '-', '-'];
  return [spread.p50, spread.p90, spread.p95, spread.max].map(durationText);
}

function responderRow({ name, hoursOnCall, pages, nights, taken }: ResponderMonth): readonly string[] {
  return [oneLine(name), String(Math.round(hoursOnCall * 10) / 10), ...[pages, nights, taken].map(String)];
}

function hasDone({ hoursOnCall, pages, taken }: ResponderMonth): boolean {
  return hoursOnCall > 0 || pages > 0 || taken > 0;
}
