import type { Entry } from '../../../domain/timeline.ts';
import { exampleOrganization } from '../../scenarios/example.ts';
import { kindOfMessage } from '../notice-kinds.ts';
import { isTroubled, type Play } from '../play.ts';
import type { Scene } from '../scene.ts';
import type { Seen } from '../stored-key.ts';

/** A driver's turns from a yes to the messages about it. */
const withinMs = 30_000;

/**
 * Everybody who was paged hears that another has it now, and may sleep on. Not of a serious incident: everybody works on
 * that one.
 */
export function hearsWhoHasIt({ incidents, play, now }: Scene): readonly string[] {
  return incidents.flatMap((seen) =>
    seen.timeline.flatMap((entry, index) => {
      if (entry.kind !== 'acknowledged' || entry.at + withinMs > now) return [];
      const before = seen.timeline.slice(0, index);
      const after = seen.timeline.slice(index + 1);
      const isExcused =
        isTroubled(play.night, entry.at) ||
        isSerious(seen) ||
        isHis(before, entry.by) ||
        isPassing(after, entry);
      return isExcused ? [] : untold(seen, play, { before, ...entry });
    }),
  );
}

function isSerious({ incident, timeline }: Seen): boolean {
  return incident.route.severity === 'critical' || timeline.some(({ kind }) => kind === 'serious');
}

const endings: readonly Entry['kind'][] = [
  'acknowledged',
  'acknowledgement ran out',
  'undone',
  'declined',
  'not on it',
  'resolved',
  'reopened',
];

/** Whoever has it already disturbs nobody by taking it for longer. */
function isHis(before: readonly Entry[], by: string): boolean {
  const last = before.findLast(({ kind }) => endings.includes(kind));
  return last?.kind === 'acknowledged' && last.by === by;
}

/** What is over before it could be told is not told any more. */
function isPassing(after: readonly Entry[], { at }: Entry): boolean {
  return after.some((next) => next.at <= at + withinMs && endings.includes(next.kind));
}

function untold(
  { incident: { code } }: Seen,
  { heard }: Play,
  { before, by, at }: { readonly before: readonly Entry[]; readonly by: string; readonly at: number },
): readonly string[] {
  return pagedIn(before)
    .filter((id) => id !== by)
    .filter((id) => {
      const number = exampleOrganization.responders[id]?.numbers[0];
      return !heard.some(
        (one) =>
          one.code === code &&
          one.number === number &&
          one.at >= at &&
          one.at <= at + withinMs &&
          kindOfMessage(one.text) === 'takenByOther',
      );
    })
    .map((id) => `${code}: ${id} was paged, and never heard that ${by} has it`);
}

/** Since it was opened last. */
function pagedIn(before: readonly Entry[]): readonly string[] {
  const from = before.findLastIndex(({ kind }) => kind === 'opened' || kind === 'reopened');
  const people = before.slice(Math.max(0, from)).flatMap((entry) => {
    if (entry.kind === 'paged') return [entry.responder];
    return entry.kind === 'called' && entry.whom !== 'contact center' ? [entry.whom] : [];
  });
  return [...new Set(people)];
}
