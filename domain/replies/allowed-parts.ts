import type { Meaning, WhyUnclear } from './reply.ts';
import type { TimedPart, When } from './when.ts';

/** What a part of a reply can be. */
export type PartKind = TimedPart['kind'];

/** What may stand beside an answer without making it another one. */
export type Beside = ReadonlySet<PartKind>;

/** These, and what may stand beside everything. */
export function beside(...some: readonly PartKind[]): Beside {
  return new Set(['code', 'greeting', ...some]);
}

const ofTime: readonly PartKind[] = ['clock', 'until', 'by', 'at', 'within', 'when'];

/** Why a reply is unclear that has a part besides those that are allowed; undefined when it has none. */
export function stray(parts: readonly TimedPart[], allowed: Beside): Meaning | undefined {
  const strays = parts.map(({ kind }) => kind).filter((kind) => !allowed.has(kind));
  if (strays.length === 0) return undefined;
  return unclear(strays.every((kind) => ofTime.includes(kind)) ? 'time' : 'unknownWords');
}

/** Must be asked back. */
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
