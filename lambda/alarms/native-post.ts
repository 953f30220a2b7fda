import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import type { AlarmWarning } from '../../domain/alarm/alarm.ts';
import type { Accepted } from '../../domain/api/alarm.ts';
import type { Integration } from '../../domain/organization/organization.ts';
import { readNativeAlarm } from '../../sources/native.ts';
import type { Cell } from '../cell/cell.ts';
import { headerOf, json, problem } from '../http/problem.ts';
import { bodyOf, integrationWithKey } from '../http/requests.ts';
import { accept } from './accept.ts';
import { type CloudWatchPostParts, postCloudWatch } from './cloudwatch-post.ts';
import type { ReadyCodes } from './codes.ts';
import type { OwnerWarnings } from './owner-warnings.ts';

/** What answers the alarms of native senders. */
export interface NativePostParts {
  readonly cell: Cell;
  readonly codes: ReadyCodes;
  readonly owners: OwnerWarnings;
}

/** Accepts a native alarm of a sender whose bearer key is that of an integration. */
export async function postNativeAlarm(
  parts: NativePostParts,
  event: APIGatewayProxyEvent,
): Promise<APIGatewayProxyResult> {
  const integration = await senderOf(parts.cell, event);
  return integration === undefined ? unknownKey() : takeIn(parts, event, integration);
}

/**
 * Answers a request to a path that does not exist. A sender with a key that asks for something to be stored sends an alarm,
 * also where the path or the method is not quite right: a source counts a 4xx as delivered. Others get 404.
 */
export async function postElsewhere(
  parts: NativePostParts & CloudWatchPostParts,
  event: APIGatewayProxyEvent,
): Promise<APIGatewayProxyResult> {
  const { httpMethod, path } = event;
  if (httpMethod !== 'POST' && httpMethod !== 'PUT' && httpMethod !== 'PATCH') return nothingHere(event);
  const key = cloudWatchPath.exec(path)?.[1];
  if (key !== undefined) return postCloudWatch(parts, { ...event, pathParameters: { key } });
  const integration = await senderOf(parts.cell, event);
  if (integration === undefined) return nothingHere(event);
  const message = `an alarm is sent by POST to /v1/alarms, not by ${httpMethod} to ${path.slice(0, 200)}`;
  return takeIn(parts, event, integration, [{ place: 'path', message }]);
}

/** The path with slashes too many, in any case, and behind any base path. */
const cloudWatchPath = /\/v1\/+integrations\/+cloudwatch\/+([^/]+)\/*$/i;

async function senderOf(cell: Cell, event: APIGatewayProxyEvent): Promise<Integration | undefined> {
  const { organization } = await cell.organization.read(cell.now());
  return integrationWithKey(organization, bearerOf(event));
}

async function takeIn(
  { cell, codes, owners }: NativePostParts,
  event: APIGatewayProxyEvent,
  integration: Integration,
  warned: readonly AlarmWarning[] = [],
): Promise<APIGatewayProxyResult> {
  if (integration.cloudwatch !== undefined) return notForAlarms(integration);
  const { requestId } = event.requestContext;
  const arrival = { now: cell.now(), requestId, integration: integration.name, warnings: warned };
  const alarm = readNativeAlarm(bodyOf(event), arrival);
  const [accepted] = await Promise.all([accept(cell, codes, alarm), owners.warn(alarm, integration)]);
  const { warnings } = alarm;
  return json<Accepted>(202, { ...accepted, ...(warnings.length === 0 ? {} : { warnings }) });
}

/** The key of such an integration stands in an address, and so in logs. It proves no native alarm. */
function notForAlarms({ name }: Integration): APIGatewayProxyResult {
  const detail = `The key of ${name} is for CloudWatch alone: its alarms come through SNS.`;
  return problem(403, { title: 'Not permitted', detail });
}

function unknownKey(): APIGatewayProxyResult {
  const detail = 'Send the key of an integration of the organization: "Authorization: Bearer <key>".';
  return problem(401, { title: 'Unknown integration key', detail });
}

function bearerOf(event: APIGatewayProxyEvent): string | undefined {
  return /^bearer\s+(\S+)\s*$/i.exec(headerOf(event, 'authorization') ?? '')?.[1];
}

function nothingHere({ httpMethod, path }: APIGatewayProxyEvent): APIGatewayProxyResult {
  return problem(404, {
    title: 'There is nothing here',
    detail: `There is no ${httpMethod} ${path.slice(0, 200)}; see GET /v1/openapi.json.`,
  });
}
