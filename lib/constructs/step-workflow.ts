import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import {
  Condition,
  DefinitionBody,
  Errors,
  type IChainable,
  type IntegrationPattern,
  JitterType,
  LogLevel,
  Pass,
  QueryLanguage,
  StateMachine,
  TaskInput,
  type TaskStateBase,
  type Timeout,
} from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';
import { acknowledge, invokingVersionsOf } from '../acknowledge.ts';

/** What a workflow needs in order to take turns with the step function. */
export interface StepWorkflowProps {
  readonly stateMachineName: string;

  /** The function that takes a turn and returns the next one. */
  readonly step: IFunction;
}

/** What distinguishes one workflow from the other. */
interface StepWorkflow extends StepWorkflowProps {
  readonly definition: IChainable;

  /** How to follow an incident, since the workflow is not traced. */
  readonly followedBy: string;

  /** @default - as long as there is something to do */
  readonly timeout?: Duration;
}

/** The state machine of a workflow, with its log. */
export function stepWorkflow(
  scope: Construct,
  { stateMachineName, step, definition, followedBy, timeout }: StepWorkflow,
): StateMachine {
  const stateMachine = new StateMachine(scope, 'Resource', {
    stateMachineName,
    queryLanguage: QueryLanguage.JSONATA,
    definitionBody: DefinitionBody.fromChainable(definition),
    ...(timeout === undefined ? {} : { timeout }),
    logs: {
      level: LogLevel.ERROR, // without execution data, which would show who was paged
      destination: new LogGroup(scope, 'Logs', {
        retention: RetentionDays.ONE_YEAR,
        removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
      }),
    },
  });
  acknowledge(scope, {
    'AwsSolutions-SF1':
      'Errors are logged; each transition is in the execution’s own history, and its data is personal.',
    'AwsSolutions-SF2': followedBy,
    'AwsSolutions-IAM5[Resource::*]': 'Delivery of logs is set up by actions that know no resource.',
    ...invokingVersionsOf(step),
  });
  return stateMachine;
}

/** How a state invokes the step function. */
interface Invocation {
  readonly step: IFunction;
  readonly payload: Readonly<Record<string, unknown>>;

  /** The variables that the state sets from the function's answer. */
  readonly assign: Readonly<Record<string, string>>;

  /** @default - the state goes on with the function's answer */
  readonly integrationPattern?: IntegrationPattern;

  /** @default - the function's own */
  readonly taskTimeout?: Timeout;
}

/** A state that invokes the step function, and tries a failure again. */
export function invokeStep(
  scope: Construct,
  name: string,
  { step, payload, ...options }: Invocation,
): TaskStateBase {
  return LambdaInvoke.jsonata(scope, name, {
    ...options,
    lambdaFunction: step,
    payload: TaskInput.fromObject(payload),
    retryOnServiceExceptions: false,
  })
    .addRetry(whileThrottled)
    .addRetry(aFewTimes);
}

/**
 * The retry when Lambda throttles the function. The function has not begun, so a long retry loses nothing. Without
 * it, a storm that uses up the account's concurrency for more than three seconds would end the executions that page
 * for it. 64 tries are a quarter of an hour. When another driver has taken over meanwhile, there is nothing left to
 * claim.
 */
const whileThrottled = {
  errors: ['Lambda.TooManyRequestsException'],
  interval: Duration.seconds(1),
  maxAttempts: 64,
  maxDelay: Duration.seconds(15),
  backoffRate: 2,
  jitterStrategy: JitterType.FULL, // otherwise all throttled executions would come again together
};

/**
 * The function may run twice, so a failure is tried again; soon, because a person waits. A time-out is not tried
 * again.
 */
const aFewTimes = {
  errors: [Errors.TASKS_FAILED],
  interval: Duration.seconds(1),
  maxAttempts: 2,
  backoffRate: 2,
};

/** The first state: it sets its variable from the input. */
export function firstTurn(scope: Construct, assign: Readonly<Record<string, string>>): Pass {
  return Pass.jsonata(scope, 'First turn', { assign });
}

/** Whether a variable is of a kind. A workflow looks at nothing else: it makes no decision of its own. */
export function isOfKind(variable: string, kind: string, via?: string): Condition {
  const throughIt = via === undefined ? '' : ` and $${variable}.via = '${via}'`;
  return Condition.jsonata(`{% $${variable}.kind = '${kind}'${throughIt} %}`);
}
