import type { States } from './definition.ts';
import { stateFailure } from './failure.ts';
import type { Host } from './host.ts';
import { historyLimitEvents } from './limits.ts';
import type { Scope } from './scope.ts';

/** What all branches of one execution share. */
export interface Run {
  readonly host: Host;
  /** The parts of `$states.context` that stay the same throughout. */
  readonly context: Readonly<Record<string, unknown>>;
  /** The functions of Step Functions, as expressions see them. */
  readonly functions: Readonly<Record<string, unknown>>;
  /** Goes through a graph from its start to an end; gives the output. */
  graph(branch: Branch, states: States, input: unknown): Promise<unknown>;
}

/** One line of progress: the machine itself, a branch of a Parallel, an iteration of a Map. */
export interface Branch {
  readonly run: Run;
  /** Aborted when the execution is stopped, or a sibling has failed. */
  readonly signal: AbortSignal;
  readonly scope: Scope;
  /** In an iteration: `$states.context.Map.Item`. */
  readonly item?: { readonly Index: number; readonly Value: unknown };
  /** The latest event of this line in the history. */
  lastEvent: number;
  /** Gives this line's activity back. */
  rest: () => void;
}

/** Starts something outside; returns how to call it off. */
export type Arm<T> = (done: (outcome: T) => void, fail: (reason: unknown) => void) => () => void;

/**
 * Waits for something outside, and counts as quiet meanwhile.
 *
 * `arm` starts it and returns how to call it off, which happens in any case: when it is done, and when the execution stops.
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

/** Stands before every transition: waits while the service stands still, and ends an execution with too long a history. */
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

/** Appends to the history, on this line. */
export function note(branch: Branch, type: string, details?: Readonly<Record<string, unknown>>): number {
  const entry = { type, previous: branch.lastEvent, ...(details === undefined ? {} : { details }) };
  branch.lastEvent = branch.run.host.record(entry);
  return branch.lastEvent;
}
