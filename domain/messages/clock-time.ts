import type { Instant } from '../time/instant.ts';

/** Formatters are slow to make and few are needed: one for a time zone. */
const formatters = new Map<string, Intl.DateTimeFormat | undefined>();

/** A bound on the formatters that are kept: more time zones than there are. */
const maxFormatters = 1_000;

/** The largest instant, in either direction, that a calendar can show. Source: ECMA-262, "Time Values and Time Range". */
const lastInstant = 8.64e15;

/**
 * What the clock on the wall shows: `03:10`. All our languages write it so.
 *
 * Never throws, since a page without its time is worth more than none: a time zone that this platform does not know
 * shows `01:10 UTC`, and what is no instant shows `--:--`.
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
