import type { ReplyPart } from './reading.ts';
import type { TimeSaid } from './times/times.ts';

/** A part of a reply, or a time together with the word that says what it is. */
export type TimedPart = Exclude<ReplyPart, { kind: 'time' }> | When;

/** A time: how long, until when, by when, at what time, or in how many minutes. */
export interface When {
  readonly kind: 'when';
  readonly how: 'for' | 'until' | 'by' | 'at' | 'within';
  readonly said: TimeSaid;
  /** The word before it. */
  readonly words: string;
}

const introductions = ['until', 'by', 'at', 'within', 'for'] as const;

/** The longest time with what stands before it and in it, in parts: "jusque vers environ 1 h 30 min". */
const maxWhen = 5;

/** Puts each time together with what stands before it: "tot ongeveer 4u" is one part. */
export function timed(parts: readonly ReplyPart[]): readonly TimedPart[] {
  const found: TimedPart[] = [];
  for (let i = 0; i < parts.length; ) {
    const [part, ...next] = parts.slice(i, i + maxWhen);
    if (part === undefined) break;
    const when = whenAt([part, ...next]);
    if (when !== undefined) found.push(when.part);
    else if (part.kind !== 'time') found.push(part);
    i += when?.length ?? 1;
  }
  return found;
}

function whenAt(parts: readonly ReplyPart[]): { readonly part: When; readonly length: number } | undefined {
  const at = parts.findIndex(({ kind }) => kind !== 'about' && !introductions.some((how) => how === kind));
  const [time, rest] = parts.slice(Math.max(at, 0));
  if (time?.kind !== 'time') return undefined;

  const first = parts.slice(0, at).find(({ kind }) => kind !== 'about');
  const how = introductions.find((one) => one === first?.kind) ?? 'for';
  const words = first !== undefined && 'words' in first ? first.words : '';
  const sum = rest?.kind === 'time' ? together(time.said, rest.said) : undefined;
  const said = sum ?? ofLanguage(time.said, words);
  return { part: { kind: 'when', how, said, words }, length: at + (sum === undefined ? 1 : 2) };
}

/** "1 uur 30 min" is one time. */
function together(hours: TimeSaid, minutes: TimeSaid): TimeSaid | undefined {
  const isSum = hours.form === 'unit' && minutes.form === 'unit' && minutes.clock === undefined;
  if (!isSum || hours.minutes === undefined || minutes.minutes === undefined) return undefined;
  const isWhole = hours.minutes % 60 === 0 && minutes.minutes < 60;
  return isWhole ? { minutes: hours.minutes + minutes.minutes, form: 'unit' } : undefined;
}

/** "Half 5" is 4:30 in Dutch and German, and 5:30 in English: only the word before it tells. */
function ofLanguage(said: TimeSaid, words: string): TimeSaid {
  return said.form === 'half' && !sayHalfBefore.includes(words) ? { form: 'half' } : said;
}

const sayHalfBefore = 'tot, tegen, om, rond, omstreeks, bis, gegen, um'.split(', ');
