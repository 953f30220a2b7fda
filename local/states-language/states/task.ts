import { type Branch, note, pause, transition } from '../branch.ts';
import type { TaskState } from '../definition.ts';
import { type StateFailure, stateFailure } from '../failure.ts';
import type { TaskCall, TaskReport } from '../host.ts';
import { longestSeconds, withinLimit } from '../limits.ts';
import { wholeNumber } from '../template.ts';
import { evaluateField, leave, type Step, type Visit } from '../visit.ts';

/** Has work done outside and waits for the result: of the call itself, or of the holder of the task token. */
export async function task(visit: Visit, state: TaskState): Promise<Step> {
  const { branch } = visit;
  const token = state.Resource.endsWith('.waitForTaskToken') ? branch.run.host.newToken() : undefined;
  const given = state.Arguments ?? visit.input;
  const sight = token === undefined ? {} : { token };
  const args = state.Arguments === undefined ? given : await evaluateField(visit, given, 'Arguments', sight);
  const call = { resource: state.Resource, arguments: withinLimit(args, 'Arguments'), ...sight };
  const limits = {
    timeout: await secondsOf(visit, state, 'TimeoutSeconds'),
    heartbeat: await secondsOf(visit, state, 'HeartbeatSeconds'),
  };

  const outcome = await carryOut(branch, call, limits);
  await transition(branch);
  if (outcome.kind !== 'succeeded') throw failureOf(branch, outcome, state.Resource);
  const output = JSON.stringify(outcome.result);
  note(branch, 'TaskSucceeded', { taskSucceededEventDetails: { ...integration(state.Resource), output } });
  const result = withinLimit(outcome.result, 'The result of the task');
  return leave(visit, { exit: state, to: state, otherwise: result, sight: { result } });
}

interface Limits {
  readonly timeout: number | undefined;
  readonly heartbeat: number | undefined;
}

async function secondsOf(
  visit: Visit,
  state: TaskState,
  field: 'TimeoutSeconds' | 'HeartbeatSeconds',
): Promise<number | undefined> {
  const template = state[field];
  if (template === undefined) return undefined;
  const value = await evaluateField(visit, template, field);
  return wholeNumber(value, { location: field, least: 1, most: longestSeconds });
}

type Outcome =
  | Extract<TaskReport, { kind: 'succeeded' | 'failed' }>
  | { readonly kind: 'timedOut'; readonly waitingFor: 'result' | 'heartbeat' };

async function carryOut(branch: Branch, call: TaskCall, limits: Limits): Promise<Outcome> {
  const { host } = branch.run;
  schedule(branch, call, limits);
  return pause<Outcome>(branch, call.resource, (done) => {
    const timer = (seconds: number | undefined, waitingFor: 'result' | 'heartbeat') =>
      seconds === undefined
        ? () => undefined
        : host.at(host.now() + seconds * 1000, `no ${waitingFor}`, () =>
            done({ kind: 'timedOut', waitingFor }),
          );

    const whole = timer(limits.timeout, 'result');
    let heart = timer(limits.heartbeat, 'heartbeat');
    const withdraw = host.startTask(call, (report) => {
      if (report.kind === 'submitted') {
        note(branch, 'TaskSubmitted', { taskSubmittedEventDetails: integration(call.resource) });
      } else if (report.kind === 'heartbeat') {
        heart();
        heart = timer(limits.heartbeat, 'heartbeat');
      } else {
        done(report);
      }
    });
    return () => {
      whole();
      heart();
      withdraw();
    };
  });
}

function schedule(branch: Branch, call: TaskCall, { timeout, heartbeat }: Limits): void {
  note(branch, 'TaskScheduled', {
    taskScheduledEventDetails: {
      ...integration(call.resource),
      parameters: JSON.stringify(call.arguments),
      ...(timeout === undefined ? {} : { timeoutInSeconds: timeout }),
      ...(heartbeat === undefined ? {} : { heartbeatInSeconds: heartbeat }),
    },
  });
  note(branch, 'TaskStarted', { taskStartedEventDetails: integration(call.resource) });
}

function failureOf(
  branch: Branch,
  outcome: Exclude<Outcome, { kind: 'succeeded' }>,
  arn: string,
): StateFailure {
  if (outcome.kind === 'timedOut') {
    note(branch, 'TaskTimedOut', {
      taskTimedOutEventDetails: { ...integration(arn), error: 'States.Timeout' },
    });
    const aliases = outcome.waitingFor === 'heartbeat' ? ['States.HeartbeatTimeout'] : [];
    return stateFailure('States.Timeout', undefined, { aliases });
  }
  const { error, reason } = outcome;
  note(branch, 'TaskFailed', { taskFailedEventDetails: { ...integration(arn), error, cause: reason } });
  return stateFailure(error, reason);
}

/** Takes `arn:aws:states:::lambda:invoke` apart as events name it: resource type `lambda`, resource `invoke`. */
function integration(arn: string): { readonly resourceType: string; readonly resource: string } {
  const [resourceType = '', resource = ''] = arn.split(':').slice(5);
  return { resourceType, resource };
}
