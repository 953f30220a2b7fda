import { invariant } from '../invariant.ts';

/**
 * The weekday of a calendar day such as `2026-01-05`.
 *
 * It is computed, because functions that read the file would be too large with Temporal. Source: Zeller's congruence, in
 * which a year begins in March, so that the leap day is its last.
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

/** The days of the week, in the order of the calendar. */
export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
