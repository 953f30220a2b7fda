import type { InvocationOutcome } from '../../kernel/parts.ts';
import type { VirtualClock } from '../../time/clock.ts';
import type { Timer } from '../../time/timer-queue.ts';
import type { FunctionSpec } from './function-spec.ts';
import type { Pulse, Said } from './messages.ts';
import { servedCalls } from './served-calls.ts';
import { type ThreadPlace, threadLink } from './thread-link.ts';

/** One event on its way through a function. */
export interface Invocation {
  /** The number among all invocations of the cloud. */
  readonly ordinal: number;
  readonly requestId: string;
  /** JSON. */
  readonly event: string;
  readonly seed: number;
  finish(outcome: InvocationOutcome): void;
}

/** A thread that holds one function. It stays warm between invocations and runs one at a time. */
export interface FunctionThread {
  readonly spec: FunctionSpec;
  /** The thread's own credentials. They show which thread made a call. */
  readonly accessKey: string;
  start(invocation: Invocation): void;
  invocation(): Invocation | undefined;
  isDead(): boolean;
  /** Ends the thread at once. Its invocation fails with this error. */
  kill(error: string, message: string): Promise<void>;
  /** Ends the thread because the cloud is closed. A worker that is idle or at rest is left to the next cloud. */
  leave(error: string, message: string): Promise<void>;
  /**
   * Resolves with the thread's pulse, once it rests. With `ask` it also reports a rest while calls are open.
   * Undefined when the thread dies before, or gets something new meanwhile.
   */
  rest(ask: boolean): Promise<Pulse | undefined>;
  /** The clock was moved: fires the timers that are due. */
  tick(): void;
  /** Says that one of its calls gets an answer. */
  touch(): void;
  /** Counts the events, ticks and answers that the thread got. */
  touches(): number;
  /** The last lines that the function printed. */
  printed(): readonly string[];
}

/** What a thread reports to its starter. */
export interface ThreadEvents {
  finished(thread: FunctionThread, invocation: Invocation, outcome: InvocationOutcome): void;
  gone(thread: FunctionThread): void;
}

/** The number of printed pieces that are stored to explain an error. */
const keptPieces = 20;

/** Starts a thread. It loads the bundle with the environment of the template and the clock of the cloud. */
export function startThread(spec: FunctionSpec, place: ThreadPlace, events: ThreadEvents): FunctionThread {
  const { clock, accessKey } = place;
  const life = { isReady: false, isDead: false, printed: [] as string[] };
  const work = workOf(clock, (invocation, deadline) => {
    const { event, requestId, seed } = invocation;
    link.say({ kind: 'invoke', event, requestId, deadline, seed });
  });

  const finish = (outcome: InvocationOutcome) => {
    const invocation = work.end();
    if (invocation !== undefined) events.finished(thread, invocation, outcome);
  };
  const die = (error: string, message: string) => {
    if (life.isDead) return;
    life.isDead = true;
    link.cut();
    calls.end();
    finish({ kind: 'failed', error, message });
    events.gone(thread);
  };
  const print = (text: string) => {
    life.printed = [...life.printed, text].slice(-keptPieces);
  };
  const hear = (said: Said) => {
    if (life.isDead) return;
    if (said.kind === 'rest') return link.report(said);
    if (said.kind === 'call') return calls.call(said);
    if (said.kind === 'gaveUp') return calls.gaveUp(said.call);
    if (said.kind === 'log') return print(said.text);
    if (said.kind === 'returned') return finish({ kind: 'returned', payload: JSON.parse(said.payload) });
    if (said.kind === 'ready') {
      life.isReady = true;
      return work.begin(thread);
    }
    print(said.stack);
    if (!life.isReady) return void thread.kill(said.error, said.message);
    finish({ kind: 'failed', error: said.error, message: said.message });
  };
  const link = threadLink(spec, place, {
    said: hear,
    failed(error) {
      print(error.stack ?? '');
      die(error.name, error.message);
    },
    exited: () => die('Runtime.ExitError', 'Runtime exited without providing a reason'),
  });

  const calls = servedCalls({ serve: place.serve, now: clock.now, answer: link.answer });
  const thread: FunctionThread = {
    spec,
    accessKey,
    start(invocation) {
      life.printed = [];
      work.take(invocation);
      if (life.isReady) work.begin(thread);
    },
    invocation: work.current,
    isDead: () => life.isDead,
    async kill(error, message) {
      die(error, message);
      await link.terminate();
    },
    async leave(error, message) {
      const isDone = work.current() === undefined || link.isAtRest();
      if (!life.isReady || life.isDead || !isDone) return thread.kill(error, message);
      die(error, message);
      link.giveAway();
    },
    rest: (ask) => (life.isDead ? Promise.resolve(undefined) : link.rest(ask)),
    tick: () => link.say({ kind: 'tick' }),
    touch: link.touch,
    touches: link.touches,
    printed: () => life.printed,
  };
  return thread;
}

/**
 * The invocation of a thread, and its time-out on the cloud's clock. The time-out runs from the moment when the code
 * is loaded.
 */
function workOf(clock: VirtualClock, send: (invocation: Invocation, deadline: number) => void) {
  let current: Invocation | undefined;
  let timer: Timer | undefined;
  return {
    current: () => current,
    take(invocation: Invocation) {
      current = invocation;
    },
    begin(thread: FunctionThread) {
      if (current === undefined) return;
      const { spec } = thread;
      const deadline = clock.now() + spec.timeoutMs;
      const error = timedOut(spec, current.requestId);
      timer = clock.at(
        deadline,
        `the time-out of ${spec.name}`,
        () => void thread.kill('Sandbox.Timedout', error),
      );
      send(current, deadline);
    },
    end(): Invocation | undefined {
      const ended = current;
      if (timer !== undefined) clock.cancel(timer);
      current = undefined;
      return ended;
    },
  };
}

function timedOut({ timeoutMs }: FunctionSpec, requestId: string): string {
  return `RequestId: ${requestId} Error: Task timed out after ${(timeoutMs / 1000).toFixed(2)} seconds`;
}
