import { endTasks } from '../contact-center/tasks.ts';
import { type Incident, pagedOrHeld, withEntry } from '../incident/incident.ts';
import { newRound } from '../incident/ladder.ts';
import type { Instant } from '../time/instant.ts';

/**
 * Holds an incident until the morning instead of beginning a round in the night of its policy: what could have waited when it
 * opened can wait when nobody has answered, or when an acknowledgement runs out. Undefined: no hold applies now. A major
 * incident does not wait.
 */
export function heldForTheNight(incident: Incident, now: Instant): Incident | undefined {
  if (incident.major !== undefined) return undefined;
  const { status, held, entries } = pagedOrHeld(incident.policy, incident.route, now);
  if (status !== 'held') return undefined;
  const quiet = endTasks(incident, ({ about }) => about.kind === 'confirm', {
    at: now,
    outcome: 'no longer needed',
  });
  return {
    ...withEntry(quiet, ...entries),
    ...{ status, held, acknowledgement: undefined },
    ladder: newRound(incident.ladder, incident.ladder.round + 1, now),
    // Whom an engineer asked for is still asked. Nobody else is asked at night.
    additional: incident.additional.filter(({ why }) => why === 'asked for'),
  };
}
