import type { Entry } from '../../../domain/incident/timeline.ts';
import { isHarmed } from '../play.ts';
import type { Scene } from '../scene.ts';
import type { Seen } from '../stored-key.ts';

/** A page or call that was on its way when the decline came may still arrive. */
const onItsWayMs = 15_000;

/** A responder who declines is not asked again in the round, unless somebody adds them after that. */
export function movesOn({ incidents, play }: Scene): readonly string[] {
  return incidents.flatMap(({ incident, timeline }: Seen) =>
    timeline.flatMap((entry, index) => {
      if (entry.kind !== 'declined' || isHarmed(play.night, entry.at)) return [];
      // Additional responders are asked again in rounds of their own.
      if (timeline.slice(0, index).some(({ kind }) => kind === 'additional responder asked')) return [];
      const { by, at } = entry;
      const until = timeline.findIndex((next, later) => later > index && isAnew(next, by));
      const after = timeline.slice(index + 1, until === -1 ? undefined : until);
      return after
        .filter((next) => next.at > at + onItsWayMs && isAsked(next, by))
        .map((next) => `${incident.code}: ${by} has said no, and is ${next.kind} again`);
    }),
  );
}

/** After these entries the responder may be asked again. */
function isAnew(entry: Entry, by: string): boolean {
  switch (entry.kind) {
    case 'round began':
    case 'held':
    case 'additional responder asked':
      return true;
    case 'reopened':
      return entry.asksFirst !== undefined;
    case 'undone':
    case 'acknowledged':
    case 'joined':
      return entry.by === by;
    default:
      return false;
  }
}

function isAsked(entry: Entry, by: string): boolean {
  return (entry.kind === 'paged' && entry.responder === by) || (entry.kind === 'called' && entry.whom === by);
}
