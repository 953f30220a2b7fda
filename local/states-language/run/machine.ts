/** Running a state machine whose definition was checked. */

import type { Branch } from '../branch.ts';
import type { StateMachine } from '../definition.ts';
import { isStateFailure } from '../failure.ts';
import { functionsIn } from '../functions.ts';
import type { Host } from '../host.ts';
import { newScope } from '../scope.ts';
import { runGraph } from './graph.ts';

/** How an execution ended. */
export type Ending =
  | { readonly kind: 'succeeded'; readonly output: unknown }
  | { readonly kind: 'failed'; readonly error?: string; readonly cause?: string }
  | { readonly kind: 'aborted'; readonly error?: string; readonly cause?: string }
  | { readonly kind: 'timedOut' };

/** What `$states.context` says of an execution, in AWS's words. */
export interface ExecutionContext {
  readonly Execution: {
    readonly Id: string;
    readonly Input: unknown;
    readonly Name: string;
    readonly RoleArn: string;
    readonly StartTime: string;
    readonly RedriveCount: 0;
  };
  readonly StateMachine: { readonly Id: string; readonly Name: string };
}

/** A running execution. */
export interface Running {
  readonly ended: Promise<Ending>;
  abort(why: { readonly error?: string; readonly cause?: string }): void;
}

/** Runs a checked definition. `ended` rejects only for a fault of the interpreter. */
export function runMachine(machine: StateMachine, context: ExecutionContext, host: Host): Running {
  const stop = new AbortController();
  const timer =
    machine.TimeoutSeconds === undefined
      ? undefined
      : host.at(host.now() + machine.TimeoutSeconds * 1000, 'the execution times out', () =>
          stop.abort({ kind: 'timedOut' } satisfies Ending),
        );
  const ended = run(machine, context, host, stop.signal).finally(() => timer?.());
  return { ended, abort: (why) => stop.abort({ kind: 'aborted', ...why } satisfies Ending) };
}

async function run(
  machine: StateMachine,
  context: ExecutionContext,
  host: Host,
  signal: AbortSignal,
): Promise<Ending> {
  const branch: Branch = {
    run: { host, context: { ...context }, functions: functionsIn(host), graph: runGraph },
    signal,
    scope: newScope(),
    lastEvent: 0,
    rest: host.begin('an execution'),
  };
  try {
    return { kind: 'succeeded', output: await runGraph(branch, machine, context.Execution.Input) };
  } catch (thrown) {
    if (signal.aborted) return signal.reason as Ending;
    if (!isStateFailure(thrown)) throw thrown;
    const { error, reason } = thrown;
    return { kind: 'failed', error, ...(reason === undefined ? {} : { cause: reason }) };
  } finally {
    branch.rest();
  }
}
