import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import type { StoredFigures } from '../../aws/table/incident-figures.ts';
import { type IncidentItem, incidentIdOf } from '../../aws/table/incident-item.ts';
import { type MonthFigures, type ReportQuery, reportQuery } from '../../domain/api/report.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import { hoursOnCall } from '../../domain/on-call/on-call-hours.ts';
import type { Organization } from '../../domain/organization/organization.ts';
import { figuresOf } from '../../domain/reports/incident-figures.ts';
import type { OnCallFigures } from '../../domain/reports/month-report.ts';
import { lastWholeMonth, monthOf, type Span, spanOf } from '../../domain/time/calendar-month.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Cell } from '../cell/cell.ts';
import { badRequest, iso, json } from '../http/problem.ts';
import { readQuery } from '../http/requests.ts';
import { readable } from '../incidents/read-incident.ts';

interface Page {
  readonly incidents: readonly StoredFigures[];
  readonly next: MonthPlace | undefined;
}

interface Unfinished {
  readonly item: IncidentItem;
  readonly incident: Incident;
  readonly incidentId: string;
}

/** Open incidents on a page. The function reads the whole timeline of each. */
const openAtOnce = 50;

/** Answers `GET /v1/report`: the figures of all incidents that were opened in a month, open ones included. */
export async function monthFigures(
  cell: Cell,
  organization: Organization,
  event: APIGatewayProxyEvent,
  now: Instant,
): Promise<APIGatewayProxyResult> {
  const { timeZone } = organization.company;
  const query = readQuery(reportQuery, event);
  if (typeof query === 'string') return badRequest(query);
  const wanted = monthWanted(query, timeZone, now);
  if (typeof wanted === 'string') return badRequest(wanted);

  const { month, place } = wanted;
  const { items, isComplete } = await cell.openIncidents.readUnfinished();
  const readable = items.flatMap(unfinishedIn);
  const theirs = readable.filter(({ incident }) => monthOf(incident.openedAt, timeZone) === month);
  const page = await pageAt(cell, month, place, theirs, timeZone);
  const span = spanOf(month, timeZone);
  return json<MonthFigures>(200, {
    ...{ month, from: iso(span.from), until: iso(span.until), isOver: span.until <= now, timeZone },
    incidents: page.incidents,
    customers: Object.entries(organization.customers).map(([id, { name }]) => ({ id, name })),
    onCall: onCallFigures(organization, { from: span.from, until: Math.min(span.until, now) }),
    next: page.next === undefined ? null : placeText(page.next),
    isComplete: isComplete && readable.length === items.length,
  });
}

/** An incident that cannot be read is left out. Its figures are in the report once it is over. */
function unfinishedIn(item: IncidentItem): readonly Unfinished[] {
  const incident = readable(item);
  return incident === undefined ? [] : [{ item, incident, incidentId: incidentIdOf(item) }];
}

/**
 * The open incidents come first, then those that are over. An incident that ends between two pages comes twice, and one that
 * was reopened does not.
 */
async function pageAt(
  { figures, history }: Cell,
  month: string,
  { among, after }: MonthPlace,
  theirs: readonly Unfinished[],
  timeZone: string,
): Promise<Page> {
  const isOpenToo = among === 'open';
  const waiting = isOpenToo
    ? theirs
        .filter(({ incidentId }) => after === undefined || incidentId > after)
        .toSorted((one, other) => (one.incidentId < other.incidentId ? -1 : 1))
    : [];
  const shown = waiting.slice(0, openAtOnce);
  const open = await Promise.all(
    shown.map(async ({ item, incident, incidentId }) => {
      const timeline = await history.timeline(item, incident);
      return { ...figuresOf(incident, timeline, timeZone), incidentId };
    }),
  );
  const last = shown.at(-1)?.incidentId;
  if (waiting.length > shown.length) return { incidents: open, next: { among: 'open', after: last } };

  const over = await figures.ofMonth(month, isOpenToo ? undefined : after);
  const ended = over.incidents.filter(
    (each) => !theirs.some(({ incidentId }) => incidentId === each.incidentId),
  );
  const next = over.next === undefined ? undefined : ({ among: 'over', after: over.next } as const);
  return { incidents: [...open, ...ended], next };
}

function onCallFigures(organization: Organization, within: Span): readonly OnCallFigures[] {
  const hours = hoursOnCall(organization, within);
  return Object.entries(organization.responders).map(([responder, { name }]) => ({
    ...{ responder, name },
    hours: Math.round((hours.get(responder) ?? 0) * 100) / 100,
  }));
}

/** The place where a page begins: after an incident, among the open ones or among those that are over. */
export interface MonthPlace {
  readonly among: 'open' | 'over';
  readonly after: string | undefined;
}

export interface MonthWanted {
  readonly month: string;
  readonly place: MonthPlace;
}

/** Reads which page is asked for, or says what is wrong. Without a month it is the last one that is over. */
export function monthWanted(query: ReportQuery, timeZone: string, now: Instant): MonthWanted | string {
  const { month = lastWholeMonth(now, timeZone), cursor } = query;
  const current = monthOf(now, timeZone);
  if (month > current) return `month must have begun: now it is ${current}, got ${month}.`;
  const place: MonthPlace | undefined =
    cursor === undefined ? { among: 'open', after: undefined } : placeIn(cursor);
  return place === undefined
    ? 'cursor must be the `next` of an earlier answer for the same month, as it is.'
    : { month, place };
}

/** A place as a cursor names it. */
export function placeText({ among, after = '' }: MonthPlace): string {
  return Buffer.from(`${among} ${after}`).toString('base64url');
}

function placeIn(cursor: string): MonthPlace | undefined {
  const text = Buffer.from(cursor, 'base64url').toString();
  const [, among, after] = /^(open|over) ([0-9a-f]{32}-\d+)$/.exec(text) ?? [];
  return among === undefined ? undefined : { among: among === 'open' ? 'open' : 'over', after };
}
