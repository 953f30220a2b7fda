import { type Advanced, advance } from '../../domain/escalation/decide.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import { onCallFor } from '../../domain/on-call/roster.ts';
import type { Organization } from '../../domain/organization/organization.ts';
import type { Instant } from '../../domain/time/instant.ts';

/** Brings an incident to `now` with the roster of now. The caller stores an incident that has changed. */
export function bringToNow(incident: Incident, organization: Organization, now: Instant): Advanced {
  return advance(incident, onCallFor(incident, organization, now), now);
}
