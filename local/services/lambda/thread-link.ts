import { Worker } from 'node:worker_threads';
import type { VirtualClock } from '../../time/clock.ts';
import type { FunctionSpec } from './function-spec.ts';
import type { FromThread, Pulse, ThreadData, ToThread } from './messages.ts';
import { threadEnvironment } from './thread-environment.ts';

/** Where a thread starts, and with what. */
export interface ThreadPlace {
  readonly clock: VirtualClock;
  /** Of the cloud's port. */
  readonly url: string;
  readonly accessKey: string;
  /** The script that it starts with. */
  readonly code: string;
}

/** The line to a thread: what is said to it, and what it says of itself. */
export interface ThreadLink {
  readonly worker: Worker;
  say(message: Exclude<ToThread, { kind: 'ping' }>): void;
  /** A report came in. */
  report(pulse: Extract<FromThread, { kind: 'rest' }>): void;
  /** No report will come any more. */
  cut(): void;
  rest(ask: boolean): Promise<Pulse | undefined>;
  touch(): void;
  touches(): number;
}

/** Starts the thread itself. */
export function threadLink(spec: FunctionSpec, place: ThreadPlace): ThreadLink {
  const worker = new Worker(place.code, {
    eval: true,
    execArgv: [],
    env: threadEnvironment(spec, place.url, place.accessKey),
    workerData: threadData(spec, place),
  });
  const pulses = pulseReports(() => worker.postMessage({ kind: 'ping' } satisfies ToThread));
  const count = { said: 0, touches: 0 };
  return {
    worker,
    say(message) {
      count.said += 1;
      count.touches += 1;
      worker.postMessage(message);
    },
    report: pulses.tell,
    cut: () => pulses.tell(undefined),
    async rest(ask) {
      const pulse = await pulses.next(ask, count.said);
      return pulse?.heard === count.said ? pulse : undefined;
    },
    touch() {
      count.touches += 1;
    },
    touches: () => count.touches,
  };
}

/** The last report of a thread, or the next one where that is out of date. */
function pulseReports(ping: () => void) {
  const waiting: ((pulse: Pulse | undefined) => void)[] = [];
  let last: Pulse | undefined;
  const tell = (pulse: Pulse | undefined) => {
    last = pulse;
    for (const resolve of waiting.splice(0)) resolve(pulse);
  };
  return {
    async next(ask: boolean, said: number): Promise<Pulse | undefined> {
      if (!ask && last?.heard === said && last.openCalls.length === 0) return last;
      if (ask) ping();
      return new Promise((resolve) => waiting.push(resolve));
    },
    tell,
  };
}

function threadData(spec: FunctionSpec, { clock, url, accessKey }: ThreadPlace): ThreadData {
  return {
    time: clock.shared,
    cloudUrl: url,
    accessKey,
    file: spec.file,
    handler: spec.handler,
    taskRoot: spec.taskRoot,
    functionName: spec.name,
    functionArn: spec.arn,
    memoryMb: spec.memoryMb,
  };
}
