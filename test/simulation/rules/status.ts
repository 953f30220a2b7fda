import { isTroubled } from '../play.ts';
import type { Scene } from '../scene.ts';
import type { Seen } from '../stored-key.ts';

/**
 * A driver acts within this time after a deadline where nothing fails; where something fails, within the guardians'
 * time.
 */
const lateMs = 5000;

/**
 * Each incident is in exactly one state, with the attributes of that state. An incident that is not over has a
 * deadline to come. (P2, P5)
 */
export function status({ incidents, now, play }: Scene): readonly string[] {
  const isExcused = isTroubled(play.night, now);
  return incidents.flatMap((seen) =>
    wrongWith(seen, now, isExcused).map((what) => `${seen.incident.code}: ${what}`),
  );
}

function wrongWith({ incident, item, isPast }: Seen, now: number, isExcused: boolean): readonly string[] {
  const { status: is, acknowledgement, held, resolvedAt } = incident;
  const wrong: string[] = [];
  if (!['escalating', 'acknowledged', 'held', 'resolved'].includes(is)) wrong.push(`the status is ${is}`);
  if ((held !== undefined) !== (is === 'held')) wrong.push(`is ${is} and held: ${JSON.stringify(held)}`);
  if ((resolvedAt !== undefined) !== (is === 'resolved')) wrong.push(`is ${is}, resolved at ${resolvedAt}`);
  if (is !== 'resolved' && (acknowledgement !== undefined) !== (is === 'acknowledged')) {
    wrong.push(`is ${is} and acknowledged: ${JSON.stringify(acknowledgement)}`);
  }
  if (isPast && is !== 'resolved') wrong.push(`a later generation is there, and it is ${is}`);
  if (isPast || item.isArchived) return wrong;
  if (item.deadline === undefined) wrong.push(`is ${is}, not archived, and has no deadline`);
  else if (!isExcused && item.deadline + lateMs < now)
    wrong.push(`nobody drives it since ${item.deadline - now} ms`);
  return wrong;
}
