import { invariant } from '../invariant.ts';

/**
 * Names the weekday of a calendar day such as `2026-01-05`.
 *
 * By arithmetic, since the file is also read where Temporal would be too large to carry. Source: Zeller's congruence,
 * where a year begins in March, so that the leap day is its last.
 */
export function weekdayOf(calendarDay: string): (typeof weekdays)[number] {
  const [year = Number.NaN, month = Number.NaN, dayOfMonth = Number.NaN] = calendarDay.split('-').map(Number);
  const yearFromMarch = month < 3 ? year - 1 : year;
  const monthFromMarch = month < 3 ? month + 12 : month;

  const leapDays =
    Math.floor(yearFromMarch / 4) - Math.floor(yearFromMarch / 100) + Math.floor(yearFromMarch / 400);
  const daysFromSaturday =
    dayOfMonth + Math.floor((13 * (monthFromMarch + 1)) / 5) + yearFromMarch + leapDays;
  const weekday = weekdays[(daysFromSaturday + 5) % 7];
  invariant(weekday !== undefined, `${calendarDay} is a calendar day`);
  return weekday;
}

/** Days on which a shift can pass on, in the order of the calendar. */
export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
