/** The longest acknowledgement, in minutes: 12 hours, a night. */
export const maxMinutes = 720;

/** How people write minutes and hours behind a number, without accents. */
const minuteUnits =
  'm, mn, mns, min, mins, minut, minute, minutes, minuut, minuten, minuutje, minuutjes, minutje, minutjes'.split(
    ', ',
  );
const hourUnits =
  'h, hr, hrs, hour, hours, u, ur, uur, uren, uurtje, uurtjes, heure, heures, std, stde, stunde, stunden, stund'.split(
    ', ',
  );

/** Units that also name a time on the clock: "4u" is four hours or four o'clock. */
const hoursOfTheClock = ['h', 'u', 'ur', 'uur', 'heure', 'heures'];

/** After a number, these always name a time on the clock. */
const halvesOfDay = ['am', 'pm', 'uhr', 'oclock'];

/** Short forms of "later" and "today" that look like codes. */
const timesInChat = ['l8r', '2day'];

/** The minutes in one unit; undefined when the word is no unit. */
export function minutesPerUnit(word: string): number | undefined {
  if (minuteUnits.includes(word)) return 1;
  return hourUnits.includes(word) ? 60 : undefined;
}

/** Whether a unit may also name a time on the clock. */
export function isHourOfTheClock(unit: string): boolean {
  return hoursOfTheClock.includes(unit);
}

/** Whether a word makes the number before it a time on the clock, and nothing else. */
export function isHalfOfDay(word: string): boolean {
  return halvesOfDay.includes(word);
}

/** A number and the unit that follows it, such as `45min`, `2std` or `4pm`; undefined when it is no unit. */
export function numberAndUnit(word: string): readonly [amount: string, unit: string] | undefined {
  const [, amount, unit = ''] = /^(\d{1,4})([a-z]{1,9})$/.exec(word) ?? [];
  if (amount === undefined || (minutesPerUnit(unit) === undefined && !isHalfOfDay(unit))) return undefined;
  return [amount, unit];
}

/** Whether a word is a time on the clock or hours and minutes: `3:45`, `03h45`, `1u30`. The word alone does not show which of the two. */
export function isClockTime(word: string): boolean {
  return /^\d{1,2}([:.,]\d+|(h|u|uur|std|uhr)\d{1,2}(m|min|mn)?)$/.test(word);
}

/** Whether a word reads as a time in small letters or capitals, so that it cannot be a code. */
export function readsAsTime(word: string): boolean {
  const lower = word.toLowerCase();
  const isNumber = /^\d+$/.test(lower);
  return isNumber || numberAndUnit(lower) !== undefined || isClockTime(lower) || timesInChat.includes(lower);
}
