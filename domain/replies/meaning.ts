import { isAutoreply } from './body.ts';
import { lastingOfYes } from './lasting.ts';
import {
  type Beside,
  beside,
  hasAny,
  type PartKind,
  stray,
  type TimedPart,
  timesOf,
  unclear,
} from './parts.ts';
import type { Meaning } from './reply.ts';
import { done, serious, update, wish } from './status.ts';
import { plainNo, plainYes } from './words/words.ts';

/** What says how long or when: without a time it says nothing. */
const saysWhen: readonly PartKind[] = ['more', 'eta', 'ready', 'notYet'];

const saysOver: readonly PartKind[] = ['done', 'finished', 'close'];

const judges: readonly PartKind[] = ['serious', 'notSerious', 'neverMind'];

const wishes = ['info', 'who', 'boss'] as const;

const besideBareQuestion: Beside = beside('question', 'polite');

/** What the parts of a reply mean together. The words tell whether a machine wrote them. */
export function meaning(parts: readonly TimedPart[], words: readonly string[]): Meaning {
  if (hasAny(parts, 'optOut')) return unclear('optOutWord');
  const said = doubted(parts) ?? answered(parts);
  const isPlainNo = parts.some((part) => part.kind === 'no' && plainNo.includes(part.words));
  return isAutoreply(words) && !(said.kind === 'no' && isPlainNo) ? unclear('autoreply') : said;
}

/** Why no answer can be clear; "?" alone asks what it is about. */
function doubted(parts: readonly TimedPart[]): Meaning | undefined {
  if (hasAny(parts, 'ask')) return unclear('question');
  if (hasAny(parts, 'hedge')) return unclear('condition');
  if (hasAny(parts, 'question') && !hasAny(parts, 'info', 'who')) {
    return parts.every(({ kind }) => besideBareQuestion.has(kind)) ? { kind: 'info' } : unclear('question');
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

const aside: readonly PartKind[] = ['self', 'detail', 'thing', 'atOnce', 'for', 'about', 'more', 'thanks'];

const opening: Beside = beside('when', 'polite', 'self', 'good');

const besideYes: Beside = beside('yes', 'ok', 'when', 'eta', 'good', ...aside);

const besideNo: Beside = beside('no', 'not', 'polite', 'bye', ...aside);

const besideUndo: Beside = beside('undo', 'polite', ...aside);

/** In English, "no" may belong to the next word: "no problem", "no signal". Before these it is an answer. */
const afterEnglishNo: Beside = beside('no', 'not', 'polite', 'self', 'thanks');

/** Reads a reply in which somebody takes back what he or she said. */
export function undo(parts: readonly TimedPart[]): Meaning {
  return stray(parts, besideUndo) ?? { kind: 'undo' };
}

/** Reads a reply with a no: a false one only asks somebody else sooner, so its reason may follow a plain one in any words. */
export function no(parts: readonly TimedPart[]): Meaning {
  if (hasAny(parts, 'when')) return unclear('contradiction');
  const [answer, next] = withoutOpening(parts);
  if (answer?.kind !== 'no') return unclear('unknownWords');

  const isEnglishNo = answer.words === 'no';
  if (isEnglishNo && next !== undefined && !afterEnglishNo.has(next.kind)) return unclear('unknownWords');
  return plainNo.includes(answer.words) ? { kind: 'no' } : (stray(parts, besideNo) ?? { kind: 'no' });
}

/** Reads a reply with a yes: every word of it must be known, and none may take it back. */
export function yes(parts: readonly TimedPart[]): Meaning {
  const strayed = stray(parts, besideYes);
  if (strayed !== undefined) return strayed;
  const [first] = withoutOpening(parts);
  if (first?.kind !== 'yes' && first?.kind !== 'ok') return unclear('unknownWords');
  if (saysThatAllIsWell(parts) || saysGoodbye(parts, first)) return unclear('noAnswer');
  if (timesOf(parts).length === 0) return hasAny(parts, 'eta', 'more') ? unclear('time') : { kind: 'yes' };
  return yesFor(parts);
}

/** "Ok thanks", "great, ok" and "I am ok" are polite, "looking ok" is good news: none of them takes an incident. */
function saysThatAllIsWell(parts: readonly TimedPart[]): boolean {
  const firstOk = parts.findIndex(({ kind }) => kind === 'ok');
  if (firstOk === -1) return false;
  const isPolite = !hasAny(parts, 'yes') && hasAny(parts, 'thanks', 'good');
  const isOfSomething = (part: TimedPart) =>
    part.kind === 'self' || (part.kind === 'yes' && !plainYes.includes(part.words));
  return isPolite || parts.slice(0, firstOk).some(isOfSomething);
}

/** "Hallo, ok" greets; "ok, dag" takes leave, and "ok, good" praises. */
function saysGoodbye(parts: readonly TimedPart[], answer: TimedPart): boolean {
  return hasAny(parts.slice(parts.indexOf(answer)), 'greeting', 'good');
}

/** Reads a reply without a word that answers: "A7K 30" and "30 min" are a yes, "30" alone is none. */
export function minutesAlone(parts: readonly TimedPart[]): Meaning {
  const [when] = timesOf(parts);
  const hasOnlyTime = parts.every(({ kind }) => kind === 'when' || kind === 'code');
  if (when === undefined || !hasOnlyTime || when.words !== '') {
    return unclear(hasAny(parts, 'unknown') ? 'unknownWords' : 'noAnswer');
  }
  return when.said.form === 'bare' && parts.length === 1 ? unclear('noAnswer') : yesFor(parts);
}

function yesFor(parts: readonly TimedPart[]): Meaning {
  const [when, ...others] = timesOf(parts);
  const lasting = when && others.length === 0 ? lastingOfYes(parts, when) : undefined;
  return lasting === undefined ? unclear('time') : { kind: 'yes', ...lasting };
}

/** The parts from the first on that may be the answer. */
function withoutOpening(parts: readonly TimedPart[]): readonly TimedPart[] {
  const first = parts.findIndex(({ kind }) => !opening.has(kind));
  return first === -1 ? [] : parts.slice(first);
}
