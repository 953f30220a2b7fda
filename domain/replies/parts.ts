import { isCode } from './code.ts';
import type { Meaning, WhyUnclear } from './reply.ts';
import { maxTimeLength, type ReplyTime, timeAt } from './times/times.ts';
import { usesOfWords, type WordUse, wordsAndPhrases } from './words/words.ts';

/** One part of a reply. A reply is a list of parts, in their order. */
export type ReplyPart =
  | { readonly kind: WordUse; readonly words: string }
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'time'; readonly value: ReplyTime }
  | { readonly kind: 'question' }
  | { readonly kind: 'unknown'; readonly words: string };

/** The length of the longest phrase, in words. */
const maxPhrase = Math.max(...wordsAndPhrases.map((words) => words.split(' ').length));

/** Units that mean one of them after "another", as in "nog uurtje". */
const singleHours = ['hour', 'uur', 'uurtje', 'heure', 'stunde'];

/** Reads the words of a reply into parts, one after the other. It decides nothing. */
export function readReply(tokens: readonly string[]): readonly ReplyPart[] {
  const parts: ReplyPart[] = [];
  for (let i = 0; i < tokens.length; ) {
    const { part, length } = partAt(tokens.slice(i, i + Math.max(maxPhrase, maxTimeLength)), parts.at(-1));
    parts.push(part);
    i += length;
  }
  return parts;
}

interface PartFound {
  readonly part: ReplyPart;
  readonly length: number;
}

/** The first part of the tokens: the longest known phrase or time, or else one token. */
function partAt(tokens: readonly string[], before: ReplyPart | undefined): PartFound {
  const [first = ''] = tokens;
  if (first === '?') return { part: { kind: 'question' }, length: 1 };
  const code = first.toUpperCase();
  if (isCode(code)) return { part: { kind: 'code', code }, length: 1 };

  const phrase = phraseAt(tokens);
  const time = timeAt(tokens);
  if (phrase !== undefined && phrase.length >= (time?.length ?? 0)) return phrase;
  if (time !== undefined) return { part: { kind: 'time', value: time.value }, length: time.length };
  if (before?.kind === 'more' && singleHours.includes(first)) {
    return { part: { kind: 'time', value: { minutes: 60, form: 'unit' } }, length: 1 };
  }
  return { part: { kind: 'unknown', words: first }, length: 1 };
}

function phraseAt(tokens: readonly string[]): PartFound | undefined {
  for (let length = Math.min(maxPhrase, tokens.length); length > 0; length--) {
    const words = tokens.slice(0, length).join(' ');
    const kind = usesOfWords.get(words);
    if (kind !== undefined) return { part: { kind, words }, length };
  }
  return undefined;
}

/** A part of a reply, or a time together with the word before it. */
export type TimedPart = Exclude<ReplyPart, { kind: 'time' }> | When;

/** A time, and what it is: how long, until when, by when, at what time, or within how many minutes. */
export interface When {
  readonly kind: 'when';
  readonly how: 'for' | 'until' | 'by' | 'at' | 'within';
  readonly value: ReplyTime;
  /** The word before it. */
  readonly words: string;
}

const introductions = ['until', 'by', 'at', 'within', 'for'] as const;

/** The most parts that make one time: "jusque vers environ 1 h 30 min". */
const maxWhen = 5;

/** Joins each time with the words before it: "tot ongeveer 4u" is one part. */
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
  const sum = rest?.kind === 'time' ? together(time.value, rest.value) : undefined;
  const value = sum ?? ofLanguage(time.value, words);
  return { part: { kind: 'when', how, value, words }, length: at + (sum === undefined ? 1 : 2) };
}

/** "1 uur 30 min" is one time. */
function together(hours: ReplyTime, minutes: ReplyTime): ReplyTime | undefined {
  const isSum = hours.form === 'unit' && minutes.form === 'unit' && minutes.clock === undefined;
  if (!isSum || hours.minutes === undefined || minutes.minutes === undefined) return undefined;
  const isWhole = hours.minutes % 60 === 0 && minutes.minutes < 60;
  return isWhole ? { minutes: hours.minutes + minutes.minutes, form: 'unit' } : undefined;
}

/** "Half 5" is 4:30 in Dutch and German, and 5:30 in English. Only the word before it shows which language it is. */
function ofLanguage(value: ReplyTime, words: string): ReplyTime {
  return value.form === 'half' && !sayHalfBefore.includes(words) ? { form: 'half' } : value;
}

const sayHalfBefore = 'tot, tegen, om, rond, omstreeks, bis, gegen, um'.split(', ');

/** The kinds of parts. */
export type PartKind = TimedPart['kind'];

/** Parts that may accompany an answer without changing it. */
export type AllowedParts = ReadonlySet<PartKind>;

/** These kinds, and those that may accompany every answer. */
export function allowed(...some: readonly PartKind[]): AllowedParts {
  return new Set(['code', 'greeting', ...some]);
}

const ofTime: readonly PartKind[] = ['clock', 'until', 'by', 'at', 'within', 'when'];

/** Why a reply is unclear when it has other parts than the allowed ones. Undefined when it has none. */
export function unclearUnless(parts: readonly TimedPart[], allowed: AllowedParts): Meaning | undefined {
  const strays = parts.map(({ kind }) => kind).filter((kind) => !allowed.has(kind));
  if (strays.length === 0) return undefined;
  return unclear(strays.every((kind) => ofTime.includes(kind)) ? 'time' : 'unknownWords');
}

/** An unclear reply: its sender is asked again. */
export function unclear(why: WhyUnclear): Meaning {
  return { kind: 'unclear', why };
}

/** The times among the parts. */
export function timesOf(parts: readonly TimedPart[]): readonly When[] {
  return parts.flatMap((part) => (part.kind === 'when' ? [part] : []));
}

/** Whether one of the parts is of one of these kinds. */
export function hasAny(parts: readonly TimedPart[], ...some: readonly PartKind[]): boolean {
  return parts.some(({ kind }) => some.includes(kind));
}
