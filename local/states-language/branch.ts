import type { States } from './definition.ts';
import { stateFailure } from './failure.ts';
import type { Host } from './host.ts';
import { historyLimitEvents } from './limits.ts';
import type { Scope } from './scope.ts';

/** What all branches of one execution share. */
export interface Run {
  readonly host: Host;
  /** The parts of `$states.context` that never change during the execution. */
  readonly context: Readonly<Record<string, unknown>>;
  /** The functions of Step Functions for expressions. */
  readonly functions: Readonly<Record<string, unknown>>;
  /** Runs a graph from its start to an end. Returns the output. */
  graph(branch: Branch, states: States, input: unknown): Promise<unknown>;
}

/** One line of execution: the machine itself, a branch of a Parallel, or an iteration of a Map. */
export interface Branch {
  readonly run: Run;
  /** Aborted when the execution is stopped, or when a sibling has failed. */
  readonly signal: AbortSignal;
  readonly scope: Scope;
  /** Only in an iteration: `$states.context.Map.Item`. */
  readonly item?: { readonly Index: number; readonly Value: unknown };
  /** The number of this line's latest event in the history. */
  lastEvent: number;
  /** Ends this line's activity. */
  rest: () => void;
}

/** Starts something outside. The returned function cancels it. */
export type Arm<T> = (done: (outcome: T) => void, fail: (reason: unknown) => void) => () => void;

/**
 * Waits for something outside. The line counts as quiet meanwhile.
 *
 * `arm` starts it and returns a function that cancels it. That function is called in any case: at the end of the
 * wait, and when the execution stops.
 */
export async function pause<T>(branch: Branch, label: string, arm: Arm<T>): Promise<T> {
  const { signal, run } = branch;
  signal.throwIfAborted();
  let stop: () => void = () => undefined;
  let disarm: () => void = () => undefined;
  branch.rest();
  try {
    return await new Promise<T>((resolve, reject) => {
      stop = () => reject(signal.reason);
      signal.addEventListener('abort', stop);
      disarm = arm(resolve, reject);
    });
  } finally {
    branch.rest = run.host.begin(label);
    signal.removeEventListener('abort', stop);
    disarm();
  }
}

/**
 * Runs before every transition. It waits while the service stands still, and ends an execution whose history is too
 * long.
 */
export async function transition(branch: Branch): Promise<void> {
  const { host } = branch.run;
  while (host.frozen()) await pause<void>(branch, 'a thaw', (done) => host.onThaw(done));
  branch.signal.throwIfAborted();
  if (host.historyIsFull()) {
    throw stateFailure(
      'States.Runtime',
      `The execution reached the maximum number of history events (${historyLimitEvents}).`,
    );
  }
}

/** Waits until a moment of the clock. */
export async function sleepUntil(branch: Branch, due: number, label: string): Promise<void> {
  await pause<void>(branch, label, (done) => branch.run.host.at(due, label, done));
}

/** Appends an event of this line to the history. */
export function note(branch: Branch, type: string, details?: Readonly<Record<string, unknown>>): number {
  const entry = { type, previous: branch.lastEvent, ...(details === undefined ? {} : { details }) };
  branch.lastEvent = branch.run.host.record(entry);
  return branch.lastEvent;
}
