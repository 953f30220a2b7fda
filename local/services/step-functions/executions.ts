/** Step Functions: state machines, their executions, task tokens and histories. */

import type { Parts } from '../../kernel/parts.ts';
import { awsError } from '../../kernel/service.ts';
import { type Ending, runMachine } from '../../states-language/run/machine.ts';
import { type Execution, lastEvent, outcomeOf, statusOf } from './execution.ts';
import { newHistory } from './history.ts';
import { hostOf } from './host.ts';
import type { Machine } from './machines.ts';
import { executionArn } from './names.ts';
import type { Tokens } from './tokens.ts';

/** How long AWS reserves the name of an ended execution. */
const nameKeptMs = 90 * 24 * 60 * 60 * 1000;

/** The request of StartExecution. */
export interface Start {
  readonly machine: Machine;
  readonly name: string;
  /** JSON. */
  readonly input: string;
  /** The execution is accepted, and never makes a transition. */
  readonly drop: boolean;
}

/** The executions of all regions. */
export interface Executions {
  /** Starts an execution. Returns the running one instead when it has this name and the same input. */
  start(start: Start): Execution;
  find(arn: string, region: string): Execution;
  stop(execution: Execution, why: { readonly error?: string; readonly cause?: string }): void;
  /** Oldest first. */
  all(): readonly Execution[];
}

/** No executions. */
export function executionStore(parts: Parts, tokens: Tokens): Executions {
  const byArn = new Map<string, Execution>();
  return {
    all: () => [...byArn.values()],
    find(arn, region) {
      const execution = byArn.get(arn);
      if (execution?.machine.region === region) return execution;
      throw awsError('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);
    },
    start(start) {
      const arn = executionArn(start.machine.arn, start.name);
      const there = byArn.get(arn);
      if (there !== undefined && !isForgotten(there, parts.clock.now())) {
        if (there.status === 'RUNNING' && there.input === start.input) return there;
        throw awsError('ExecutionAlreadyExists', `Execution Already Exists: '${arn}'`);
      }
      const execution = newExecution(start, arn, parts);
      byArn.delete(arn);
      byArn.set(arn, execution);
      if (!start.drop) run(parts, tokens, execution);
      return execution;
    },
    stop(execution, why) {
      if (execution.status !== 'RUNNING') return;
      finish(parts, execution, { kind: 'aborted', ...why });
      execution.running?.abort(why);
    },
  };
}

function isForgotten({ stoppedAt }: Execution, now: number): boolean {
  return stoppedAt !== undefined && now - stoppedAt > nameKeptMs;
}

function newExecution({ machine, name, input }: Start, arn: string, { clock }: Parts): Execution {
  const history = newHistory(() => clock.now());
  const executionStartedEventDetails = { input, roleArn: machine.roleArn };
  history.append({ type: 'ExecutionStarted', previous: 0, details: { executionStartedEventDetails } });
  return { arn, name, machine, input, startedAt: clock.now(), history, status: 'RUNNING', state: '' };
}

function run(parts: Parts, tokens: Tokens, execution: Execution): void {
  const { machine, arn, name, input, startedAt } = execution;
  const context = {
    Execution: {
      Id: arn,
      Input: JSON.parse(input),
      Name: name,
      RoleArn: machine.roleArn,
      StartTime: new Date(startedAt).toISOString(),
      RedriveCount: 0,
    },
    StateMachine: { Id: machine.arn, Name: machine.name },
  } as const;
  parts.tell(`${machine.region}: execution ${name} of ${machine.name} started`);
  execution.running = runMachine(machine.definition, context, hostOf(parts, tokens, execution));
  execution.running.ended.then(
    (ending) => finish(parts, execution, ending),
    (fault: Error) => {
      parts.tell(`The interpreter of the local cloud broke on execution ${name}: ${fault.stack}`);
      finish(parts, execution, { kind: 'failed', error: 'States.Runtime', cause: fault.message });
    },
  );
}

function finish({ clock, tell }: Parts, execution: Execution, ending: Ending): void {
  if (execution.status !== 'RUNNING') return;
  execution.status = statusOf[ending.kind];
  execution.stoppedAt = clock.now();
  execution.ending = ending;
  const [type, member] = lastEvent[ending.kind];
  const previous = execution.history.events.length;
  execution.history.append({ type, previous, details: { [member]: outcomeOf(ending) } }, { isLast: true });
  tell(`${execution.machine.region}: execution ${execution.name} ${wordsOf(ending)}`);
}

function wordsOf(ending: Ending): string {
  if (ending.kind === 'succeeded') return 'succeeded';
  if (ending.kind === 'timedOut') return 'timed out';
  const { kind, error = 'no error named', cause = 'no cause given' } = ending;
  return `${kind}: ${error}: ${cause}`;
}
