import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import type { Alarm } from '../domain/alarm.ts';
import { intakeBudget } from '../domain/budgets.ts';
import type { Organization } from '../domain/organization.ts';
import { hashOf } from '../sources/alarm-key.ts';
import { readNativeAlarm } from '../sources/native.ts';
import { accept } from './accept.ts';
import { cell } from './cell.ts';
import { readyCodes } from './codes.ts';
import { settings } from './environment.ts';
import { log } from './log.ts';
import { openApi } from './openapi.ts';
import { json, problem } from './problem.ts';

const ours = cell(settings());
const codes = readyCodes(ours.codes);

/** The public API of a cell. Never answers 4xx to an alarm that could be a real one. */
export async function handler(event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> {
  const request = `${event.httpMethod} ${event.path}`;
  try {
    return await inTime(answer(request, event));
  } catch (error) {
    log.error('a request failed', { request, error });
    return problem(503, {
      title: 'Not stored',
      detail: 'The alarm could not be stored in either region: send it again.',
    });
  }
}

async function answer(request: string, event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> {
  switch (request) {
    case 'POST /v1/alarms':
      return takeIn(event);
    case 'GET /v1/health':
      return json(200, { status: 'ok', region: ours.region, at: new Date(ours.now()).toISOString() });
    case 'GET /v1/openapi.json':
      return json(200, openApi);
    default:
      return problem(404, {
        title: 'Not found',
        detail: `There is no ${request}; see GET /v1/openapi.json.`,
      });
  }
}

async function takeIn(event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> {
  const now = ours.now();
  const { organization } = await ours.organization.read(now);
  const integration = integrationOf(organization, event);
  if (integration === undefined) {
    const detail = 'Send the key of an integration of the organization: "Authorization: Bearer <key>".';
    return problem(401, { title: 'Unknown integration key', detail });
  }
  const body = event.isBase64Encoded
    ? Buffer.from(event.body ?? '', 'base64').toString('utf8')
    : (event.body ?? '');
  const alarm = readNativeAlarm(body, { now, requestId: event.requestContext.requestId, integration });
  const accepted = await accept(ours, codes, alarm);
  return json(202, { ...accepted, ...warningsOf(alarm) });
}

function warningsOf({ warnings }: Alarm): { warnings?: Alarm['warnings'] } {
  return warnings.length === 0 ? {} : { warnings };
}

/** The organization knows the keys of its integrations by their hash alone. */
function integrationOf(organization: Organization, { headers }: APIGatewayProxyEvent): string | undefined {
  const authorization = Object.entries(headers).find(([name]) => name.toLowerCase() === 'authorization')?.[1];
  const [, key] = /^bearer\s+(\S+)\s*$/i.exec(authorization ?? '') ?? [];
  if (key === undefined) return undefined;
  const keyHash = `sha256:${hashOf(key)}`;
  return organization.integrations.find((integration) => integration.keyHash === keyHash)?.name;
}

/** Rejects when the answer takes longer than a source waits. What is under way goes on as long as the function lives. */
async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${intakeBudget} ms`)), intakeBudget);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
