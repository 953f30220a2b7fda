import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import { incidentOf } from '../aws/table/incident-item.ts';
import type { Organization } from '../domain/organization/organization.ts';
import { type Action, isAction } from './api/action-bodies.ts';
import { applySaid } from './api/apply-action.ts';
import { boardLink } from './api/board-link.ts';
import { entryView, incidentView } from './api/incident-view.ts';
import { listIncidents } from './api/list-incidents.ts';
import { monthFigures } from './api/month-figures.ts';
import { whoIsOnCall } from './api/on-call.ts';
import { openApi } from './api/openapi/openapi.ts';
import { readBody } from './api/request-body.ts';
import { cellOf } from './cell/cell.ts';
import { readSettings } from './cell/environment.ts';
import { log } from './cell/log.ts';
import { badRequest, json, problem } from './http/problem.ts';
import { namedIncident } from './incidents/named-incident.ts';
import { linkKeyOf } from './links/task-link.ts';

const settings = readSettings();
const cell = cellOf(settings);
const key = linkKeyOf(settings);

/**
 * The API of a cell for people and their tools. Who calls it is AWS's business (the gateway asks for a signature); for
 * whom, the caller says: only a responder of the organization says anything about an incident.
 */
export async function handler(event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> {
  const request = `${event.httpMethod} ${event.resource}`;
  try {
    return await answer(request, event);
  } catch (error) {
    log.error('a request failed', { request, error });
    return problem(503, {
      title: 'Not answered',
      detail: 'Neither region could be reached, or something failed: try again, here or at the other cell.',
    });
  }
}

async function answer(request: string, event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> {
  const now = cell.now();
  const { organization } = await cell.organization.read(now);
  const query = event.queryStringParameters ?? {};
  switch (request) {
    case 'GET /v1/openapi.json':
      return json(200, openApi);
    case 'GET /v1/incidents':
      return listIncidents(cell.openIncidents, organization, query, now);
    case 'GET /v1/on-call':
      return whoIsOnCall(organization, query, now);
    case 'GET /v1/report':
      return monthFigures(cell, organization, query, now);
    case 'GET /v1/incidents/{id}':
      return show(event, organization);
    case 'POST /v1/board-link':
      return boardLink(event, key, { organization, now });
  }
  const [, action = ''] = /^POST \/v1\/incidents\/\{id\}\/(\w+)$/.exec(request) ?? [];
  if (isAction(action)) return act(event, organization, action);
  throw new Error(`the gateway has a route that this function does not know: ${request}`);
}

async function show(event: APIGatewayProxyEvent, organization: Organization): Promise<APIGatewayProxyResult> {
  const item = await namedIncident(cell, nameIn(event));
  if (item === undefined) return noSuchIncident(event);
  const incident = incidentOf(item);
  const timeline = await cell.history.timeline(item, incident);
  const { source, dedupKey, route } = incident;
  return json(200, {
    ...incidentView(item, organization, cell.now()),
    ...{ source, dedupKey, roster: route.roster, timeZone: organization.company.timeZone },
    timeline: timeline.map(entryView),
  });
}

async function act(
  event: APIGatewayProxyEvent,
  organization: Organization,
  action: Action,
): Promise<APIGatewayProxyResult> {
  const said = readBody(event, action, organization);
  if (typeof said === 'string') return badRequest(said);
  const item = await namedIncident(cell, nameIn(event));
  if (item === undefined) return noSuchIncident(event);
  const inTheWay = await applySaid(cell, item, said, organization);
  if (inTheWay !== undefined) return inTheWay;
  const changed = await namedIncident(cell, `${item.key}-${item.generation}`);
  return json(200, {
    ...incidentView(changed ?? item, organization, cell.now()),
    timeZone: organization.company.timeZone,
  });
}

function nameIn({ pathParameters }: APIGatewayProxyEvent): string {
  return pathParameters?.['id'] ?? '';
}

function noSuchIncident(event: APIGatewayProxyEvent): APIGatewayProxyResult {
  return problem(404, {
    title: 'No such incident',
    detail: `There is no incident ${nameIn(event).slice(0, 80)}: name it by its code, such as A7K, or its id. Open ones: GET /v1/incidents.`,
  });
}
