import { type Beside, beside, hasAny, type PartKind, unclear } from './allowed-parts.ts';
import { minutesAlone, no, undo, yes } from './answers.ts';
import { isAutoreply } from './body.ts';
import type { Meaning } from './reply.ts';
import { done, serious, update, wish } from './status.ts';
import type { TimedPart } from './when.ts';
import { plainNo } from './words/words.ts';

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
