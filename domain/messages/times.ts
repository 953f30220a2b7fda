import type { Language } from '../organization/organization.ts';
import { type Instant, minute } from '../time/instant.ts';
import { weekdays } from './texts/texts.ts';

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
  const formatter = formatterFor(timeZone, hourAndMinute);
  return formatter === undefined
    ? `${formatterFor('UTC', hourAndMinute)?.format(instant)} UTC`
    : formatter.format(instant);
}

const hourAndMinute: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };

/** How far clocks are changed: an hour, or half an hour on Lord Howe Island. */
const changes = [30 * minute, 60 * minute];

/**
 * The time on the wall clock, with the day if it is not today: `03:10`, `di 24/11 03:10`. When the clocks are put back and
 * show a time twice, the offset tells which one it is: `02:30 GMT+1`.
 */
export function dayAndTime(instant: Instant, now: Instant, timeZone: string, language: Language): string {
  const time = `${clockTime(instant, timeZone)}${whichOfTwo(instant, timeZone)}`;
  const day = dayOf(instant, timeZone);
  if (day === undefined || isSameDay(day, dayOf(now, timeZone))) return time;
  const end = language === 'de' ? `${day.dayOfMonth}.${day.month}.` : `${day.dayOfMonth}/${day.month}`;
  return `${weekdays[language][day.weekday]} ${end} ${time}`;
}

interface Day {
  readonly year: number;
  readonly month: number;
  readonly dayOfMonth: number;
  readonly weekday: number;
}

function isSameDay(one: Day, other: Day | undefined): boolean {
  return one.year === other?.year && one.month === other.month && one.dayOfMonth === other.dayOfMonth;
}

/** Undefined for an invalid instant. An unknown time zone counts as UTC, as in `clockTime`. */
function dayOf(instant: Instant, timeZone: string): Day | undefined {
  const parts = partsOf(instant, timeZone, {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    weekday: 'short',
  });
  const { year, month, day, weekday } = parts;
  if (year === undefined || month === undefined || day === undefined || weekday === undefined)
    return undefined;
  const dayOfMonth = Number(day);
  return { year: Number(year), month: Number(month), dayOfMonth, weekday: weekdays.en.indexOf(weekday) };
}

function whichOfTwo(instant: Instant, timeZone: string): string {
  const time = clockTime(instant, timeZone);
  const isShownTwice = changes.some(
    (change) =>
      clockTime(instant + change, timeZone) === time || clockTime(instant - change, timeZone) === time,
  );
  const offset = isShownTwice
    ? partsOf(instant, timeZone, { timeZoneName: 'shortOffset' }).timeZoneName
    : undefined;
  return offset === undefined ? '' : ` ${offset}`;
}

type Parts = Readonly<Partial<Record<Intl.DateTimeFormatPartTypes, string>>>;

function partsOf(instant: Instant, timeZone: string, options: Intl.DateTimeFormatOptions): Parts {
  try {
    const formatter = formatterFor(timeZone, options) ?? formatterFor('UTC', options);
    return Object.fromEntries(
      formatter?.formatToParts(instant).map(({ type, value }) => [type, value]) ?? [],
    );
  } catch {
    return {}; // no instant: the time shows that
  }
}

/** Formatters are slow to make, and few are needed. */
const formatters = new Map<string, Intl.DateTimeFormat | undefined>();

/** The most formatters that are kept: more than there are time zones. */
const maxFormatters = 2_000;

/** Undefined for an unknown time zone. */
function formatterFor(
  timeZone: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat | undefined {
  const key = `${timeZone} ${Object.keys(options)}`;
  if (!formatters.has(key)) {
    if (formatters.size >= maxFormatters) formatters.clear();
    formatters.set(key, newFormatter(timeZone, options));
  }
  return formatters.get(key);
}

function newFormatter(
  timeZone: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-GB', { ...options, timeZone });
  } catch {
    return undefined;
  }
}
