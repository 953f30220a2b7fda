import { isHarmed } from '../play.ts';
import type { Scene } from '../scene.ts';
import type { Seen } from '../stored-key.ts';

/** The secondary's step begins after three minutes at most. This adds a little time for the driver's turns. */
const everybodyWithinMs = 240_000;

/** Management and both engineers hear of a major incident, whoever acknowledged it. */
export function majorIncident({ incidents, now, play }: Scene): readonly string[] {
  return incidents
    .filter(({ isPast }) => !isPast)
    .flatMap((seen) => (isHarmed(play.night, now) ? [] : wrongWith(seen, now)));
}

function wrongWith({ incident, timeline }: Seen, now: number): readonly string[] {
  const { code, status, major: since, openedAt } = incident;
  if (since === undefined || status === 'resolved' || status === 'held') return [];
  const reopenedAt = timeline.findLast(({ kind }) => kind === 'reopened')?.at ?? openedAt;
  const from = Math.max(since.since, reopenedAt);
  if (now < from + everybodyWithinMs) return [];
  const asked = timeline.flatMap((entry) => {
    if (entry.kind === 'paged' || entry.kind === 'page failed') return [entry.responder];
    return entry.kind === 'acknowledged' || entry.kind === 'joined' || entry.kind === 'declined'
      ? [entry.by]
      : [];
  });
  const people = new Set(asked);
  return people.size >= 3 ? [] : [`${code}: is major, and only ${[...people].join(', ')} heard of it`];
}
