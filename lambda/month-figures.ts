import type { APIGatewayProxyResult } from 'aws-lambda';
import { type Head, incidentIdOf, incidentOf } from '../aws/head.ts';
import type { KeptFigures } from '../aws/incident-figures.ts';
import type { OpenIncidents } from '../aws/open-incidents.ts';
import { monthOf, type Span, spanOf } from '../domain/calendar-month.ts';
import type { Incident } from '../domain/incident.ts';
import { figuresOf } from '../domain/incident-figures.ts';
import type { Instant } from '../domain/instant.ts';
import type { OnCallFigures } from '../domain/month-report.ts';
import { hoursOnCall } from '../domain/on-call-hours.ts';
import type { Organization } from '../domain/organization.ts';
import type { Cell } from './cell.ts';
import { iso } from './iso.ts';
import { type MonthPlace, type MonthQuery, monthWanted, placeText } from './month-query.ts';
import { badRequest, json } from './problem.ts';

/** What a report is read from. */
interface Sources {
  readonly figures: Cell['figures'];
  readonly history: Cell['history'];
  readonly open: OpenIncidents;
}

interface Page {
  readonly incidents: readonly KeptFigures[];
  readonly next: MonthPlace | undefined;
}

interface Unfinished {
  readonly head: Head;
  readonly incident: Incident;
  readonly incidentId: string;
}

/** Open incidents in a page: of each the whole timeline is read. */
const openAtOnce = 50;

/** Answers `GET /v1/report`: the figures of the incidents that were opened in a month, also of those that are not over. */
export async function monthFigures(
  sources: Sources,
  organization: Organization,
  query: MonthQuery,
  now: Instant,
): Promise<APIGatewayProxyResult> {
  const { timeZone } = organization.company;
  const wanted = monthWanted(query, timeZone, now);
  if (typeof wanted === 'string') return badRequest(wanted);

  const { month, place } = wanted;
  const { heads, isComplete } = await sources.open.readUnfinished();
  const readable = heads.flatMap(unfinishedIn);
  const theirs = readable.filter(({ incident }) => monthOf(incident.openedAt, timeZone) === month);
  const page = await pageAt(sources, month, place, theirs, timeZone);
  const span = spanOf(month, timeZone);
  return json(200, {
    ...{ month, from: iso(span.from), until: iso(span.until), isOver: span.until <= now, timeZone },
    incidents: page.incidents,
    customers: Object.entries(organization.customers).map(([id, { name }]) => ({ id, name })),
    onCall: onCallFigures(organization, { from: span.from, until: Math.min(span.until, now) }),
    next: page.next === undefined ? null : placeText(page.next),
    isComplete: isComplete && readable.length === heads.length,
  });
}

/** One that cannot be read is paged bluntly; what it will have been, a report says once it is over. */
function unfinishedIn(head: Head): readonly Unfinished[] {
  try {
    return [{ head, incident: incidentOf(head), incidentId: incidentIdOf(head) }];
  } catch {
    return [];
  }
}

/** First those that are not over, then the others: one that ends in between is seen again, and one that is open again is not counted twice. */
async function pageAt(
  { figures, history }: Sources,
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
    shown.map(async ({ head, incident, incidentId }) => {
      const timeline = await history.timeline(head, incident);
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
