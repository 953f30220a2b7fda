import { lastingOfUpdate } from './lasting.ts';
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

const aside: readonly PartKind[] = ['is', 'thing', 'matter', 'thanks'];

const besideDone: Beside = beside('done', 'finished', 'close', 'ok', 'already', 'bye', ...aside);

const besideSerious: Beside = beside('serious', 'notSerious', 'neverMind', 'very', 'polite', ...aside);

const timeless: readonly PartKind[] = [
  'more',
  'eta',
  'ready',
  'finished',
  'done',
  'notYet',
  'needed',
  'future',
];

const besideUpdate: Beside = beside('when', ...timeless, 'polite', 'bye', ...aside);

const besideBoss: Beside = beside('boss', 'summon', 'for', 'needed', 'polite', ...aside);

const questions: readonly PartKind[] = ['info', 'who', 'question', 'detail', 'for', 'about', 'more'];

const besideQuestions: Beside = beside(...questions, 'needed', 'polite', ...aside);

/** Reads "opgelost", "A7K is fixed, thanks" and the like: only plain forms, since a false one ends an incident. */
export function done(parts: readonly TimedPart[]): Meaning {
  const strayed = stray(parts, besideDone);
  if (strayed !== undefined) return strayed;
  if (isAsked(parts)) return unclear('question');
  const isFirm = parts.every((part, i) => isFirmIn(part, parts.slice(0, i), parts[i + 1]));
  const isMeant = hasAny(parts, 'done', 'code') && isOrder(parts);
  return isFirm && isMeant ? { kind: 'done' } : unclear('condition');
}

/**
 * "Is goed opgelost" is praise and "opgelost, ok" may ask, "ok, opgelost" is and does neither; "already fixed" may ask, "it is
 * already fixed" does not; "erledigt das" tells somebody to do it.
 */
function isFirmIn(part: TimedPart, before: readonly TimedPart[], next: TimedPart | undefined): boolean {
  if (part.kind === 'ok') return plainOk.includes(part.words) && !hasAny(before, 'done', 'finished', 'close');
  if (part.kind === 'already') return before.at(-1)?.kind === 'is';
  const mayOrder = part.kind === 'done' && orders.includes(part.words);
  return !mayOrder || (next?.kind !== 'thing' && next?.kind !== 'matter');
}

const plainOk = ['ok', 'oke', 'okay', 'okey', 'oki'];

const orders = ['erledigt', 'repariert'];

/** "Close A7K" is an order; "A7K is close" is nearly there. */
function isOrder(parts: readonly TimedPart[]): boolean {
  const closes = parts.findIndex(({ kind }) => kind === 'close');
  return closes === -1 || (!hasAny(parts, 'is') && hasAny(parts.slice(closes), 'code'));
}

/** Reads "this is serious" and "not serious". The French "pas grave" means "never mind" unless it names an incident. */
export function serious(parts: readonly TimedPart[]): Meaning {
  const strayed = stray(parts, besideSerious);
  if (strayed !== undefined) return strayed;
  if (isAsked(parts)) return unclear('question');
  if (!hasAny(parts, 'notSerious', 'neverMind')) return { kind: 'serious' };
  if (hasAny(parts, 'serious')) return unclear('contradiction');
  return hasAny(parts, 'neverMind') && !hasAny(parts, 'code') ? unclear('condition') : { kind: 'notSerious' };
}

/** "Is A7K fixed" and "fixed, is it", with or without their question marks. */
function isAsked(parts: readonly TimedPart[]): boolean {
  return parts.some(({ kind }, i) => kind === 'is' && isSubject(parts[i + 1]));
}

function isSubject(part: TimedPart | undefined): boolean {
  const pronouns = ['it', 'this', 'that', 'het', 'dit', 'es', 'das', 'ca'];
  return part?.kind === 'code' || (part?.kind === 'thing' && pronouns.includes(part.words));
}

/** Reads how much longer it takes, or when it will be mended. */
export function update(parts: readonly TimedPart[]): Meaning {
  const strayed = stray(parts, besideUpdate);
  if (strayed !== undefined) return strayed;
  const [when, ...others] = timesOf(parts);
  const lasting = when && others.length === 0 ? lastingOfUpdate(parts, when) : undefined;
  return lasting === undefined ? unclear('time') : { kind: 'update', ...lasting };
}

/** Reads what somebody wants to know, or that the boss is wanted. */
export function wish(parts: readonly TimedPart[], kind: 'info' | 'who' | 'boss'): Meaning {
  if (kind === 'info' && isPlainlyAsked(parts)) return { kind };
  return stray(parts, kind === 'boss' ? besideBoss : besideQuestions) ?? { kind };
}

/** Parts of a request in words that are not all known. */
const maxOfRequest = 5;

/** "Donne-moi les détails": telling too much costs as little as asking back. */
function isPlainlyAsked(parts: readonly TimedPart[]): boolean {
  const words = ['info', 'infos', 'information', 'detail', 'details', 'more info', 'more details', 'uitleg'];
  const isKeyword = (part: TimedPart) => part.kind === 'info' && words.includes(part.words);
  return parts.some(isKeyword) && parts.length <= maxOfRequest && !hasAny(parts, 'is');
}
