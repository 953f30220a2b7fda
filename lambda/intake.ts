import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import { within } from '../aws/regions/both-regions.ts';
import { snsOverHttps } from '../aws/sns-over-https.ts';
import type { Accepted } from '../domain/api/alarm.ts';
import type { Health } from '../domain/api/answers.ts';
import { intakeTimeoutMs } from '../domain/timeouts.ts';
import { readNativeAlarm } from '../sources/native.ts';
import { accept } from './alarms/accept.ts';
import { type DirectEvent, takeDirect } from './alarms/cloudwatch-direct.ts';
import { postCloudWatch } from './alarms/cloudwatch-post.ts';
import { readyCodes } from './alarms/codes.ts';
import { isPagedWithoutTable, withPagesWithoutTable } from './alarms/stored-or-paged.ts';
import { cellOf } from './cell/cell.ts';
import { readSettings } from './cell/environment.ts';
import { log } from './cell/log.ts';
import { headerOf, iso, json, problem } from './http/problem.ts';
import { bodyOf, type Handlers, handlerOf, integrationWithKey } from './http/requests.ts';

const settings = readSettings();

const cell = withPagesWithoutTable(cellOf(settings), settings);

const codes = readyCodes(cell.codes);

const sns = snsOverHttps();

const handlers: Handlers<'intake', undefined> = {
  sendAlarm: storeAlarm,
  postCloudWatch: (event) => postCloudWatch({ cell, codes, sns }, event),
  health: () => json<Health>(200, { status: 'ok', region: cell.region, at: iso(cell.now()) }),
  nothingAtRoot: nothingHere,
  nothingThere: nothingHere,
};

/** Alarms arrive by the public API of the cell, and from AWS itself. */
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
    // The work goes on after the answer, as long as the function lives.
    return await within(intakeTimeoutMs, answer(event));
  } catch (error) {
    // The path itself may contain a key.
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

async function answer(event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> {
  return handlerOf(handlers, event)(event, undefined);
}

async function storeAlarm(event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> {
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
  const { warnings } = alarm;
  return json<Accepted>(202, { ...accepted, ...(warnings.length === 0 ? {} : { warnings }) });
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
