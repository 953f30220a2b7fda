import type { Language } from '../organization/organization.ts';
import { type Instant, minute } from '../time/instant.ts';
import { clockTime } from './clock-time.ts';
import { weekdays } from './texts/texts.ts';

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
    const parts = formatterFor(timeZone, options).formatToParts(instant);
    return Object.fromEntries(parts.map(({ type, value }) => [type, value]));
  } catch {
    return {}; // no instant: the time shows that
  }
}

function formatterFor(timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en-GB', { ...options, timeZone });
  } catch {
    return new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' });
  }
}
