import { Worker } from 'node:worker_threads';
import type { PortAnswer, PortRequest } from '../../kernel/port.ts';
import type { VirtualClock } from '../../time/clock.ts';
import { bundleCode } from './bundle-code.ts';
import type { FunctionSpec } from './function-spec.ts';
import type { Pulse, Said, ThreadData, ToThread } from './messages.ts';
import { forget, spareWorkers } from './spare-workers.ts';
import { threadEnvironment } from './thread-environment.ts';

/** Where a thread starts, and what it needs. */
export interface ThreadPlace {
  readonly clock: VirtualClock;
  /** The gateway of the cloud, for the calls that come as messages. */
  serve(request: PortRequest): Promise<PortAnswer>;
  /** The address of the cloud's port. */
  readonly url: string;
  readonly accessKey: string;
  /** The script with which it starts. */
  readonly code: string;
  readonly asModules: boolean;
}

/** The connection to a thread: messages in both directions. */
export interface ThreadLink {
  say(message: Extract<ToThread, { kind: 'invoke' | 'tick' }>): void;
  /** Gives the thread the answer to one of its calls. */
  answer(message: Extract<ToThread, { kind: 'answer' }>): void;
  /** A report has come. */
  report(pulse: Extract<Said, { kind: 'rest' }>): void;
  /** No more reports will come. */
  cut(): void;
  rest(ask: boolean): Promise<Pulse | undefined>;
  /** Its last report is up to date, and no call is open: only passing time would continue it. */
  isAtRest(): boolean;
  touch(): void;
  touches(): number;
  /** Ends the worker. */
  terminate(): Promise<unknown>;
  /** Gives the worker to the next cloud of this process. Allowed only for a worker that is idle or at rest. */
  giveAway(): void;
}

/** What the worker sends to the link. */
export interface WorkerEvents {
  said(said: Said): void;
  failed(error: Error): void;
  exited(): void;
}

/** Counts the threads of this process. */
let lives = 0;

/** Starts the thread in a new worker, or in a worker of a closed cloud. */
export function threadLink(spec: FunctionSpec, place: ThreadPlace, events: WorkerEvents): ThreadLink {
  const data = threadData(spec, place);
  const { file, script } = data.bundle;
  const worker = spareWorkers.take(file) ?? startWorker(place.code);
  worker.on('message', (message: Said & { readonly life: number }) => {
    if (message.life === data.life) events.said(message);
  });
  worker.on('error', events.failed);
  worker.on('exit', events.exited);
  worker.postMessage({ kind: 'load', data } satisfies ToThread);

  const pulses = pulseReports(() => worker.postMessage({ kind: 'ping' } satisfies ToThread));
  const count = { said: 0, touches: 0 };
  return {
    say(message) {
      count.said += 1;
      count.touches += 1;
      worker.postMessage(message);
    },
    answer: (message) => worker.postMessage(message),
    report: pulses.tell,
    cut: () => pulses.tell(undefined),
    async rest(ask) {
      const pulse = await pulses.next(ask, count.said);
      return pulse?.heard === count.said ? pulse : undefined;
    },
    isAtRest: () => pulses.isAtRest(count.said),
    touch() {
      count.touches += 1;
    },
    touches: () => count.touches,
    terminate: () => worker.terminate(),
    giveAway() {
      forget(worker);
      // A worker cannot load a module a second time.
      if (script === undefined) void worker.terminate();
      else spareWorkers.put(file, worker);
    },
  };
}

/** The function's environment comes later, with the function. Node reads this one variable when the worker starts. */
function startWorker(code: string): Worker {
  return new Worker(code, { eval: true, execArgv: [], env: { NODE_NO_WARNINGS: '1' } });
}

/** Returns the last report of a thread, or the next one when the last is out of date. */
function pulseReports(ping: () => void) {
  const waiting: ((pulse: Pulse | undefined) => void)[] = [];
  let last: Pulse | undefined;
  const isAtRest = (said: number) => last?.heard === said && last.openCalls.length === 0;
  const tell = (pulse: Pulse | undefined) => {
    last = pulse;
    for (const resolve of waiting.splice(0)) resolve(pulse);
  };
  return {
    async next(ask: boolean, said: number): Promise<Pulse | undefined> {
      if (!ask && isAtRest(said)) return last;
      if (ask) ping();
      return new Promise((resolve) => waiting.push(resolve));
    },
    isAtRest,
    tell,
  };
}

function threadData(spec: FunctionSpec, { clock, url, accessKey, asModules }: ThreadPlace): ThreadData {
  lives += 1;
  return {
    life: lives,
    time: clock.shared,
    cloudUrl: url,
    accessKey,
    bundle: asModules ? { file: spec.file } : bundleCode(spec.file),
    environment: threadEnvironment(spec, url, accessKey),
    handler: spec.handler,
    taskRoot: spec.taskRoot,
    functionName: spec.name,
    functionArn: spec.arn,
    memoryMb: spec.memoryMb,
  };
}
