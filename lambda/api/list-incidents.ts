import type { APIGatewayProxyResult } from 'aws-lambda';
import type { OpenIncidents } from '../../aws/table/open-incidents.ts';
import type { Organization } from '../../domain/organization/organization.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { badRequest, json } from '../http/problem.ts';
import { type IncidentView, incidentView } from './incident-view.ts';

/** What a list can be asked for: `?status=escalating&limit=20&cursor=...`. */
const parameters: readonly string[] = ['status', 'limit', 'cursor'];

const openStatuses: readonly string[] = ['escalating', 'acknowledged', 'held'];

/** Incidents in one answer: without a limit, and at most. */
const usualLimit = 50;
const maxLimit = 100;

/** Where a page ends: after an incident, by when it was opened. */
interface Place {
  readonly openedAt: string;
  readonly incidentId: string;
}

interface Wanted {
  readonly status: string | undefined;
  readonly limit: number;
  readonly after: Place | undefined;
}

type Query = Readonly<Record<string, string | undefined>>;

/** Answers `GET /v1/incidents`: the open ones, newest first. */
export async function listIncidents(
  open: OpenIncidents,
  organization: Organization,
  query: Query,
  now: Instant,
): Promise<APIGatewayProxyResult> {
  const wanted = wantedBy(query);
  if (typeof wanted === 'string') return badRequest(wanted);

  const { items, isComplete } = await open.read();
  const { status, limit, after } = wanted;
  const found = items
    .map((item) => incidentView(item, organization, now))
    .filter((incident) => status === undefined || incident.status === status)
    .sort((a, b) => compare(placeOf(a), placeOf(b)))
    .filter((incident) => after === undefined || compare(after, placeOf(incident)) < 0);
  const incidents = found.slice(0, limit);
  const last = incidents.at(-1);
  const next = last !== undefined && found.length > limit ? cursorOf(placeOf(last)) : null;
  return json(200, { incidents, next, isComplete, timeZone: organization.company.timeZone });
}

/** What is asked for, or what is wrong with it. */
function wantedBy(query: Query): Wanted | string {
  const unknown = Object.keys(query).filter((name) => !parameters.includes(name));
  if (unknown.length > 0)
    return `There is no parameter ${unknown.join(', ')}, only ${parameters.join(', ')}.`;

  const { status, limit = String(usualLimit), cursor } = query;
  if (status !== undefined && !openStatuses.includes(status)) {
    return `status must be one of ${openStatuses.join(', ')}, got ${status}. A resolved incident is shown by its code or id.`;
  }
  if (!/^\d{1,3}$/.test(limit) || Number(limit) < 1 || Number(limit) > maxLimit) {
    return `limit must be a whole number from 1 to ${maxLimit}, got ${limit}.`;
  }
  const after = cursor === undefined ? undefined : placeIn(cursor);
  if (cursor !== undefined && after === undefined)
    return 'cursor must be the `next` of an earlier answer, as it is.';
  return { status, limit: Number(limit), after };
}

/** One that cannot be read has no time: it comes first. */
function placeOf({ openedAt, incidentId }: IncidentView): Place {
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
