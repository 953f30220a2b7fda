import { minutesOfWords, numberOfWord } from './durations.ts';
import { isClockTime, isHalfOfDay, isHourOfTheClock, minutesPerUnit, numberAndUnit } from './time-units.ts';

/** A time on the clock without a zone, such as `14:30`. An hour up to 12 may be in either half of the day, unless am or pm follows it. */
export interface WallClock {
  readonly hour: number;
  readonly minute: number;
}

/** What a time in a reply can mean. With neither minutes nor clock, nobody can know. */
export interface ReplyTime {
  /** How long it lasts, if people write a duration like that. */
  readonly minutes?: number | undefined;
  readonly clock?: WallClock | undefined;
  /** How long it would last if `1h30` were a duration. */
  readonly span?: number | undefined;
  /** How it is written: as a bare number (`30`, `dertig`), with a unit, or as `half 5`, which means different times in different languages. */
  readonly form: 'bare' | 'bareWord' | 'unit' | 'half';
}

/** A time, and the number of its words. */
interface TimeFound {
  readonly value: ReplyTime;
  readonly length: number;
}

/** The length of the longest time, in words. */
export const maxTimeLength = 5;

/** Reads the time at the start of the words, if there is one. */
export function timeAt(words: readonly string[]): TimeFound | undefined {
  const [first = '', next = '', third = ''] = words;
  return (
    inWords(words) ??
    noonOrMidnight(first) ??
    pastOrToAnHour(first, next, third) ??
    numberWithSomething(first, next, third) ??
    joined(first, next) ??
    odd(first)
  );
}

function inWords(words: readonly string[]): TimeFound | undefined {
  for (let length = Math.min(maxTimeLength, words.length); length > 0; length--) {
    const minutes = minutesOfWords(words.slice(0, length).join(' '));
    if (minutes !== undefined) return { value: { minutes, form: 'unit' }, length };
  }
  return undefined;
}

function noonOrMidnight(word: string): TimeFound | undefined {
  const isMidnight = ['midnight', 'middernacht', 'minuit', 'mitternacht'].includes(word);
  if (!isMidnight && !['noon', 'midi'].includes(word)) return undefined;
  return { value: { clock: { hour: isMidnight ? 0 : 12, minute: 0 }, form: 'unit' }, length: 1 };
}

/** "Half 5" as in Dutch and German, or "kwart voor 4". */
function pastOrToAnHour(first: string, next: string, third: string): TimeFound | undefined {
  if (first === 'half' || first === 'halb') {
    const clock = hourOf(next);
    return clock && { value: { clock: earlier(clock, 30), form: 'half' }, length: 2 };
  }
  if (!['kwart', 'viertel', 'quarter'].includes(first)) return undefined;
  const clock = hourOf(third);
  const isTo = ['voor', 'vor', 'to'].includes(next);
  if (clock === undefined || !(isTo || ['over', 'na', 'nach', 'past'].includes(next))) return undefined;
  return { value: { clock: isTo ? earlier(clock, 15) : { ...clock, minute: 15 }, form: 'unit' }, length: 3 };
}

function hourOf(word: string): WallClock | undefined {
  const hour = /^\d{1,2}$/.test(word) ? Number(word) : numberOfWord(word);
  return hour !== undefined && hour >= 1 && hour <= 12 ? { hour, minute: 0 } : undefined;
}

function earlier({ hour }: WallClock, minutes: number): WallClock {
  return { hour: hour === 1 ? 12 : hour - 1, minute: 60 - minutes };
}

/** `30`, `30 min`, `two hours`, `15 uhr 30`, `14:30 uhr`, `1.5 h`. */
function numberWithSomething(first: string, next: string, third: string): TimeFound | undefined {
  const amount = /^\d{1,3}$/.test(first) ? first : numberOfWord(first)?.toString();
  if (amount !== undefined) {
    if (isHalfOfDay(next) || minutesPerUnit(next) !== undefined) {
      const isWithMinutes = next === 'uhr' && /^[0-5]\d$/.test(third);
      const value = withUnit(amount, next, isWithMinutes ? Number(third) : 0);
      return { value, length: isWithMinutes ? 3 : 2 };
    }
    return { value: bare(amount, amount === first ? 'bare' : 'bareWord'), length: 1 };
  }
  if (/^\d{1,2}[.,]5$/.test(first) && minutesPerUnit(next) === 60) {
    return { value: { minutes: Number(first.replace(',', '.')) * 60, form: 'unit' }, length: 2 };
  }
  if (/^(\d{1,2}[:.]\d\d|\d{4})$/.test(first) && (isHalfOfDay(next) || isHourOfTheClock(next))) {
    return { value: onTheClock(first, next), length: 2 };
  }
  return undefined;
}

function bare(amount: string, form: 'bare' | 'bareWord'): ReplyTime {
  const number = Number(amount);
  const isCount = form === 'bareWord' || !/^0\d/.test(amount);
  return {
    minutes: isCount ? number : undefined,
    clock: number === 0 ? undefined : clockOf(number, 0),
    form,
  };
}

function withUnit(amount: string, unit: string, minute: number): ReplyTime {
  const number = Number(amount);
  if (isHalfOfDay(unit)) return { clock: halfOfDay(number, minute, unit), form: 'unit' };
  const clock = isHourOfTheClock(unit) ? clockOf(number, 0) : undefined;
  const isCount = !/^0\d/.test(amount);
  return { minutes: isCount ? number * (minutesPerUnit(unit) ?? 1) : undefined, clock, form: 'unit' };
}

/** `45min`, `4pm`, `14h30`, `3:45`, `0345`. */
function joined(first: string, next: string): TimeFound | undefined {
  const [amount, unit = ''] = numberAndUnit(first) ?? [];
  if (amount !== undefined && amount.length < 4) return { value: withUnit(amount, unit, 0), length: 1 };
  if (amount !== undefined) return { value: onTheClock(amount, unit), length: 1 };
  if (!isClockTime(first) && !/^\d{4}$/.test(first)) return undefined;
  return { value: onTheClock(first, next), length: 1 };
}

function onTheClock(word: string, unit: string): ReplyTime {
  const digits = word.length === 4 && /^\d+$/.test(word) ? `${word.slice(0, 2)}:${word.slice(2)}` : word;
  const [, hour = '', , minute = ''] =
    /^(\d{1,2})([:.]|h|u|uur|std|uhr)(\d\d)(m|min|mn)?$/.exec(digits) ?? [];
  if (minute === '' || Number(minute) > 59) return { form: 'unit' };
  const clock = isHalfOfDay(unit)
    ? halfOfDay(Number(hour), Number(minute), unit)
    : clockOf(Number(hour), Number(minute));
  const isSpan = /^[1-9]\d?[a-z]/.test(word);
  return { clock, span: isSpan ? Number(hour) * 60 + Number(minute) : undefined, form: 'unit' };
}

/** A word that begins with a digit and is not known, such as "24x7". */
function odd(first: string): TimeFound | undefined {
  return /^\d/.test(first) ? { value: { form: 'unit' }, length: 1 } : undefined;
}

function clockOf(hour: number, minute: number): WallClock | undefined {
  if (hour === 24 && minute === 0) return { hour: 0, minute };
  return hour <= 23 ? { hour, minute } : undefined;
}

function halfOfDay(hour: number, minute: number, half: string): WallClock | undefined {
  if (half === 'uhr') return clockOf(hour, minute);
  if (hour < 1 || hour > 12) return undefined;
  if (half === 'oclock') return { hour, minute };
  return { hour: (hour % 12) + (half === 'pm' ? 12 : 0), minute };
}
