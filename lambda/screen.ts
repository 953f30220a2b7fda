import { randomUUID } from 'node:crypto';
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import { cellOf } from './cell/cell.ts';
import { readSettings } from './cell/environment.ts';
import { log } from './cell/log.ts';
import { type Link, taskIn, unseal } from './links/link-token.ts';
import { linkKeyOf, type TaskRef } from './links/task-link.ts';
import { addressOf } from './screens/address.ts';
import { askBackScreen } from './screens/ask-back-screen.ts';
import { answerWith, seeOther } from './screens/document.ts';
import { nameOfRef } from './screens/named-task.ts';
import { applyPress, readPress, rememberedName, rememberingName } from './screens/operator-press.ts';
import { type Refusal, refusedScreen } from './screens/refused-screen.ts';
import { type Showing, showing } from './screens/showing.ts';
import { screenOf } from './screens/shown-screen.ts';

const settings = readSettings();

const cell = cellOf(settings);

const key = linkKeyOf(settings);

/**
 * What a signed link opens. Opening changes nothing, however often and by whatever program; a button that somebody presses
 * does. Who has the link is let in, and says who he or she is.
 */
export async function handler(event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> {
  try {
    return withoutBodyForHead(event, await answer(event));
  } catch (error) {
    log.error('a screen failed', { request: `${event.httpMethod} ${event.resource}`, error });
    return refused('failed', 503);
  }
}

async function answer(event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> {
  const now = cell.now();
  const unsealed = unseal(event.pathParameters?.['token'] ?? '', await key.read(), now);
  if (unsealed.kind === 'expired') return refused('expired', 410);
  if (unsealed.kind === 'foreign') return refused('foreign', 403);

  const { organization } = await cell.organization.read(now);
  const shown = showing(organization, {
    now,
    operator: rememberedName(event),
    form: `${now}-${randomUUID()}`,
  });
  if (event.httpMethod === 'POST') return take(event, shown, unsealed.link);
  const screen = await screenOf(cell, shown, { link: unsealed.link, asked: askedIn(event) });
  return screen === undefined ? refused('gone', 410) : answerWith(200, screen);
}

/** Applies what was pressed, and sends the browser to where it sees what came of it. */
async function take(event: APIGatewayProxyEvent, shown: Showing, link: Link): Promise<APIGatewayProxyResult> {
  const read = readPress(event);
  if (read.kind === 'malformed') return refused('malformed', 400);
  if (read.kind === 'lacking') return answerWith(422, askBackScreen(shown, read.given, read.lacking));
  const { press } = read;
  if (!press.tasks.every((task) => isFor(link, task))) return refused('foreign', 403);

  const isSecond = (await applyPress(cell, press)) === 'second';
  const isOnBoard = link.kind === 'board' && askedIn(event).tasks.length === 0;
  const names = press.tasks.map(nameOfRef);
  return seeOther(addressOf(isOnBoard ? 'pressed' : 'task', names, isSecond), rememberingName(press.by));
}

/** The board is about every task; the link of a task about that one. */
function isFor(link: Link, task: TaskRef): boolean {
  return link.kind === 'board' || nameOfRef(task) === taskIn(link);
}

/** Which part of the board is asked for: see `addressOf`. */
function askedIn({ multiValueQueryStringParameters: query }: APIGatewayProxyEvent) {
  return {
    tasks: query?.['task'] ?? [],
    pressed: query?.['pressed'] ?? [],
    isSecond: query?.['second'] !== undefined,
  };
}

function refused(refusal: Refusal, status: number): APIGatewayProxyResult {
  return answerWith(status, refusedScreen(refusal));
}

function withoutBodyForHead(
  { httpMethod }: APIGatewayProxyEvent,
  answered: APIGatewayProxyResult,
): APIGatewayProxyResult {
  return httpMethod === 'HEAD' ? { ...answered, body: '' } : answered;
}
