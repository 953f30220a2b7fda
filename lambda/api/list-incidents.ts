import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import type { OpenIncidents } from '../../aws/table/open-incidents.ts';
import { type Incident, type IncidentList, listQuery } from '../../domain/api/incident.ts';
import type { Organization } from '../../domain/organization/organization.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { badRequest, json } from '../http/problem.ts';
import { readQuery } from '../http/requests.ts';
import { incidentView } from './incident-view.ts';

/** The place where a page ends: the last incident on it. Incidents are in the order in which they were opened. */
interface Place {
  readonly openedAt: string;
  readonly incidentId: string;
}

/** Answers `GET /v1/incidents`: the open incidents, newest first. */
export async function listIncidents(
  open: OpenIncidents,
  organization: Organization,
  event: APIGatewayProxyEvent,
  now: Instant,
): Promise<APIGatewayProxyResult> {
  const query = readQuery(listQuery, event);
  if (typeof query === 'string') return badRequest(query);
  const { status, limit, cursor } = query;
  const after = cursor === undefined ? undefined : placeIn(cursor);
  if (cursor !== undefined && after === undefined)
    return badRequest('cursor must be the `next` of an earlier answer, as it is.');

  const { items, isComplete } = await open.read();
  const found = items
    .map((item) => incidentView(item, organization, now))
    .filter((incident) => status === undefined || incident.status === status)
    .sort((a, b) => compare(placeOf(a), placeOf(b)))
    .filter((incident) => after === undefined || compare(after, placeOf(incident)) < 0);
  const incidents = found.slice(0, limit);
  const last = incidents.at(-1);
  const next = last !== undefined && found.length > limit ? cursorOf(placeOf(last)) : null;
  return json<IncidentList>(200, { incidents, next, isComplete, timeZone: organization.company.timeZone });
}

/** An incident that cannot be read has no time, and comes first. */
function placeOf({ openedAt, incidentId }: Incident): Place {
  return { openedAt: openedAt ?? '~', incidentId };
}

function compare(a: Place, b: Place): number {
  if (a.openedAt !== b.openedAt) return a.openedAt > b.openedAt ? -1 : 1;
  if (a.incidentId === b.incidentId) return 0;
  return a.incidentId < b.incidentId ? -1 : 1;
}

function cursorOf({ openedAt, incidentId }: Place): string {
  return Buffer.from(`${openedAt} ${incidentId}`).toString('base64url');
}

function placeIn(cursor: string): Place | undefined {
  const [, openedAt, incidentId] =
    /^(\S{1,40}) ([0-9a-f]{32}-\d+)$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  return openedAt === undefined || incidentId === undefined ? undefined : { openedAt, incidentId };
}
