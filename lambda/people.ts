import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import type { ChangedIncident, IncidentWithTimeline } from '../domain/api/incident.ts';
import type { Organization } from '../domain/organization/organization.ts';
import type { Instant } from '../domain/time/instant.ts';
import { actions, type ReadAction } from './api/actions.ts';
import { boardLink } from './api/board-link.ts';
import { entryView, incidentView, nextView } from './api/incident-view.ts';
import { listIncidents } from './api/list-incidents.ts';
import { messagesPutAside } from './api/messages-put-aside.ts';
import { monthFigures } from './api/month-figures.ts';
import { whoIsOnCall } from './api/on-call.ts';
import { openApi } from './api/openapi.ts';
import { showTestPage } from './api/test-pages.ts';
import { cellOf } from './cell/cell.ts';
import { readSettings } from './cell/environment.ts';
import { log } from './cell/log.ts';
import { badRequest, isoOrNull, json, problem } from './http/problem.ts';
import { type Handler, type Handlers, handlerOf } from './http/requests.ts';
import { namedIncident, readable, wholeTimeline } from './incidents/read-incident.ts';
import { linkKeyOf } from './links/task-link.ts';

const settings = readSettings();

const cell = cellOf(settings);

const key = linkKeyOf(settings);

/** What each handler works with. */
interface Given {
  readonly organization: Organization;
  readonly now: Instant;
}

const handlers: Handlers<'people', Given> = {
  openApi: () => json(200, openApi()),
  listIncidents: (event, { organization, now }) =>
    listIncidents(cell.openIncidents, organization, event, now),
  showIncident: show,
  acknowledge: acting(actions.acknowledge),
  decline: acting(actions.decline),
  resolve: acting(actions.resolve),
  reopen: acting(actions.reopen),
  update: acting(actions.update),
  escalate: acting(actions.escalate),
  handOver: acting(actions.handOver),
  serious: acting(actions.serious),
  assess: acting(actions.assess),
  assign: acting(actions.assign),
  consent: acting(actions.consent),
  onCall: (event, { organization, now }) => whoIsOnCall(organization, event, now),
  report: (event, { organization, now }) => monthFigures(cell, organization, event, now),
  putAside: (_, { organization }) => messagesPutAside(cell, organization),
  showTestPage: (event, { organization }) => showTestPage(cell, organization, event),
  boardLink: (event, given) => boardLink(event, key, given),
};

/**
 * The API of a cell for people and their tools. The gateway asks each caller for a signature of AWS. The caller says in
 * whose name they speak: only a responder of the organization can act on an incident.
 */
export async function handler(event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> {
  try {
    const answer = handlerOf(handlers, event);
    const now = cell.now();
    const { organization } = await cell.organization.read(now);
    return await answer(event, { organization, now });
  } catch (error) {
    log.error('a request failed', { request: `${event.httpMethod} ${event.resource}`, error });
    return problem(503, {
      title: 'Not answered',
      detail: 'Neither region could be reached, or something failed: try again, here or at the other cell.',
    });
  }
}

async function show(event: APIGatewayProxyEvent, { organization }: Given): Promise<APIGatewayProxyResult> {
  const item = await namedIncident(cell, nameIn(event));
  if (item === undefined) return noSuchIncident(event);
  const incident = readable(item);
  if (incident === undefined) return cannotBeRead(item.code);
  const timeline = await wholeTimeline(cell, item, incident);
  const { source, dedupKey, route, details = {}, links = [] } = incident;
  const now = cell.now();
  const { lastAt, ...firings } = await cell.alarms.firings(
    item.key,
    incident.openedAt,
    incident.resolvedAt ?? now,
  );
  return json<IncidentWithTimeline>(200, {
    ...incidentView(item, organization, now),
    ...{ source, dedupKey, roster: route.roster, timeZone: organization.company.timeZone },
    ...{ details, links: [...links], alarms: { ...firings, lastAt: isoOrNull(lastAt) } },
    whatHappensNext: nextView(incident, organization, now),
    timeline: timeline.map(entryView),
  });
}

function acting(read: ReadAction): Handler<Given> {
  return async (event, { organization, now }) => {
    const request = read(event, organization, now);
    if (typeof request === 'string') return badRequest(request);
    const item = await namedIncident(cell, nameIn(event));
    if (item === undefined) return noSuchIncident(event);
    const obstacle = await request.apply(cell, item, organization);
    if (obstacle !== undefined) return obstacle;
    const changed = await namedIncident(cell, `${item.key}-${item.generation}`);
    return json<ChangedIncident>(200, {
      ...incidentView(changed ?? item, organization, cell.now()),
      timeZone: organization.company.timeZone,
    });
  };
}

function nameIn({ pathParameters }: APIGatewayProxyEvent): string {
  return pathParameters?.['id'] ?? '';
}

function cannotBeRead(code: string): APIGatewayProxyResult {
  const detail = `The incident ${code} cannot be read: operational management is paged with the bare page.`;
  return problem(503, { title: 'Cannot be read', detail });
}

function noSuchIncident(event: APIGatewayProxyEvent): APIGatewayProxyResult {
  return problem(404, {
    title: 'No such incident',
    detail: `There is no incident ${nameIn(event).slice(0, 80)}: name it by its code, such as A7K, or its id. Open ones: GET /v1/incidents.`,
  });
}
