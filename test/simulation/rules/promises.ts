import type { CustomerPromise } from '../../../domain/incident/customer.ts';
import { isTroubled } from '../play.ts';
import type { Scene } from '../scene.ts';
import type { Seen } from '../stored-key.ts';

/** A driver's turns between a promise's time and what follows from it. */
const lateMs = 10_000;
const troubledMs = 90_000;

/**
 * Each promise to a customer is in one of three states: it is kept; it is not yet due and a driver will act on it; or
 * it is broken and management has heard of it.
 */
export function promises(scene: Scene): readonly string[] {
  const { incidents, now, play } = scene;
  const late = isTroubled(play.night, now) ? troubledMs : lateMs;
  return incidents
    .filter(({ isPast }) => !isPast)
    .flatMap((seen) =>
      seen.incident.promises.flatMap((promise) =>
        wrongWith(seen, promise, now - late).map(
          (what) => `${seen.incident.code}: the promise ${promise.id} (${promise.about}) ${what}`,
        ),
      ),
    );
}

/** `by`: what was due by then should have happened. */
function wrongWith(seen: Seen, promise: CustomerPromise, by: number): readonly string[] {
  const { incident } = seen;
  const { kept, about, dueAt, tellAt, taskAt, task, broken, madeAt } = promise;
  if (kept !== undefined) return [];
  if (about === 'copy') {
    return tellAt !== undefined && tellAt < by ? ['is a copy that was not sent'] : [];
  }
  if (dueAt === undefined) {
    return incident.status === 'held' || madeAt > by ? [] : ['has no time by which it must be kept'];
  }
  if (taskAt !== undefined && taskAt < by && task === undefined)
    return ['is near its time, and no operator is asked'];
  if (task !== undefined && !isAsked(seen, task)) return ['has a task that is over, and nobody was told'];
  if (dueAt >= by) return [];
  if (broken === undefined) return ['is overdue, and nobody says so'];
  return isEscalated(seen, dueAt) ? [] : ['is broken, and management has not heard of it'];
}

/** The operators' task for the promise is open, or it ended because a day has passed. */
function isAsked({ incident }: Seen, task: string): boolean {
  const found = incident.tasks.find(({ id }) => id === task);
  return found === undefined || found.ended === undefined || incident.resolvedAt !== undefined;
}

/** A message has been sent or is about to be. The timeline tells of a message that no region accepted. */
function isEscalated({ timeline, incident }: Seen, dueAt: number): boolean {
  const isPending = incident.notices.some(({ notice }) => notice.kind === 'promiseBroken');
  return (
    isPending ||
    timeline.some(
      (entry) =>
        (entry.kind === 'told' || entry.kind === 'not told') &&
        entry.notice === 'promiseBroken' &&
        entry.at >= dueAt,
    )
  );
}
