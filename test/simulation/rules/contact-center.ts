import { exampleOrganization } from '../../scenarios/example.ts';
import { isHarmed } from '../play.ts';
import type { Scene } from '../scene.ts';
import type { Seen } from '../stored-key.ts';

/** A driver's turns, and the longest time for which the number is busy with another call. */
const lateMs = 10_000;
const busyMs = 100_000;

/**
 * The contact center is asked to reach each primary who is asked. Its number is called where no operator has accepted
 * a task.
 */
export function contactCenter({ incidents, now, play }: Scene): readonly string[] {
  if (isHarmed(play.night, now)) return [];
  return incidents
    .filter(({ isPast }) => !isPast)
    .flatMap((seen) =>
      [...unasked(seen), ...uncalled(seen, now)].map((what) => `${seen.incident.code}: ${what}`),
    );
}

/** Operators are asked to reach each primary who is asked, unless they have already confirmed that primary. */
function unasked({ incident, timeline }: Seen): readonly string[] {
  const { status, ladder, tasks } = incident;
  if (status !== 'escalating') return [];
  const primary = ladder.asked?.find(({ role }) => role === 'primary')?.responder;
  if (primary === undefined) return [];
  const isAsked = tasks.some(({ about }) => about.kind === 'confirm' && about.responder === primary);
  const wasAsked = timeline.some(
    (entry) =>
      entry.kind === 'contact center asked' &&
      entry.about.kind === 'confirm' &&
      entry.about.responder === primary,
  );
  return isAsked || wasAsked ? [] : [`${primary} is asked as the primary, and the contact center is not`];
}

function uncalled({ incident }: Seen, now: number): readonly string[] {
  return incident.tasks
    .filter(
      ({ ended, accepted, callAt }) =>
        ended === undefined && accepted === undefined && callAt + busyMs + lateMs < now,
    )
    .map(
      ({ id }) => `nobody has the task ${id}, and ${exampleOrganization.contactCenter.number} is not called`,
    );
}
