import type { InvocationOutcome } from '../../kernel/parts.ts';
import type { FunctionSpec } from './function-spec.ts';
import type { FunctionThread, Invocation, ThreadEvents } from './function-thread.ts';

/** The threads of one function, and the events that wait for one. The crew uses few threads, and warm ones first. */
export interface FunctionCrew {
  readonly spec: FunctionSpec;
  /** Starts the invocation as soon as a thread is free. */
  accept(invocation: Invocation): void;
  /** Starts a thread for an event that waits while all other threads are blocked. False when no event waits. */
  relieve(): boolean;
  /** Ends all threads. Running and waiting invocations fail. */
  stop(reason: string): Promise<void>;
  /** Like `stop`, but idle workers are left to the next cloud. */
  leave(reason: string): Promise<void>;
}

/** What a crew needs: its threads, the clock, and listeners. */
export interface CrewParts {
  /** Whether time passes by itself, and not by skips. */
  isClockRunning(): boolean;
  hire(spec: FunctionSpec, events: ThreadEvents): FunctionThread;
  started(invocation: Invocation, thread: FunctionThread): void;
  finished(invocation: Invocation, thread: FunctionThread, outcome: InvocationOutcome): void;
  gone(thread: FunctionThread): void;
}

/**
 * Measured with `npm run bench -- burst` on two cores. Four threads take a fifth more processor time for an alarm
 * than two, since each thread compiles and warms up on its own. With one thread, alarms wait for each other.
 */
const threadsPerFunction = 2;

/**
 * AWS would start another thread at once. A crew starts it before time passes for a waiting event, up to this many.
 */
const mostThreadsPerFunction = 40;

/**
 * More idle threads than this end. The runs of the guardian overlap: each minute one starts while two still run. With
 * fewer idle threads, each minute a thread would end and the next one start.
 */
const mostIdle = 3;

/**
 * When events wait on a running clock and no invocation has ended for this long in real time, one more thread starts:
 * all threads may be blocked. If they are only busy, another thread would make all of them slower.
 */
const blockedAfterMs = 1_000;

export function functionCrew(spec: FunctionSpec, parts: CrewParts): FunctionCrew {
  const all = new Set<FunctionThread>();
  const idle: FunctionThread[] = [];
  const waiting: Invocation[] = [];
  let ended = 0;
  let isWatching = false;

  const hire = () => {
    const thread = parts.hire(spec, { finished, gone });
    all.add(thread);
    return thread;
  };
  const start = (thread: FunctionThread, invocation: Invocation) => {
    parts.started(invocation, thread);
    thread.start(invocation);
  };
  const assign = () => {
    while (waiting.length > 0) {
      const thread = idle.pop() ?? (all.size < threadsPerFunction ? hire() : undefined);
      if (thread === undefined) return;
      const invocation = waiting.shift();
      if (invocation !== undefined) start(thread, invocation);
    }
  };
  const watch = () => {
    if (isWatching || waiting.length === 0 || !parts.isClockRunning()) return;
    isWatching = true;
    const before = ended;
    const look = () => {
      isWatching = false;
      if (ended === before) relieve();
      watch();
    };
    setTimeout(look, blockedAfterMs).unref();
  };
  const finished: ThreadEvents['finished'] = (thread, invocation, outcome) => {
    ended += 1;
    parts.finished(invocation, thread, outcome);
    if (thread.isDead()) return;
    idle.push(thread);
    if (waiting.length === 0 && idle.length > mostIdle) void thread.kill('Idle', 'No longer needed');
    else assign();
  };
  const gone: ThreadEvents['gone'] = (thread) => {
    all.delete(thread);
    const at = idle.indexOf(thread);
    if (at >= 0) idle.splice(at, 1);
    parts.gone(thread);
    assign();
  };

  const relieve = () => {
    const next = all.size < mostThreadsPerFunction ? waiting.shift() : undefined;
    if (next !== undefined) start(hire(), next);
    return next !== undefined;
  };
  const end = async (endThread: (thread: FunctionThread) => Promise<void>, message: string) => {
    for (const invocation of waiting.splice(0))
      invocation.finish({ kind: 'failed', error: exitError, message });
    await Promise.all([...all].map(endThread));
  };

  return {
    spec,
    accept(invocation) {
      waiting.push(invocation);
      assign();
      watch();
    },
    relieve,
    stop: (reason) => end((thread) => thread.kill(exitError, reason), reason),
    leave: (reason) => end((thread) => thread.leave(exitError, reason), reason),
  };
}

const exitError = 'Runtime.ExitError';
