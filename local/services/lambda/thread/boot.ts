/**
 * The first code in the thread of a function: it puts the cloud's clock and chance under the bundle, loads it, and
 * calls its handler for each event. It is bundled into one script, since a thread cannot start from TypeScript.
 */

import { pathToFileURL } from 'node:url';
import { format } from 'node:util';
import { parentPort, workerData } from 'node:worker_threads';
import type { FromThread, ThreadData, ToThread } from '../messages.ts';
import { countCalls } from './counted-calls.ts';
import { installSeededChance } from './seeded-chance.ts';
import { installVirtualTime } from './virtual-time.ts';

type Handler = (event: unknown, context: Readonly<Record<string, unknown>>) => unknown;

const data: ThreadData = workerData;
const time = installVirtualTime(data.time);
const chance = installSeededChance();
const calls = countCalls();
let isLoading = true;

const say = (message: FromThread) => parentPort?.postMessage(message);

keepOutput();
process.cwd = () => data.taskRoot;
const handler = load();
handler.then(() => say({ kind: 'ready' }), sayThrown);

parentPort?.on('message', (message: ToThread) => {
  if (message.kind === 'ping') setImmediate(pong);
  else if (message.kind === 'tick') time.fireDue();
  else void invoke(message);
});

async function load(): Promise<Handler> {
  const module: Record<string, unknown> = await import(pathToFileURL(data.file).href);
  isLoading = false;
  const found = module[data.handler];
  if (typeof found !== 'function') throw new Error(`${data.file} exports no function "${data.handler}"`);
  if (found.length > 2) throw new Error('Handlers with a callback are not supported: return a promise');
  return found as Handler;
}

async function invoke(message: Extract<ToThread, { kind: 'invoke' }>): Promise<void> {
  chance.reseed(message.seed);
  calls.startAnew();
  time.setFrozen(false);
  try {
    const returned = await (await handler)(JSON.parse(message.event), contextOf(message));
    say({ kind: 'returned', payload: JSON.stringify(returned) ?? 'null' });
  } catch (error) {
    sayThrown(error);
  } finally {
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

function pong(): void {
  const isReading = process.getActiveResourcesInfo().some((name) => name.startsWith('FSReq'));
  say({
    kind: 'pong',
    isWorking: isLoading || isReading || time.isFiringSoon(),
    openCalls: calls.open(),
    begunCalls: calls.begun(),
    nextTimer: time.nextTimer(),
  });
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
