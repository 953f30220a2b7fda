import { replyBody } from './reply-body.ts';
import { type ReplyPart, readReply } from './reply-reading.ts';
import { letters, plainNo, plainYes } from './reply-words.ts';

/** What a message from a phone means. */
export type Reply =
  /** Takes the incident, for some minutes or as long as its severity says. */
  | { readonly kind: 'yes'; readonly code?: string | undefined; readonly minutes?: number | undefined }
  | { readonly kind: 'no'; readonly code?: string | undefined }
  | { readonly kind: 'undo'; readonly code?: string | undefined }
  /** Must be asked back. */
  | { readonly kind: 'unclear'; readonly code?: string | undefined; readonly why: WhyUnclear };

/** Why a reply is not understood. */
export type WhyUnclear =
  /** Neither yes nor no: nothing, only a code, only a number, only thanks. */
  | 'noAnswer'
  /** A story, not an answer. */
  | 'tooLong'
  /** Somebody tapped a heart on a message, or quoted it. */
  | 'reaction'
  /** The carrier may have taken it as "no more messages": the next page may not arrive. */
  | 'optOutWord'
  | 'question'
  /** An if, a but, a later, or "it is solved". */
  | 'condition'
  /** Both yes and no. */
  | 'contradiction'
  | 'severalCodes'
  /** A time on the clock, two numbers, or not between 1 and 720 minutes. */
  | 'time'
  | 'unknownWords';

/** For how long one can take an incident at most: 12 hours, a night. */
export const maxMinutes = 720;

type Kind = ReplyPart['kind'];

const opening: ReadonlySet<Kind> = new Set(['code', 'minutes', 'greeting', 'polite', 'self']);
const besideYes: ReadonlySet<Kind> = new Set([
  'yes',
  'ok',
  'code',
  'minutes',
  'greeting',
  'self',
  'detail',
  'thanks',
]);
const besideNo: ReadonlySet<Kind> = new Set([
  'no',
  'not',
  'code',
  'greeting',
  'polite',
  'self',
  'detail',
  'thanks',
]);
const besideUndo: ReadonlySet<Kind> = new Set([
  'undo',
  'code',
  'greeting',
  'polite',
  'self',
  'detail',
  'thanks',
]);

/** In English, "no" may belong to the next word: "no problem", "no signal". Before these it is an answer. */
const afterEnglishNo: ReadonlySet<Kind> = new Set([
  'no',
  'not',
  'code',
  'greeting',
  'polite',
  'self',
  'thanks',
]);

/**
 * Understands an answer in Dutch, French, German or English, in any case, with or without code and minutes.
 *
 * A yes is one only when every word of it is known and none takes it back: a false yes lets an incident lie, and
 * asking back costs a message. A no is taken more easily, since it only asks somebody else sooner. A code and a number
 * ("A7K 30") and a number with its unit ("30 min") are a yes; a number alone is not.
 */
export function parseReply(message: string): Reply {
  const body = replyBody(message);
  if (body.kind !== 'written') return { kind: 'unclear', why: body.kind };

  const parts = wholeLetter(readReply(body.text));
  const named = parts.flatMap((part) => (part.kind === 'code' ? [part.code] : []));
  const codes = new Set(body.quotedCode === undefined ? named : [...named, body.quotedCode]);
  if (codes.size > 1) return { kind: 'unclear', why: 'severalCodes' };
  const [code] = codes;
  return { ...meaning(parts), ...(code !== undefined && { code }) };
}

/** A reply of one letter: `y`. Within a longer one, a letter is part of a word. */
function wholeLetter(parts: readonly ReplyPart[]): readonly ReplyPart[] {
  const others = parts.filter(({ kind }) => kind !== 'code' && kind !== 'minutes');
  const [only] = others;
  if (others.length !== 1 || only === undefined || !('words' in only)) return parts;
  const word = letters[only.words];
  return word === undefined ? parts : parts.flatMap((part) => (part === only ? readReply(word) : [part]));
}

function meaning(parts: readonly ReplyPart[]): Reply {
  const has = (...kinds: readonly Kind[]) => parts.some(({ kind }) => kinds.includes(kind));
  if (has('optOut')) return unclear('optOutWord');
  if (has('ask')) return unclear('question');
  if (has('hedge')) return unclear('condition');
  const answers = [has('yes', 'ok'), has('no'), has('undo')].filter(Boolean).length;
  if (answers > 1 || (answers === 1 && has('not') && !has('no'))) return unclear('contradiction');
  if (has('undo')) return stray(parts, besideUndo) ?? { kind: 'undo' };
  if (has('no')) return no(parts);
  return has('yes', 'ok') ? yes(parts) : minutesAlone(parts);
}

function no(parts: readonly ReplyPart[]): Reply {
  if (parts.some(({ kind }) => kind === 'minutes' || kind === 'oddTime')) return unclear('contradiction');
  const [answer, next] = withoutOpening(parts);
  if (answer?.kind !== 'no') return unclear('unknownWords');

  const isEnglishNo = answer.words === 'no';
  if (isEnglishNo && next !== undefined && !afterEnglishNo.has(next.kind)) return unclear('unknownWords');
  return plainNo.includes(answer.words) ? { kind: 'no' } : (stray(parts, besideNo) ?? { kind: 'no' });
}

function yes(parts: readonly ReplyPart[]): Reply {
  const strayed = stray(parts, besideYes);
  if (strayed !== undefined) return strayed;
  const [first] = withoutOpening(parts);
  if (first?.kind !== 'yes' && first?.kind !== 'ok') return unclear('unknownWords');
  if (saysThatAllIsWell(parts) || saysGoodbye(parts, first)) return unclear('noAnswer');

  const [time, ...others] = parts.flatMap((part) => (part.kind === 'minutes' ? [part.minutes] : []));
  if (others.length > 0) return unclear('time');
  return time === undefined ? { kind: 'yes' } : yesFor(time);
}

/** "Ok thanks" and "I am ok" are polite, "looking ok" is good news: none of them takes an incident. */
function saysThatAllIsWell(parts: readonly ReplyPart[]): boolean {
  const firstOk = parts.findIndex(({ kind }) => kind === 'ok');
  if (firstOk === -1) return false;
  const before = parts.slice(0, firstOk);
  const hasYes = parts.some(({ kind }) => kind === 'yes');
  const isThanks = !hasYes && parts.some(({ kind }) => kind === 'thanks');
  return (
    isThanks ||
    before.some((part) => part.kind === 'self' || (part.kind === 'yes' && !plainYes.includes(part.words)))
  );
}

/** "Hallo, ok" greets; "ok, dag" takes leave. */
function saysGoodbye(parts: readonly ReplyPart[], answer: ReplyPart): boolean {
  return parts.slice(parts.indexOf(answer)).some(({ kind }) => kind === 'greeting');
}

function minutesAlone(parts: readonly ReplyPart[]): Reply {
  const [time, ...others] = parts.flatMap((part) => (part.kind === 'minutes' ? [part] : []));
  const hasOnlyTime = parts.every(({ kind }) => kind === 'minutes' || kind === 'code');
  if (time === undefined || !hasOnlyTime) {
    return unclear(parts.some(({ kind }) => kind === 'unknown') ? 'unknownWords' : 'noAnswer');
  }
  if (others.length > 0) return unclear('time');
  return time.hasUnit || parts.length > 1 ? yesFor(time.minutes) : unclear('noAnswer');
}

function yesFor(minutes: number): Reply {
  return minutes >= 1 && minutes <= maxMinutes ? { kind: 'yes', minutes } : unclear('time');
}

/** The parts from the first on that may be the answer. */
function withoutOpening(parts: readonly ReplyPart[]): readonly ReplyPart[] {
  const first = parts.findIndex(({ kind }) => !opening.has(kind));
  return first === -1 ? [] : parts.slice(first);
}

/** Why a reply is unclear that has a part besides those that are allowed. */
function stray(parts: readonly ReplyPart[], allowed: ReadonlySet<Kind>): Reply | undefined {
  const kinds = parts.map(({ kind }) => kind).filter((kind) => !allowed.has(kind));
  if (kinds.length === 0) return undefined;
  return unclear(kinds.every((kind) => kind === 'clock' || kind === 'oddTime') ? 'time' : 'unknownWords');
}

function unclear(why: WhyUnclear): Reply {
  return { kind: 'unclear', why };
}
