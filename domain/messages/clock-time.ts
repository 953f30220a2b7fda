import type { Instant } from '../time/instant.ts';

/** A formatter for each time zone. They are slow to make, and few are needed. */
const formatters = new Map<string, Intl.DateTimeFormat | undefined>();

/** The most formatters that are kept: more than there are time zones. */
const maxFormatters = 1_000;

/** The largest instant, in either direction, that a calendar can show. Source: ECMA-262, "Time Values and Time Range". */
const lastInstant = 8.64e15;

/**
 * The time on the wall clock, such as `03:10`. All our languages write it like this.
 *
 * Never throws, since a page without its time is better than no page. In an unknown time zone the result is `01:10 UTC`, and
 * for an invalid instant it is `--:--`.
 */
export function clockTime(instant: Instant, timeZone: string): string {
  if (!(Math.abs(instant) <= lastInstant)) return '--:--';
  return formatterFor(timeZone)?.format(instant) ?? `${formatterFor('UTC')?.format(instant)} UTC`;
}

function formatterFor(timeZone: string): Intl.DateTimeFormat | undefined {
  if (!formatters.has(timeZone)) {
    if (formatters.size >= maxFormatters) formatters.clear();
    formatters.set(timeZone, newFormatter(timeZone));
  }
  return formatters.get(timeZone);
}

function newFormatter(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
  } catch {
    return undefined; // an unknown time zone: the caller falls back to UTC
  }
}
