/** For how many minutes one can take an incident at most: 12 hours, a night. */
export const maxMinutes = 720;

/** How people write minutes and hours behind a number, without accents. */
const minuteUnits =
  'm, mn, mns, min, mins, minut, minute, minutes, minuut, minuten, minuutje, minuutjes'.split(', ');
const hourUnits =
  'h, hr, hrs, hour, hours, u, ur, uur, uren, uurtje, uurtjes, heure, heures, std, stde, stunde, stunden, stund'.split(
    ', ',
  );

/** Units that name an hour of the clock as well: "4u" is four hours, and four o'clock. */
const hoursOfTheClock = ['h', 'u', 'ur', 'uur', 'heure', 'heures'];

/** Behind a number, they can only be the clock's. */
const halvesOfDay = ['am', 'pm', 'uhr', 'oclock'];

/** What people in a hurry write for "later" and "today": they look like codes. */
const timesInChat = ['l8r', '2day'];

/** Minutes in one of a unit; undefined when the word is no unit. */
export function minutesPerUnit(word: string): number | undefined {
  if (minuteUnits.includes(word)) return 1;
  return hourUnits.includes(word) ? 60 : undefined;
}

/** Whether a unit may be the clock's as well. */
export function isHourOfTheClock(unit: string): boolean {
  return hoursOfTheClock.includes(unit);
}

/** Whether a word makes the number before it a time on the clock, and nothing else. */
export function isHalfOfDay(word: string): boolean {
  return halvesOfDay.includes(word);
}

/** A number and what is written to it, such as `45min`, `2std` or `4pm`; undefined when that is no unit. */
export function numberAndUnit(word: string): readonly [amount: string, unit: string] | undefined {
  const [, amount, unit = ''] = /^(\d{1,4})([a-z]{1,9})$/.exec(word) ?? [];
  if (amount === undefined || (minutesPerUnit(unit) === undefined && !isHalfOfDay(unit))) return undefined;
  return [amount, unit];
}

/** A time on the clock, or hours and minutes: `3:45`, `03h45`, `1u30`. Which of the two, the word alone does not tell. */
export function isClockTime(word: string): boolean {
  return /^\d{1,2}([:.,]\d+|(h|u|uur|std|uhr)\d{1,2}(m|min|mn)?)$/.test(word);
}

/** Whether a word, in any case, would be read as a time, so that it cannot be a code. */
export function readsAsTime(word: string): boolean {
  const lower = word.toLowerCase();
  const isNumber = /^\d+$/.test(lower);
  return isNumber || numberAndUnit(lower) !== undefined || isClockTime(lower) || timesInChat.includes(lower);
}
