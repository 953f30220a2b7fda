import type { IncidentRef } from '../../aws/table/incident-item.ts';
import { routeOfService } from '../../domain/alarm/route.ts';
import { applyAssignment } from '../../domain/answers/assign.ts';
import { slaTermsFor } from '../../domain/organization/default-policies.ts';
import type { Organization } from '../../domain/organization/organization.ts';
import type { Cell } from '../cell/cell.ts';
import { changeIncident } from './change-incident.ts';

/** Who says of which service an incident is. */
export interface AssignmentRequest {
  readonly service: string;
  readonly by: string;
  readonly id: string;
}

/** Gives an incident its service and its customer, by the organization of now. `no such service`: nothing has changed. */
export async function assignIncident(
  cell: Cell,
  ref: IncidentRef,
  { service, by, id }: AssignmentRequest,
  organization: Organization,
) {
  const route = routeOfService(organization, service);
  if (route === undefined) return { kind: 'no such service' } as const;
  const slaTerms = slaTermsFor(organization, route.customer?.id);
  return changeIncident(cell, ref, (seen, now) => applyAssignment(seen, { route, slaTerms, by, id }, now));
}
