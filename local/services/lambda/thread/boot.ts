/**
 * The first code in the thread of a function: it puts the cloud's clock and chance under the bundle, loads it, and
 * calls its handler for each event. It is bundled into one script, since a thread cannot start from TypeScript.
 */

import { pathToFileURL } from 'node:url';
import { format } from 'node:util';
import { parentPort, workerData } from 'node:worker_threads';
import type { FromThread, Pulse, ThreadData, ToThread } from '../messages.ts';
import { answerForAwsHosts } from './aws-hosts.ts';
import { countCalls } from './counted-calls.ts';
import { restWatch } from './rest-watch.ts';
import { installSeededChance } from './seeded-chance.ts';
import { installVirtualTime } from './virtual-time.ts';

type Handler = (event: unknown, context: Readonly<Record<string, unknown>>) => unknown;

const data: ThreadData = workerData;
const time = installVirtualTime(data.time);
const chance = installSeededChance();
const state = { isLoading: true, isRunning: false, isAsked: false, heard: 0 };
const say = (message: FromThread) => parentPort?.postMessage(message);
const calls = countCalls(() => rest.look());
const rest = restWatch(pulse, { isLoading: () => state.isLoading || time.isFiringSoon(), report });

answerForAwsHosts(data.cloudUrl, data.accessKey);
keepOutput();
process.cwd = () => data.taskRoot;
const handler = load();
handler.then(() => say({ kind: 'ready' }), sayThrown);

parentPort?.on('message', (message: ToThread) => {
  if (message.kind === 'ping') state.isAsked = true;
  else state.heard += 1;
  if (message.kind === 'tick') time.fireDue();
  if (message.kind === 'invoke') void invoke(message);
  rest.look();
});

async function load(): Promise<Handler> {
  const module: Record<string, unknown> = await import(pathToFileURL(data.file).href);
  state.isLoading = false;
  const found = module[data.handler];
  if (typeof found !== 'function') throw new Error(`${data.file} exports no function "${data.handler}"`);
  if (found.length > 2) throw new Error('Handlers with a callback are not supported: return a promise');
  return found as Handler;
}

async function invoke(message: Extract<ToThread, { kind: 'invoke' }>): Promise<void> {
  chance.reseed(message.seed);
  calls.startAnew();
  state.isRunning = true;
  time.setFrozen(false);
  try {
    const returned = await (await handler)(JSON.parse(message.event), contextOf(message));
    say({ kind: 'returned', payload: JSON.stringify(returned) ?? 'null' });
  } catch (error) {
    sayThrown(error);
  } finally {
    state.isRunning = false;
    time.setFrozen(true);
  }
}

function contextOf({ requestId, deadline }: Extract<ToThread, { kind: 'invoke' }>) {
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

/** With a call open a thread rests only until the answer comes: nobody needs to hear of it unasked. */
function report(now: Pulse): void {
  if (!state.isAsked && (now.openCalls.length > 0 || !state.isRunning)) return;
  state.isAsked = false;
  say({ kind: 'rest', ...now });
}

/** What the function prints goes to the cloud, which shows it when the function fails. */
function keepOutput(): void {
  const write = (chunk: string | Uint8Array) => {
    say({ kind: 'log', text: typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8') });
    return true;
  };
  Object.assign(process.stdout, { write });
  Object.assign(process.stderr, { write });
}
