import type { InvocationOutcome } from '../../kernel/parts.ts';
import type { PortAnswer, PortRequest } from '../../kernel/port.ts';
import type { ActivityCounter } from '../../time/activity.ts';
import type { VirtualClock } from '../../time/clock.ts';
import type { SeededRandom } from '../../time/random.ts';
import { type CrewParts, type FunctionCrew, functionCrew } from './function-crew.ts';
import type { FunctionSpec } from './function-spec.ts';
import { type FunctionThread, type Invocation, startThread } from './function-thread.ts';

/** The threads of all functions. */
export interface FunctionPool {
  /** Runs the event as soon as a thread is free. Counts as activity while it runs, and not while it waits. */
  run(spec: FunctionSpec, payload: unknown): Promise<InvocationOutcome>;
  /** All threads, in the order in which they were started. */
  threads(): readonly FunctionThread[];
  byAccessKey(accessKey: string): FunctionThread | undefined;
  /** Starts threads for events that wait while all other threads are blocked. False when no event waits. */
  relieve(): boolean;
  /** Fails everything that runs or waits in these functions. */
  stop(isMeant: (spec: FunctionSpec) => boolean, reason: string): Promise<void>;
  /** Ends all threads. After that every event fails. */
  close(): Promise<void>;
}

/** What the pool needs. */
export interface PoolParts {
  readonly clock: VirtualClock;
  readonly activity: ActivityCounter;
  readonly random: SeededRandom;
  /** The address of the port, once the cloud listens. */
  url(): string;
  /** The gateway of the cloud. */
  serve(request: PortRequest): Promise<PortAnswer>;
  /** The script with which threads start. */
  readonly code: string;
  /** Threads load bundles as modules. */
  readonly asModules: boolean;
  /** In lockstep, resolves when the invocation may start. */
  turn(ordinal: number): Promise<void>;
  tell(line: string): void;
}

/** Each thread has credentials of its own. No other credentials begin like this. */
const threadKeyPrefix = 'AKIATHREAD';

/**
 * Counts the credentials of all clouds of this process, so that a worker's credentials of one cloud are not valid in
 * the next.
 */
let threads = 0;

/** Whether the credentials belong, or belonged, to a thread. */
export function isThreadKey(accessKey: string): boolean {
  return accessKey.startsWith(threadKeyPrefix);
}

const closed = { kind: 'failed', error: 'Runtime.ExitError', message: 'The cloud is closed' } as const;

export function functionPool(parts: PoolParts): FunctionPool {
  const crews = new Map<string, FunctionCrew>();
  const byKey = new Map<string, FunctionThread>();
  const count = { invocations: 0 };
  let isClosed = false;
  const crewParts = crewPartsOf(parts, byKey);

  const crewOf = (spec: FunctionSpec): FunctionCrew => {
    const crew = crews.get(spec.arn) ?? functionCrew(spec, crewParts);
    crews.set(spec.arn, crew);
    return crew;
  };
  return {
    async run(spec, payload) {
      if (isClosed) return closed;
      count.invocations += 1;
      const ordinal = count.invocations;
      const event = JSON.stringify(payload) ?? 'null';
      await parts.turn(ordinal);
      return new Promise((finish) => {
        const requestId = parts.random.uuid();
        const seed = parts.random.below(2 ** 31);
        crewOf(spec).accept({ ordinal, requestId, event, seed, finish });
      });
    },
    threads: () => [...byKey.values()],
    byAccessKey: (accessKey) => byKey.get(accessKey),
    relieve: () => [...crews.values()].map((crew) => crew.relieve()).includes(true),
    async stop(isMeant, reason) {
      const meant = [...crews.values()].filter(({ spec }) => isMeant(spec));
      await Promise.all(meant.map((crew) => crew.stop(reason)));
    },
    async close() {
      isClosed = true;
      await Promise.all([...crews.values()].map((crew) => crew.leave(closed.message)));
    },
  };
}

function crewPartsOf(parts: PoolParts, byKey: Map<string, FunctionThread>): CrewParts {
  const running = new Map<Invocation, () => void>();
  return {
    isClockRunning: () => parts.clock.speed() > 0,
    hire(spec, events) {
      threads += 1;
      const accessKey = threadKeyPrefix + String(threads).padStart(10, '0');
      const { clock, serve, code, asModules } = parts;
      const thread = startThread(
        spec,
        { clock, serve, url: parts.url(), accessKey, code, asModules },
        events,
      );
      byKey.set(accessKey, thread);
      return thread;
    },
    started: (invocation, { spec }) =>
      void running.set(invocation, parts.activity.begin(`an invocation of ${spec.name}`)),
    finished(invocation, thread, outcome) {
      if (outcome.kind === 'failed') tellFailure(parts, thread, outcome);
      invocation.finish(outcome);
      running.get(invocation)?.();
      running.delete(invocation);
    },
    gone: ({ accessKey }) => void byKey.delete(accessKey),
  };
}

function tellFailure(
  { tell }: PoolParts,
  { spec, printed }: FunctionThread,
  { error, message }: Extract<InvocationOutcome, { kind: 'failed' }>,
): void {
  tell(`${spec.region} ${spec.name} failed: ${error}: ${message}`);
  const lines = printed().join('\n').split('\n');
  for (const line of lines.filter((text) => text.trim() !== '')) tell(`  ${line}`);
}
