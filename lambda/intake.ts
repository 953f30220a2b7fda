import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import { within } from '../aws/regions/both-regions.ts';
import { snsOverHttps } from '../aws/sns-over-https.ts';
import type { Health } from '../domain/api/answers.ts';
import { intakeTimeoutMs } from '../domain/timeouts.ts';
import { type DirectEvent, takeDirect } from './alarms/cloudwatch-direct.ts';
import { postCloudWatch } from './alarms/cloudwatch-post.ts';
import { readyCodes } from './alarms/codes.ts';
import { postElsewhere, postNativeAlarm } from './alarms/native-post.ts';
import { ownerWarnings } from './alarms/owner-warnings.ts';
import { isPagedWithoutTable, withPagesWithoutTable } from './alarms/stored-or-paged.ts';
import { cellOf } from './cell/cell.ts';
import { readSettings } from './cell/environment.ts';
import { log } from './cell/log.ts';
import { iso, json, problem } from './http/problem.ts';
import { type Handlers, handlerOf } from './http/requests.ts';

const settings = readSettings();

const cell = withPagesWithoutTable(cellOf(settings), settings);

const codes = readyCodes(cell.codes);

const parts = { cell, codes, sns: snsOverHttps(), owners: ownerWarnings(cell, codes) };

const handlers: Handlers<'intake', undefined> = {
  sendAlarm: (event) => postNativeAlarm(parts, event),
  postCloudWatch: (event) => postCloudWatch(parts, event),
  health: () => json<Health>(200, { status: 'ok', region: cell.region, at: iso(cell.now()) }),
  otherOnAlarms: (event) => postElsewhere(parts, event),
  nothingAtRoot: (event) => postElsewhere(parts, event),
  nothingThere: (event) => postElsewhere(parts, event),
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
