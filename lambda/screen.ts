import { randomUUID } from 'node:crypto';
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import { cellOf } from './cell/cell.ts';
import { readSettings } from './cell/environment.ts';
import { log } from './cell/log.ts';
import { type Handlers, handlerOf } from './http/requests.ts';
import { type Link, taskIn, unseal } from './links/link-token.ts';
import { linkKeyOf, type TaskRef } from './links/task-link.ts';
import { answerWith, seeOther } from './screens/document.ts';
import { screenOf } from './screens/link-screen.ts';
import { addressOf, nameOfRef } from './screens/named-task.ts';
import { askBackScreen, servicesOf } from './screens/operator-form.ts';
import { applyPress, readPress, rememberedName, rememberingName } from './screens/operator-press.ts';
import { type Refusal, refusedScreen } from './screens/refused-screen.ts';
import { type ScreenContext, screenContext } from './screens/screen-context.ts';

const settings = readSettings();

const cell = cellOf(settings);

const key = linkKeyOf(settings);

/** What each handler works with: the link, and what its screens need to know. */
interface Given {
  readonly context: ScreenContext;
  readonly link: Link;
}

const handlers: Handlers<'screen', Given> = {
  openLink: open,
  checkLink: open,
  pressOnLink: press,
};

/**
 * Answers requests with a signed link. Opening it changes nothing, however often and by whatever program; only a
 * pressed button does. A person with the link needs no login, and gives their name.
 */
export async function handler(event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> {
  const answer = await answerTo(event);
  return event.httpMethod === 'HEAD' ? { ...answer, body: '' } : answer;
}

async function answerTo(event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> {
  try {
    const answer = handlerOf(handlers, event);
    const now = cell.now();
    const unsealed = unseal(event.pathParameters?.['token'] ?? '', await key.read(), now);
    if (unsealed.kind === 'expired') return refused('expired', 410);
    if (unsealed.kind === 'foreign') return refused('foreign', 403);

    const { organization } = await cell.organization.read(now);
    const form = `${now}-${randomUUID()}`;
    const context = screenContext(organization, { now, operator: rememberedName(event), form });
    return await answer(event, { context, link: unsealed.link });
  } catch (error) {
    log.error('a screen failed', { request: `${event.httpMethod} ${event.resource}`, error });
    return refused('failed', 503);
  }
}

async function open(event: APIGatewayProxyEvent, { context, link }: Given): Promise<APIGatewayProxyResult> {
  const screen = await screenOf(cell, context, { link, asked: askedIn(event) });
  return screen === undefined ? refused('gone', 410) : answerWith(200, screen);
}

/** Applies what an operator has pressed, and redirects the browser to the result. */
async function press(event: APIGatewayProxyEvent, { context, link }: Given): Promise<APIGatewayProxyResult> {
  const read = readPress(event, servicesOf(context));
  if (read.kind === 'malformed') return refused('malformed', 400);
  if (read.kind === 'lacking') return answerWith(422, askBackScreen(context, read.given, read.lacking));
  const { tasks, by } = read.press;
  if (!tasks.every((task) => isFor(link, task))) return refused('foreign', 403);

  const isSecond = (await applyPress(cell, read.press, context.organization)) === 'second';
  const isOnBoard = link.kind === 'board' && askedIn(event).tasks.length === 0;
  const names = tasks.map(nameOfRef);
  return seeOther(addressOf(isOnBoard ? 'pressed' : 'task', names, isSecond), rememberingName(by));
}

/** The board is about every task; the link of a task is about that task only. */
function isFor(link: Link, task: TaskRef): boolean {
  return link.kind === 'board' || nameOfRef(task) === taskIn(link);
}

/** The requested part of the board: see `addressOf`. */
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
