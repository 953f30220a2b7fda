import { minutesOfWords, numberOfWord } from './durations.ts';
import { isClockTime, isHalfOfDay, isHourOfTheClock, minutesPerUnit, numberAndUnit } from './time-units.ts';

/** A time on the clock without a zone: `14:30`. Of an hour up to 12 nobody said which half of the day is meant, unless am or pm. */
export interface WallClock {
  readonly hour: number;
  readonly minute: number;
}

/** What a time in a reply can be. Neither minutes nor clock: nobody can tell. */
export interface TimeSaid {
  /** How long it lasts, where it is said as people say a time that lasts. */
  readonly minutes?: number | undefined;
  readonly clock?: WallClock | undefined;
  /** How long it would last if `1h30` were no time on the clock. */
  readonly span?: number | undefined;
  /** How it is written: a bare number (`30`, `dertig`), with something that says what it counts, or `half 5`, which languages disagree on. */
  readonly form: 'bare' | 'bareWord' | 'unit' | 'half';
}

/** A time and how many words it takes. */
interface TimeFound {
  readonly said: TimeSaid;
  readonly length: number;
}

/** The longest time, in words. */
export const maxTimeLength = 5;

/** Reads the time with which the words begin, if they do. */
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
    if (minutes !== undefined) return { said: { minutes, form: 'unit' }, length };
  }
  return undefined;
}

function noonOrMidnight(word: string): TimeFound | undefined {
  const isMidnight = ['midnight', 'middernacht', 'minuit', 'mitternacht'].includes(word);
  if (!isMidnight && !['noon', 'midi'].includes(word)) return undefined;
  return { said: { clock: { hour: isMidnight ? 0 : 12, minute: 0 }, form: 'unit' }, length: 1 };
}

/** "Half 5", as the Dutch and the Germans mean it; "kwart voor 4". */
function pastOrToAnHour(first: string, next: string, third: string): TimeFound | undefined {
  if (first === 'half' || first === 'halb') {
    const clock = hourOf(next);
    return clock && { said: { clock: earlier(clock, 30), form: 'half' }, length: 2 };
  }
  if (!['kwart', 'viertel', 'quarter'].includes(first)) return undefined;
  const clock = hourOf(third);
  const isTo = ['voor', 'vor', 'to'].includes(next);
  if (clock === undefined || !(isTo || ['over', 'na', 'nach', 'past'].includes(next))) return undefined;
  return { said: { clock: isTo ? earlier(clock, 15) : { ...clock, minute: 15 }, form: 'unit' }, length: 3 };
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
      const said = withUnit(amount, next, isWithMinutes ? Number(third) : 0);
      return { said, length: isWithMinutes ? 3 : 2 };
    }
    return { said: bare(amount, amount === first ? 'bare' : 'bareWord'), length: 1 };
  }
  if (/^\d{1,2}[.,]5$/.test(first) && minutesPerUnit(next) === 60) {
    return { said: { minutes: Number(first.replace(',', '.')) * 60, form: 'unit' }, length: 2 };
  }
  if (/^(\d{1,2}[:.]\d\d|\d{4})$/.test(first) && (isHalfOfDay(next) || isHourOfTheClock(next))) {
    return { said: onTheClock(first, next), length: 2 };
  }
  return undefined;
}

function bare(amount: string, form: 'bare' | 'bareWord'): TimeSaid {
  const number = Number(amount);
  const isCount = form === 'bareWord' || !/^0\d/.test(amount);
  return {
    minutes: isCount ? number : undefined,
    clock: number === 0 ? undefined : clockOf(number, 0),
    form,
  };
}

function withUnit(amount: string, unit: string, minute: number): TimeSaid {
  const number = Number(amount);
  if (isHalfOfDay(unit)) return { clock: halfOfDay(number, minute, unit), form: 'unit' };
  const clock = isHourOfTheClock(unit) ? clockOf(number, 0) : undefined;
  const isCount = !/^0\d/.test(amount);
  return { minutes: isCount ? number * (minutesPerUnit(unit) ?? 1) : undefined, clock, form: 'unit' };
}

/** `45min`, `4pm`, `14h30`, `3:45`, `0345`. */
function joined(first: string, next: string): TimeFound | undefined {
  const [amount, unit = ''] = numberAndUnit(first) ?? [];
  if (amount !== undefined && amount.length < 4) return { said: withUnit(amount, unit, 0), length: 1 };
  if (amount !== undefined) return { said: onTheClock(amount, unit), length: 1 };
  if (!isClockTime(first) && !/^\d{4}$/.test(first)) return undefined;
  return { said: onTheClock(first, next), length: 1 };
}

function onTheClock(word: string, unit: string): TimeSaid {
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

/** What begins with a digit and is nothing that we know, such as "24x7". */
function odd(first: string): TimeFound | undefined {
  return /^\d/.test(first) ? { said: { form: 'unit' }, length: 1 } : undefined;
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
