import type { Ending, Running } from '../../states-language/run/machine.ts';
import type { History } from './history.ts';
import type { Machine } from './machines.ts';

/** The status as DescribeExecution names it. */
export type ExecutionStatus = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';

/** One execution, running or over. */
export interface Execution {
  readonly arn: string;
  readonly name: string;
  /** The machine at the revision with which the execution began. */
  readonly machine: Machine;
  /** The input as JSON. */
  readonly input: string;
  readonly startedAt: number;
  readonly history: History;
  status: ExecutionStatus;
  /** The latest state; empty before the first. */
  state: string;
  stoppedAt?: number;
  ending?: Ending;
  running?: Running;
}

/** The status after this ending. */
export const statusOf: Readonly<Record<Ending['kind'], ExecutionStatus>> = {
  succeeded: 'SUCCEEDED',
  failed: 'FAILED',
  aborted: 'ABORTED',
  timedOut: 'TIMED_OUT',
};

/** What DescribeExecution says of an ending. */
export function outcomeOf(ending: Ending): { output?: string; error?: string; cause?: string } {
  switch (ending.kind) {
    case 'succeeded':
      return { output: JSON.stringify(ending.output) };
    case 'failed':
    case 'aborted': {
      const { kind: _, ...why } = ending;
      return why;
    }
    case 'timedOut':
      return {};
  }
}

/** The type of the last event in the history, and the member with its details. */
export const lastEvent: Readonly<Record<Ending['kind'], readonly [string, string]>> = {
  succeeded: ['ExecutionSucceeded', 'executionSucceededEventDetails'],
  failed: ['ExecutionFailed', 'executionFailedEventDetails'],
  aborted: ['ExecutionAborted', 'executionAbortedEventDetails'],
  timedOut: ['ExecutionTimedOut', 'executionTimedOutEventDetails'],
};
