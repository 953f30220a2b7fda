import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import { within } from '../aws/regions/within.ts';
import { snsOverHttps } from '../aws/sns-over-https.ts';
import type { Alarm } from '../domain/alarm/alarm.ts';
import { intakeTimeoutMs } from '../domain/timeouts.ts';
import { readNativeAlarm } from '../sources/native.ts';
import { accept } from './alarms/accept.ts';
import { type DirectEvent, takeDirect } from './alarms/cloudwatch-direct.ts';
import { cloudWatchRoute, postCloudWatch } from './alarms/cloudwatch-post.ts';
import { readyCodes } from './alarms/codes.ts';
import { isPagedWithoutTable, withPagesWithoutTable } from './alarms/stored-or-paged.ts';
import { cellOf } from './cell/cell.ts';
import { readSettings } from './cell/environment.ts';
import { log } from './cell/log.ts';
import { bodyOf, integrationWithKey } from './http/integration.ts';
import { json, problem } from './http/problem.ts';

const settings = readSettings();
const cell = withPagesWithoutTable(cellOf(settings), settings);
const codes = readyCodes(cell.codes);

const sns = snsOverHttps();

/** Alarms come in by the public API of the cell, and from AWS itself. */
export async function handler(
  event: APIGatewayProxyEvent | DirectEvent,
): Promise<APIGatewayProxyResult | undefined> {
  if ('httpMethod' in event) return answerInTime(event);
  await takeDirect(cell, codes, event);
  return undefined;
}

/** Never answers 4xx to an alarm that could be a real one. */
async function answerInTime(event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> {
  try {
    // What is under way goes on as long as the function lives.
    return await within(intakeTimeoutMs, answer(`${event.httpMethod} ${event.path}`, event));
  } catch (error) {
    // The path itself may hold a key.
    log.error('a request failed', { request: `${event.httpMethod} ${event.resource}`, error });
    return problem(503, {
      title: 'Not stored',
      detail: isPagedWithoutTable(error) ? pagedAllTheSame : notStored,
    });
  }
}

const notStored = 'The alarm could not be stored in either region: send it again.';
const pagedAllTheSame =
  'The alarm could not be stored in either region. People are being paged for it all the same: send it again until it is stored.';

async function answer(request: string, event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> {
  if (event.httpMethod === 'POST' && event.resource === cloudWatchRoute) {
    return postCloudWatch({ cell, codes, sns }, event);
  }
  switch (request) {
    case 'POST /v1/alarms':
      return takeIn(event);
    case 'GET /v1/health':
      return json(200, { status: 'ok', region: cell.region, at: new Date(cell.now()).toISOString() });
    default:
      return problem(404, {
        title: 'There is nothing here',
        detail: `There is no ${request.slice(0, 200)}; see GET /v1/openapi.json.`,
      });
  }
}

async function takeIn(event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> {
  const now = cell.now();
  const { organization } = await cell.organization.read(now);
  const integration = integrationWithKey(organization, bearerOf(event));
  if (integration === undefined) {
    const detail = 'Send the key of an integration of the organization: "Authorization: Bearer <key>".';
    return problem(401, { title: 'Unknown integration key', detail });
  }
  const { requestId } = event.requestContext;
  const alarm = readNativeAlarm(bodyOf(event), { now, requestId, integration: integration.name });
  const accepted = await accept(cell, codes, alarm);
  return json(202, { ...accepted, ...warningsOf(alarm) });
}

function warningsOf({ warnings }: Alarm): { warnings?: Alarm['warnings'] } {
  return warnings.length === 0 ? {} : { warnings };
}

function bearerOf({ headers }: APIGatewayProxyEvent): string | undefined {
  const authorization = Object.entries(headers).find(([name]) => name.toLowerCase() === 'authorization')?.[1];
  return /^bearer\s+(\S+)\s*$/i.exec(authorization ?? '')?.[1];
}
