import type { Entry } from '../../../domain/incident/timeline.ts';
import { exampleOrganization } from '../../scenarios/example.ts';
import { kindOfMessage } from '../notice-kinds.ts';
import { isHarmed, type Play } from '../play.ts';
import type { Scene } from '../scene.ts';
import type { Seen } from '../stored-key.ts';

/** A driver's turns from a yes to the messages about it. */
const withinMs = 30_000;

/**
 * Everybody who was paged hears that another responder has acknowledged, and may sleep on. In a major incident only
 * the previous acknowledger hears it: the others are to work on it as well.
 */
export function hearsWhoAcknowledged({ incidents, play, now }: Scene): readonly string[] {
  return incidents.flatMap((seen) =>
    seen.timeline.flatMap((entry, index) => {
      if (entry.kind !== 'acknowledged' || entry.at + withinMs > now) return [];
      const before = seen.timeline.slice(0, index);
      const after = seen.timeline.slice(index + 1);
      const acknowledger = acknowledgerIn(before);
      // A responder who extends their own acknowledgement disturbs nobody.
      const isExcused =
        isHarmed(play.night, entry.at) || acknowledger === entry.by || isPassing(after, entry);
      if (isExcused) return [];
      const readers = isMajor(seen, before)
        ? [acknowledger].filter((id) => id !== undefined)
        : pagedIn(before);
      return untold(seen, play, readers, entry);
    }),
  );
}

function isMajor({ incident }: Seen, before: readonly Entry[]): boolean {
  const last = before.findLast(({ kind }) => kind === 'major incident' || kind === 'no major incident');
  return last === undefined ? incident.route.severity === 'critical' : last.kind === 'major incident';
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

function acknowledgerIn(before: readonly Entry[]): string | undefined {
  let atTheEnd: string | undefined;
  return before.reduce<string | undefined>((acknowledger, entry) => {
    if (entry.kind === 'acknowledged') return entry.by;
    if (entry.kind === 'undone' && entry.responder !== undefined) return entry.responder;
    if (entry.kind === 'resolved') atTheEnd = acknowledger;
    // An acknowledgement whose time is not up holds on.
    if (entry.kind === 'reopened') return entry.asksFirst === undefined ? atTheEnd : undefined;
    const isOwn = 'by' in entry && entry.by === acknowledger;
    const isOthers = entry.kind === 'declined' || entry.kind === 'undone';
    return endings.includes(entry.kind) && (isOwn || !isOthers) ? undefined : acknowledger;
  }, undefined);
}

/** An acknowledgement that ends before others could be told of it is not told. */
function isPassing(after: readonly Entry[], { at }: Entry): boolean {
  return after.some((next) => next.at <= at + withinMs && endings.includes(next.kind));
}

function untold(
  { incident: { code } }: Seen,
  { heard }: Play,
  readers: readonly string[],
  { by, at }: Extract<Entry, { readonly kind: 'acknowledged' }>,
): readonly string[] {
  return readers
    .filter((id) => id !== by)
    .filter((id) => {
      const number = exampleOrganization.responders[id]?.numbers[0];
      return !heard.some(
        (one) =>
          one.code === code &&
          one.number === number &&
          one.at >= at &&
          one.at <= at + withinMs &&
          kindOfMessage(one.text) === 'acknowledgedByOther',
      );
    })
    .map((id) => `${code}: ${id} was paged, and never heard that ${by} acknowledged`);
}

/** The entries since it was last opened. */
function pagedIn(before: readonly Entry[]): readonly string[] {
  const from = before.findLastIndex(({ kind }) => kind === 'opened' || kind === 'reopened');
  const people = before.slice(Math.max(0, from)).flatMap((entry) => {
    if (entry.kind === 'paged') return [entry.responder];
    return entry.kind === 'called' && entry.whom !== 'contact center' ? [entry.whom] : [];
  });
  return [...new Set(people)];
}
