import { Temporal } from '@js-temporal/polyfill';
import type { Instant } from './instant.ts';

/** From its start, included, to its end, excluded. */
export interface Span {
  readonly from: Instant;
  readonly until: Instant;
}

/** A night begins at the first hour of one day and ends at the second of the next, on the wall clock. */
const nightFrom = 22;
const nightUntil = 6;

/** The month of an instant in a time zone. */
export function monthOf(instant: Instant, timeZone: string): string {
  return localTime(instant, timeZone).toPlainDate().toPlainYearMonth().toString();
}

/** The last month that is over. */
export function lastWholeMonth(now: Instant, timeZone: string): string {
  return localTime(now, timeZone).toPlainDate().toPlainYearMonth().subtract({ months: 1 }).toString();
}

/** When a month begins and ends in a time zone. Its days may have 23 or 25 hours. */
export function spanOf(month: string, timeZone: string): Span {
  const first = Temporal.PlainYearMonth.from(month);
  const begins = (each: Temporal.PlainYearMonth) =>
    each.toPlainDate({ day: 1 }).toZonedDateTime(timeZone).epochMilliseconds;
  return { from: begins(first), until: begins(first.add({ months: 1 })) };
}

/** The night of an instant, named after the day on which it began, such as `2026-11-22`. Undefined by day. */
export function nightOf(instant: Instant, timeZone: string): string | undefined {
  const local = localTime(instant, timeZone);
  if (local.hour >= nightFrom) return local.toPlainDate().toString();
  return local.hour < nightUntil ? local.toPlainDate().subtract({ days: 1 }).toString() : undefined;
}

function localTime(instant: Instant, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone);
}
