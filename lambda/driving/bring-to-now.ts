import { advance } from '../../domain/escalation/advance.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import { onCallFor } from '../../domain/on-call/roster.ts';
import type { Organization } from '../../domain/organization/organization.ts';
import type { Instant } from '../../domain/time/instant.ts';

/** An incident as it stands now. */
export interface BroughtToNow {
  readonly incident: Incident;
  /** Whether a timer has fired since it was stored: then it must be stored again. */
  readonly hasChanged: boolean;
}

/** Brings an incident to `now` with the roster of now. */
export function bringToNow(incident: Incident, organization: Organization, now: Instant): BroughtToNow {
  const advanced = advance(incident, onCallFor(incident, organization, now), now);
  return { incident: advanced, hasChanged: JSON.stringify(advanced) !== JSON.stringify(incident) };
}
