import { lastingOfUpdate } from './lasting.ts';
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

const neutral: readonly PartKind[] = ['is', 'thing', 'matter', 'thanks'];

const allowedWithDone: AllowedParts = allowed(
  'done',
  'finished',
  'close',
  'ok',
  'already',
  'bye',
  ...neutral,
);

const allowedWithSerious: AllowedParts = allowed(
  'serious',
  'notSerious',
  'neverMind',
  'very',
  'polite',
  ...neutral,
);

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

const allowedWithUpdate: AllowedParts = allowed('when', ...timeless, 'polite', 'bye', ...neutral);

const allowedWithBoss: AllowedParts = allowed('boss', 'page', 'for', 'needed', 'polite', ...neutral);

const questions: readonly PartKind[] = ['info', 'who', 'question', 'detail', 'for', 'about', 'more'];

const allowedWithQuestions: AllowedParts = allowed(...questions, 'needed', 'polite', ...neutral);

/** Reads "opgelost", "A7K is fixed, thanks" and the like. Only plain forms count, since a wrong one ends an incident. */
export function done(parts: readonly TimedPart[]): Meaning {
  const strayed = unclearUnless(parts, allowedWithDone);
  if (strayed !== undefined) return strayed;
  if (isAsked(parts)) return unclear('question');
  const isFirm = parts.every((part, i) => isFirmIn(part, parts.slice(0, i), parts[i + 1]));
  const isMeant = hasAny(parts, 'done', 'code') && isOrder(parts);
  return isFirm && isMeant ? { kind: 'done' } : unclear('condition');
}

/**
 * "Ok, opgelost" and "it is already fixed" are firm. "Is goed opgelost" is praise. "Opgelost, ok" and "already fixed" may be
 * questions. "Erledigt das" is an order to somebody else.
 */
function isFirmIn(part: TimedPart, before: readonly TimedPart[], next: TimedPart | undefined): boolean {
  if (part.kind === 'ok') return plainOk.includes(part.words) && !hasAny(before, 'done', 'finished', 'close');
  if (part.kind === 'already') return before.at(-1)?.kind === 'is';
  const mayOrder = part.kind === 'done' && orders.includes(part.words);
  return !mayOrder || (next?.kind !== 'thing' && next?.kind !== 'matter');
}

const plainOk = ['ok', 'oke', 'okay', 'okey', 'oki'];

const orders = ['erledigt', 'repariert'];

/** "Close A7K" is an order to us. "A7K is close" means that it is nearly fixed. */
function isOrder(parts: readonly TimedPart[]): boolean {
  const closes = parts.findIndex(({ kind }) => kind === 'close');
  return closes === -1 || (!hasAny(parts, 'is') && hasAny(parts.slice(closes), 'code'));
}

/** Reads "this is serious" and "not serious". The French "pas grave" means "never mind" unless it comes with a code. */
export function serious(parts: readonly TimedPart[]): Meaning {
  const strayed = unclearUnless(parts, allowedWithSerious);
  if (strayed !== undefined) return strayed;
  if (isAsked(parts)) return unclear('question');
  if (!hasAny(parts, 'notSerious', 'neverMind')) return { kind: 'serious' };
  if (hasAny(parts, 'serious')) return unclear('contradiction');
  return hasAny(parts, 'neverMind') && !hasAny(parts, 'code') ? unclear('condition') : { kind: 'notSerious' };
}

/** "Is A7K fixed" and "fixed, is it" are questions, with or without a question mark. */
function isAsked(parts: readonly TimedPart[]): boolean {
  return parts.some(({ kind }, i) => kind === 'is' && isSubject(parts[i + 1]));
}

function isSubject(part: TimedPart | undefined): boolean {
  const pronouns = ['it', 'this', 'that', 'het', 'dit', 'es', 'das', 'ca'];
  return part?.kind === 'code' || (part?.kind === 'thing' && pronouns.includes(part.words));
}

/** Reads how much longer the repair takes, or when it will be done. */
export function update(parts: readonly TimedPart[]): Meaning {
  const strayed = unclearUnless(parts, allowedWithUpdate);
  if (strayed !== undefined) return strayed;
  const [when, ...others] = timesOf(parts);
  const lasting = when && others.length === 0 ? lastingOfUpdate(parts, when) : undefined;
  return lasting === undefined ? unclear('time') : { kind: 'update', ...lasting };
}

/** Reads a question, or a request to page management. */
export function wish(parts: readonly TimedPart[], kind: 'info' | 'who' | 'boss'): Meaning {
  if (kind === 'info' && isPlainlyAsked(parts)) return { kind };
  return unclearUnless(parts, kind === 'boss' ? allowedWithBoss : allowedWithQuestions) ?? { kind };
}

/** The most parts of a request whose words are not all known. */
const maxOfRequest = 5;

/** "Donne-moi les détails": an answer that nobody asked for costs no more than asking again. */
function isPlainlyAsked(parts: readonly TimedPart[]): boolean {
  const words = ['info', 'infos', 'information', 'detail', 'details', 'more info', 'more details', 'uitleg'];
  const isKeyword = (part: TimedPart) => part.kind === 'info' && words.includes(part.words);
  return parts.some(isKeyword) && parts.length <= maxOfRequest && !hasAny(parts, 'is');
}
