import type { Incident, ShiftOfHolder } from '../incident/incident.ts';
import type { Organization, Role } from '../organization/organization.ts';
import type { Instant } from '../time/instant.ts';
import { onCallFor, rosterOf, shiftAt, type Turns, turnsOf } from './roster.ts';

const roles: readonly Role[] = ['primary', 'secondary', 'management'];

/**
 * The shift of the responder who has acknowledged: in which role they are on call for the incident, and until when. Undefined:
 * nobody has acknowledged, or that responder is not on call.
 */
export function shiftOfHolder(
  incident: Incident,
  organization: Organization,
  now: Instant,
): ShiftOfHolder | undefined {
  const { status, acknowledgement } = incident;
  if (status !== 'acknowledged' || acknowledgement === undefined) return undefined;
  const { by } = acknowledgement;
  const onCall = onCallFor(incident, organization, now);
  const role = roles.find((each) => onCall[each] === by);
  const turns = role && turnsOf(organization, rosterOf(incident, organization))[role];
  const endsAt = turns && endOfTurns(turns, now);
  if (role === undefined || turns === undefined || endsAt === undefined) return undefined;
  return { by, role, endsAt, nextUntil: endOfTurns(turns, endsAt) ?? endsAt };
}

/** When somebody else follows. The same person may have several shifts in a row. */
function endOfTurns(turns: Turns, now: Instant): Instant | undefined {
  const first = shiftAt(turns, now);
  let until = first?.until;
  for (let shifts = 1; until !== undefined && shifts < turns.rotation.responders.length; shifts++) {
    const next = shiftAt(turns, until);
    if (next?.responder !== first?.responder) break;
    until = next?.until;
  }
  return until;
}
