/** How people write a unit of time behind a number, without accents. */
const units: Readonly<Record<string, number>> = Object.fromEntries([
  ...[
    'm',
    'mn',
    'mns',
    'min',
    'mins',
    'minut',
    'minute',
    'minutes',
    'minuut',
    'minuten',
    'minuutje',
    'minuutjes',
  ].map((word) => [word, 1]),
  ...['h', 'hr', 'hrs', 'hour', 'hours', 'u', 'ur', 'uur', 'uren', 'uurtje', 'heure', 'heures'].map(
    (word) => [word, 60],
  ),
  ...['std', 'stde', 'stunde', 'stunden'].map((word) => [word, 60]),
]);

/** Times that people write in words. */
const minutesInWords: Readonly<Record<string, number>> = {
  kwartier: 15,
  'een kwartier': 15,
  kwartiertje: 15,
  'een kwartiertje': 15,
  'quart d heure': 15,
  'un quart d heure': 15,
  viertelstunde: 15,
  'eine viertelstunde': 15,
  'quarter of an hour': 15,
  'a quarter of an hour': 15,
  halfuur: 30,
  'een halfuur': 30,
  halfuurtje: 30,
  'een halfuurtje': 30,
  'half uur': 30,
  'een half uur': 30,
  'half uurtje': 30,
  'een half uurtje': 30,
  'half an hour': 30,
  'half hour': 30,
  'demi heure': 30,
  'une demi heure': 30,
  'halbe stunde': 30,
  'eine halbe stunde': 30,
  'een uur': 60,
  'een uurtje': 60,
  'an hour': 60,
  'one hour': 60,
  'une heure': 60,
  'eine stunde': 60,
};

/** All times in words. */
export const timesInWords: readonly string[] = Object.keys(minutesInWords);

/** A number with its unit written to it, such as `30m` or `2std`. */
const numberAndUnit = /^(\d{1,4})([a-z]{1,9})$/;

/** Minutes in one of a unit; undefined when the word is no unit. */
export function minutesPerUnit(word: string): number | undefined {
  return Object.hasOwn(units, word) ? units[word] : undefined;
}

/** Minutes that words such as "half an hour" stand for. */
export function minutesOfWords(words: string): number | undefined {
  return Object.hasOwn(minutesInWords, words) ? minutesInWords[words] : undefined;
}

/** Minutes of a number and unit in one, `45min`. */
export function minutesOfWord(word: string): number | undefined {
  const [, amount, unit = ''] = numberAndUnit.exec(word) ?? [];
  const perUnit = minutesPerUnit(unit);
  return perUnit === undefined ? undefined : Number(amount) * perUnit;
}

/** A time on the clock, or hours and minutes: `3:45`, `03h45`, `1u30`. Which of the two is meant, nobody can tell. */
export function isClockTime(word: string): boolean {
  return /^\d{1,2}([:.,]\d+|(h|u|uur|std)\d{1,2}(m|min|mn)?)$/.test(word);
}

/** Whether a word, in any case, would be read as a time, so that it cannot be a code. */
export function readsAsTime(word: string): boolean {
  const lower = word.toLowerCase();
  return /^\d+$/.test(lower) || minutesOfWord(lower) !== undefined || isClockTime(lower);
}
