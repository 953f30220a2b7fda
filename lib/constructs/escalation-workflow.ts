import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import {
  Choice,
  Condition,
  DefinitionBody,
  Errors,
  Fail,
  type IChainable,
  IntegrationPattern,
  JitterType,
  LogLevel,
  Pass,
  QueryLanguage,
  StateMachine,
  Succeed,
  TaskInput,
  type TaskStateBase,
  Timeout,
} from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { Construct } from 'constructs';
import { acknowledge, invokingVersionsOf } from '../acknowledge.ts';

export interface EscalationWorkflowProps {
  readonly stateMachineName: string;

  /** Takes a turn, and answers with the next one. */
  readonly step: IFunction;
}

/**
 * One execution per incident and epoch: takes the turn that it is handed, waits where there is something to wait for,
 * and goes on with the next.
 *
 * It holds time and task tokens. It makes no decision of its own: all that it looks at is a turn's `kind`.
 */
export class EscalationWorkflow extends Construct {
  readonly stateMachine: StateMachine;

  constructor(scope: Construct, id: string, { stateMachineName, step }: EscalationWorkflowProps) {
    super(scope, id);
    this.stateMachine = new StateMachine(this, 'Resource', {
      stateMachineName,
      queryLanguage: QueryLanguage.JSONATA,
      definitionBody: DefinitionBody.fromChainable(this.definition(step)),
      logs: {
        level: LogLevel.ERROR, // and no execution data: it tells who was paged
        destination: new LogGroup(this, 'Logs', {
          retention: RetentionDays.ONE_YEAR,
          removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
        }),
      },
    });
    acknowledge(this, {
      'AwsSolutions-SF1':
        'Errors are logged; each transition is in the execution’s own history, and its data is personal.',
      'AwsSolutions-SF2':
        'An incident is followed by its timeline and by the logs of its functions, all under its id.',
      'AwsSolutions-IAM5[Resource::*]': 'Delivery of logs is set up by actions that know no resource.',
      ...invokingVersionsOf(step),
    });
  }

  private definition(step: IFunction): IChainable {
    const whatIsNext = Choice.jsonata(this, 'What is next?');
    const act = (name: string) => this.act(name, step).next(whatIsNext);
    const wait = (name: string) => this.wait(name, step, whatIsNext).next(whatIsNext);
    const end = (name: string) => Succeed.jsonata(this, name);

    whatIsNext
      .when(turnIs('sms', 'own'), act('SMS through the own region'))
      .when(turnIs('sms', 'other'), act('SMS through the other region'))
      .when(turnIs('call'), act('Call by voice'))
      .when(turnIs('tell'), act('Tell those who were paged'))
      .when(turnIs('contactCenter'), act('Ask the contact center'))
      .when(turnIs('customer'), act('Write to the customer'))
      .when(turnIs('decide'), act('Decide'))
      .when(turnIs('await'), wait('Await an answer'))
      .when(turnIs('acknowledged'), wait('Acknowledged until'))
      .when(turnIs('hold'), wait('Held until'))
      .when(turnIs('handedOver'), end('Handed over to a fresh execution'))
      .when(turnIs('superseded'), end('Superseded by a later epoch'))
      .when(turnIs('end'), end('Resolved'))
      .otherwise(Fail.jsonata(this, 'Unknown turn', { error: 'UnknownTurn' }));

    return Pass.jsonata(this, 'First turn', { assign: { turn: '{% $states.input.turn %}' } }).next(
      whatIsNext,
    );
  }

  private act(name: string, step: IFunction): TaskStateBase {
    return LambdaInvoke.jsonata(this, name, {
      lambdaFunction: step,
      payload: TaskInput.fromObject(turnOfIncident),
      assign: { turn: '{% $states.result.Payload %}' },
      retryOnServiceExceptions: false,
    })
      .addRetry(whileThrottled)
      .addRetry(aFewTimes);
  }

  /** Waits for an answer until the turn is over. Then, and also when the token is lost, it is decided what to do. */
  private wait(name: string, step: IFunction, whatIsNext: IChainable): TaskStateBase {
    return LambdaInvoke.jsonata(this, name, {
      lambdaFunction: step,
      integrationPattern: IntegrationPattern.WAIT_FOR_TASK_TOKEN,
      payload: TaskInput.fromObject({ ...turnOfIncident, taskToken: '{% $states.context.Task.Token %}' }),
      taskTimeout: Timeout.jsonata(untilTheTurnIsOver),
      assign: { turn: '{% $states.result %}' },
      retryOnServiceExceptions: false,
    })
      .addRetry(whileThrottled)
      .addRetry(aFewTimes)
      .addCatch(whatIsNext, {
        errors: [Errors.TIMEOUT],
        assign: { turn: { kind: 'decide', revision: '{% $turn.revision + 1 %}' } },
      });
  }
}

/** What the step function is told: which incident, as which driver, and whose turn it is. */
const turnOfIncident = {
  incident: '{% $states.context.Execution.Input.incident %}',
  generation: '{% $states.context.Execution.Input.generation %}',
  epoch: '{% $states.context.Execution.Input.epoch %}',
  turn: '{% $turn %}',
};

/** A time-out is at least one second: a turn that is over already is waited for no longer than that. */
const untilTheTurnIsOver =
  '{% $max([1, $ceil(($turn.until - $toMillis($states.context.State.EnteredTime)) / 1000)]) %}';

/**
 * Lambda has no room for the function: it has not begun, so nothing is lost by trying for long. Without this a storm that
 * takes the account's concurrency for more than three seconds would end the executions that page for it. 64 tries are a quarter of
 * an hour; a driver that has taken over meanwhile leaves nothing to claim.
 */
export const whileThrottled = {
  errors: ['Lambda.TooManyRequestsException'],
  interval: Duration.seconds(1),
  maxAttempts: 64,
  maxDelay: Duration.seconds(15),
  backoffRate: 2,
  jitterStrategy: JitterType.FULL, // else all that were refused together come again together
};

/** The function may run twice, so a failure is tried again; soon, for somebody waits. A time-out is none of these. */
export const aFewTimes = {
  errors: [Errors.TASKS_FAILED],
  interval: Duration.seconds(1),
  maxAttempts: 2,
  backoffRate: 2,
};

function turnIs(kind: string, via?: string): Condition {
  const throughIt = via === undefined ? '' : ` and $turn.via = '${via}'`;
  return Condition.jsonata(`{% $turn.kind = '${kind}'${throughIt} %}`);
}
