/**
 * The first code in the thread of a function: it puts the cloud's clock and chance under the bundle, loads it, and
 * calls its handler for each event. It is bundled into one script, since a thread cannot start from TypeScript.
 */

import type http from 'node:http';
import { format } from 'node:util';
import { parentPort } from 'node:worker_threads';
import type { FromThread, Pulse, Said, ThreadData, ToThread } from '../messages.ts';
import { answerForAwsHosts } from './aws-hosts.ts';
import { countCalls } from './counted-calls.ts';
import { loadedBundles } from './load-bundle.ts';
import { messageCalls } from './message-calls.ts';
import { restWatch } from './rest-watch.ts';
import { installSeededChance } from './seeded-chance.ts';
import { installVirtualTime } from './virtual-time.ts';

type Handler = (event: unknown, context: Readonly<Record<string, unknown>>) => unknown;

/** What the thread is now. A worker that serves several clouds is several functions, one after the other. */
interface Life {
  readonly data: ThreadData;
  readonly handler: Promise<Handler>;
}

const time = installVirtualTime();
const chance = installSeededChance();
const state = { isLoading: true, isRunning: false, isAsked: false, heard: 0 };
const toCloud = messageCalls(say);
const calls = countCalls(toCloud.request as typeof http.request, () => rest.look());
const rest = restWatch(pulse, { isLoading: () => state.isLoading || time.isFiringSoon(), report });
const bundles = loadedBundles();
let life: Life | undefined;

answerForAwsHosts(() => {
  const { cloudUrl, accessKey } = living().data;
  return { cloudUrl, accessKey };
});
keepOutput();
process.cwd = () => living().data.taskRoot;

parentPort?.on('message', (message: ToThread) => {
  if (message.kind === 'load') return begin(message.data);
  if (message.kind === 'answer') return toCloud.hear(message.call, message.answer);
  if (message.kind === 'ping') state.isAsked = true;
  else state.heard += 1;
  if (message.kind === 'tick') time.fireDue();
  if (message.kind === 'invoke') void invoke(message);
  rest.look();
});

/** Removes everything of an earlier life, except the code that V8 has compiled. */
function begin(data: ThreadData): void {
  Object.assign(state, { isLoading: true, isRunning: false, isAsked: false, heard: 0 });
  time.beginAnew(data.time);
  calls.beginAnew();
  toCloud.beginAnew();
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, data.environment);
  const handler = load(data);
  life = { data, handler };
  handler.then(() => say({ kind: 'ready' }), sayThrown);
  rest.look();
}

function living(): Life {
  if (life === undefined) throw new Error('the thread has not been told what it is');
  return life;
}

function say(said: Said): void {
  const message: FromThread = { ...said, life: living().data.life };
  parentPort?.postMessage(message);
}

async function load({ bundle, handler: name }: ThreadData): Promise<Handler> {
  const module = await bundles.load(bundle);
  state.isLoading = false;
  const found = module[name];
  if (typeof found !== 'function') throw new Error(`${bundle.file} exports no function "${name}"`);
  if (found.length > 2) throw new Error('Handlers with a callback are not supported: return a promise');
  return found as Handler;
}

async function invoke(message: Extract<ToThread, { kind: 'invoke' }>): Promise<void> {
  chance.reseed(message.seed);
  calls.startAnew();
  state.isRunning = true;
  time.setFrozen(false);
  try {
    const handler = await living().handler;
    const returned = await handler(JSON.parse(message.event), contextOf(message));
    say({ kind: 'returned', payload: JSON.stringify(returned) ?? 'null' });
  } catch (error) {
    sayThrown(error);
  } finally {
    state.isRunning = false;
    time.setFrozen(true);
    bundles.invoked();
  }
}

function contextOf({ requestId, deadline }: Extract<ToThread, { kind: 'invoke' }>) {
  const { data } = living();
  return {
    awsRequestId: requestId,
    callbackWaitsForEmptyEventLoop: true,
    functionName: data.functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: data.functionArn,
    memoryLimitInMB: String(data.memoryMb),
    logGroupName: `/aws/lambda/${data.functionName}`,
    logStreamName: 'local',
    getRemainingTimeInMillis: () => Math.max(0, deadline - time.now()),
  };
}

function sayThrown(error: unknown): void {
  const { name, message, stack } = error instanceof Error ? error : new Error(format(error));
  say({ kind: 'threw', error: name, message, stack: stack ?? '' });
}

function pulse(): Pulse {
  return {
    heard: state.heard,
    openCalls: calls.open(),
    begunCalls: calls.begun(),
    nextTimer: time.nextTimer(),
  };
}

/** A thread with an open call rests until the answer comes. It reports such a rest only when asked. */
function report(now: Pulse): void {
  if (!state.isAsked && (now.openCalls.length > 0 || !state.isRunning)) return;
  state.isAsked = false;
  say({ kind: 'rest', ...now });
}

/** What the function prints goes to the cloud. The cloud shows it when the function fails. */
function keepOutput(): void {
  const write = (chunk: string | Uint8Array) => {
    say({ kind: 'log', text: typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8') });
    return true;
  };
  Object.assign(process.stdout, { write });
  Object.assign(process.stderr, { write });
}
