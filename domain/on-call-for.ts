import type { Incident } from './incident.ts';
import type { Instant } from './instant.ts';
import type { Organization } from './organization.ts';
import { type OnCall, onCall } from './roster.ts';

/** Who is on call for an incident: by its own roster, or by the default one where the organization has that no more. */
export function onCallFor({ route }: Incident, organization: Organization, now: Instant): OnCall {
  const { rosters, defaultRoster } = organization;
  const name = Object.hasOwn(rosters, route.roster) ? route.roster : defaultRoster;
  return onCall(organization, name, now);
}
