import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import { type Head, incidentOf } from '../aws/head.ts';
import { incidentHistory } from '../aws/incident-history.ts';
import { openIncidents } from '../aws/open-incidents.ts';
import { tableClient } from '../aws/table-client.ts';
import type { Notice } from '../domain/notice-text.ts';
import type { Organization } from '../domain/organization.ts';
import { applyAnswer } from './apply-answer.ts';
import { applyResolution } from './apply-resolution.ts';
import { cell } from './cell.ts';
import { settings } from './environment.ts';
import { entryView, incidentView } from './incident-view.ts';
import { listIncidents } from './list-incidents.ts';
import { log } from './log.ts';
import { namedIncident } from './named-incident.ts';
import { whoIsOnCall } from './on-call.ts';
import { badRequest, json, problem } from './problem.ts';
import { type Action, readBody, type Said } from './request-body.ts';

const found = settings();
const ours = cell(found);
const clients = { own: tableClient(found.region), other: tableClient(found.otherRegion) };
const history = incidentHistory(found.tableName, clients);
const open = openIncidents(found.tableName, clients);

/**
 * The API of a cell for people and their tools. Who calls it is AWS's business (the gateway asks for a signature); for
 * whom, the caller says: only a responder of the organization takes an incident, refuses or resolves it.
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
  const now = ours.now();
  const { organization } = await ours.organization.read(now);
  const query = event.queryStringParameters ?? {};
  switch (request) {
    case 'GET /v1/incidents':
      return listIncidents(open, organization, query);
    case 'GET /v1/on-call':
      return whoIsOnCall(organization, query, now);
    case 'GET /v1/incidents/{id}':
      return show(event, organization);
    case 'POST /v1/incidents/{id}/acknowledge':
      return act(event, organization, 'acknowledge');
    case 'POST /v1/incidents/{id}/decline':
      return act(event, organization, 'decline');
    case 'POST /v1/incidents/{id}/resolve':
      return act(event, organization, 'resolve');
    default:
      throw new Error(`the gateway has a route that this function does not know: ${request}`);
  }
}

async function show(event: APIGatewayProxyEvent, organization: Organization): Promise<APIGatewayProxyResult> {
  const head = await namedIncident(ours, history, nameIn(event));
  if (head === undefined) return noSuchIncident(event);
  const incident = incidentOf(head);
  const timeline = await history.timeline(head, incident);
  const { source, dedupKey, route } = incident;
  return json(200, {
    ...incidentView(head, organization),
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
  const head = await namedIncident(ours, history, nameIn(event));
  if (head === undefined) return noSuchIncident(event);
  const notice = await apply(head, action, said);
  if (notice !== undefined) return conflict(notice);
  const changed = await namedIncident(ours, history, `${head.key}-${head.generation}`);
  return json(200, {
    ...incidentView(changed ?? head, organization),
    timeZone: organization.company.timeZone,
  });
}

function apply(head: Head, action: Action, said: Said): Promise<Notice | undefined> {
  if (action === 'resolve') return applyResolution(ours, head, said);
  return applyAnswer(ours, head, { kind: action === 'acknowledge' ? 'yes' : 'no', ...said });
}

function conflict(notice: Notice): APIGatewayProxyResult {
  if (notice.kind !== 'alreadyOver') throw new Error(`the API has no words for ${notice.kind}`);
  const detail = `The incident ${notice.code} is resolved: it can be looked at, and nothing else.`;
  return problem(409, { title: 'Already resolved', detail });
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
