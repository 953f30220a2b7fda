import { type Advanced, advance } from '../../domain/escalation/decide.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import { onCallFor } from '../../domain/on-call/roster.ts';
import { shiftOfHolder } from '../../domain/on-call/shift.ts';
import type { Organization } from '../../domain/organization/organization.ts';
import type { Instant } from '../../domain/time/instant.ts';

/** Brings an incident to `now` with the roster of now, and reads from it until when the shift of its holder lasts. The caller stores an incident that has changed. */
export function bringToNow(incident: Incident, organization: Organization, now: Instant): Advanced {
  const advanced = advance(incident, onCallFor(incident, organization, now), now);
  const { shift: before } = advanced.incident;
  const shift = shiftOfHolder(advanced.incident, organization, now);
  if (JSON.stringify(shift) === JSON.stringify(before)) return advanced;
  return { incident: { ...advanced.incident, shift }, isChanged: true };
}
