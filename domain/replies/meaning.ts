import { isAutoreply } from './autoreply.ts';
import { lastingOfYes } from './lasting.ts';
import {
  type AllowedParts,
  allowed,
  hasAny,
  type PartKind,
  type TimedPart,
  timesOf,
  unclear,
  unclearUnless,
} from './parts.ts';
import type { Meaning } from './reply.ts';
import { done, serious, update, wish } from './status.ts';
import { plainNo, plainYes } from './words/words.ts';

/** Words for how long or when. Without a time they say nothing. */
const saysWhen: readonly PartKind[] = ['more', 'eta', 'ready', 'notYet'];

const saysOver: readonly PartKind[] = ['done', 'finished', 'close'];

const judges: readonly PartKind[] = ['serious', 'notSerious', 'neverMind'];

const wishes = ['info', 'who', 'boss'] as const;

const allowedWithBareQuestion: AllowedParts = allowed('question', 'polite');

/** What the parts of a reply mean together. The words show whether a machine wrote them. */
export function meaningOf(parts: readonly TimedPart[], words: readonly string[]): Meaning {
  if (hasAny(parts, 'optOut')) return unclear('optOutWord');
  const answer = doubted(parts) ?? answered(parts);
  const isPlainNo = parts.some((part) => part.kind === 'no' && plainNo.includes(part.words));
  return isAutoreply(words) && !(answer.kind === 'no' && isPlainNo) ? unclear('autoreply') : answer;
}

/** Why the reply cannot be clear. "?" alone asks for the details. */
function doubted(parts: readonly TimedPart[]): Meaning | undefined {
  if (hasAny(parts, 'ask')) return unclear('question');
  if (hasAny(parts, 'hedge')) return unclear('condition');
  if (hasAny(parts, 'question') && !hasAny(parts, 'info', 'who')) {
    return parts.every(({ kind }) => allowedWithBareQuestion.has(kind))
      ? { kind: 'info' }
      : unclear('question');
  }
  if (!hasAny(parts, 'not') || hasAny(parts, 'no')) return undefined;
  return unclear(hasAny(parts, 'yes', 'ok', 'undo') ? 'contradiction' : 'unknownWords');
}

function answered(parts: readonly TimedPart[]): Meaning {
  const isOver = hasAny(parts, ...saysOver);
  const isYes = hasAny(parts, 'yes') || (hasAny(parts, 'ok') && !isOver);
  const isJudged = hasAny(parts, ...judges);
  const [wished, ...others] = wishes.filter((kind) => hasAny(parts, kind));
  const answers = [isYes, hasAny(parts, 'no'), hasAny(parts, 'undo'), isOver, isJudged, wished !== undefined];
  if (answers.filter(Boolean).length > 1 || others.length > 0) {
    return unclear(isOver ? 'condition' : 'contradiction');
  }

  if (hasAny(parts, 'undo')) return undo(parts);
  if (hasAny(parts, 'no')) return no(parts);
  if (isYes) return yes(parts);
  if (isJudged) return serious(parts);
  if (wished !== undefined) return wish(parts, wished);
  return overOrWhen(parts, isOver);
}

function overOrWhen(parts: readonly TimedPart[], isOver: boolean): Meaning {
  const isAboutTime = hasAny(parts, ...saysWhen);
  if (hasAny(parts, 'when') && (isOver || isAboutTime)) return update(parts);
  if (hasAny(parts, 'notYet', 'future')) return unclear('condition');
  if (isOver) return done(parts);
  return isAboutTime ? unclear('time') : minutesAlone(parts);
}

const neutral: readonly PartKind[] = ['self', 'detail', 'thing', 'atOnce', 'for', 'about', 'more', 'thanks'];

const opening: AllowedParts = allowed('when', 'polite', 'self', 'good');

const allowedWithYes: AllowedParts = allowed('yes', 'ok', 'when', 'eta', 'good', ...neutral);

const allowedWithNo: AllowedParts = allowed('no', 'not', 'polite', 'bye', ...neutral);

const allowedWithUndo: AllowedParts = allowed('undo', 'polite', ...neutral);

/** In English, "no" may belong to the next word, as in "no problem". Before one of these parts it is an answer. */
const afterEnglishNo: AllowedParts = allowed('no', 'not', 'polite', 'self', 'thanks');

/** Reads a reply with which somebody takes back their answer. */
export function undo(parts: readonly TimedPart[]): Meaning {
  return unclearUnless(parts, allowedWithUndo) ?? { kind: 'undo' };
}

/** Reads a reply with a no. Its reason may follow a plain no in any words, since a wrong no only pages the next person sooner. */
export function no(parts: readonly TimedPart[]): Meaning {
  if (hasAny(parts, 'when')) return unclear('contradiction');
  const [answer, next] = withoutOpening(parts);
  if (answer?.kind !== 'no') return unclear('unknownWords');

  const isEnglishNo = answer.words === 'no';
  if (isEnglishNo && next !== undefined && !afterEnglishNo.has(next.kind)) return unclear('unknownWords');
  return plainNo.includes(answer.words)
    ? { kind: 'no' }
    : (unclearUnless(parts, allowedWithNo) ?? { kind: 'no' });
}

/** Reads a reply with a yes. Every word must be known, and no word may contradict it. */
export function yes(parts: readonly TimedPart[]): Meaning {
  const strayed = unclearUnless(parts, allowedWithYes);
  if (strayed !== undefined) return strayed;
  const [first] = withoutOpening(parts);
  if (first?.kind !== 'yes' && first?.kind !== 'ok') return unclear('unknownWords');
  if (saysThatAllIsWell(parts) || saysGoodbye(parts, first)) return unclear('noAnswer');
  if (timesOf(parts).length === 0) return hasAny(parts, 'eta', 'more') ? unclear('time') : { kind: 'yes' };
  return yesFor(parts);
}

/** "Ok thanks", "great, ok" and "I am ok" are polite, and "looking ok" is good news. None of them acknowledges an incident. */
function saysThatAllIsWell(parts: readonly TimedPart[]): boolean {
  const firstOk = parts.findIndex(({ kind }) => kind === 'ok');
  if (firstOk === -1) return false;
  const isPolite = !hasAny(parts, 'yes') && hasAny(parts, 'thanks', 'good');
  const isOfSomething = (part: TimedPart) =>
    part.kind === 'self' || (part.kind === 'yes' && !plainYes.includes(part.words));
  return isPolite || parts.slice(0, firstOk).some(isOfSomething);
}

/** "Hallo, ok" is an answer. "Ok, dag" says goodbye, and "ok, good" praises. */
function saysGoodbye(parts: readonly TimedPart[], answer: TimedPart): boolean {
  return hasAny(parts.slice(parts.indexOf(answer)), 'greeting', 'good');
}

/** Reads a reply that only has a time: "A7K 30" and "30 min" are a yes, "30" alone is not. */
export function minutesAlone(parts: readonly TimedPart[]): Meaning {
  const [when] = timesOf(parts);
  const hasOnlyTime = parts.every(({ kind }) => kind === 'when' || kind === 'code');
  if (when === undefined || !hasOnlyTime || when.words !== '') {
    return unclear(hasAny(parts, 'unknown') ? 'unknownWords' : 'noAnswer');
  }
  return when.value.form === 'bare' && parts.length === 1 ? unclear('noAnswer') : yesFor(parts);
}

function yesFor(parts: readonly TimedPart[]): Meaning {
  const [when, ...others] = timesOf(parts);
  const lasting = when && others.length === 0 ? lastingOfYes(parts, when) : undefined;
  return lasting === undefined ? unclear('time') : { kind: 'yes', ...lasting };
}

/** The parts from the first one that may be the answer. */
function withoutOpening(parts: readonly TimedPart[]): readonly TimedPart[] {
  const first = parts.findIndex(({ kind }) => !opening.has(kind));
  return first === -1 ? [] : parts.slice(first);
}
