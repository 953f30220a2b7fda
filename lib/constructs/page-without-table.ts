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
  LogLevel,
  Pass,
  QueryLanguage,
  StateMachine,
  Succeed,
  TaskInput,
  Wait,
  WaitTime,
} from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { Construct } from 'constructs';
import { maxPageWithoutTableMs } from '../../domain/escalation/without-table.ts';
import { acknowledge, invokingVersionsOf } from '../acknowledge.ts';
import { aFewTimes, whileThrottled } from './escalation-workflow.ts';

export interface PageWithoutTableProps {
  readonly stateMachineName: string;

  /** Stores the incident after all, or pages without the table, and answers with what is next. */
  readonly step: IFunction;
}

/** Nothing else takes up what fails here, so it is tried again for as long as there is time: at most 25,000 events in all. */
const betweenTries = Duration.minutes(2);

/**
 * One execution per alarm and ten minutes in which the incident table can be written in neither region: it carries the
 * incident in its own variables, has people paged by the ladder, and ends when the table has the incident.
 *
 * As the escalation, it makes no decision of its own: all that it looks at is the `kind` of what the function answers.
 */
export class PageWithoutTable extends Construct {
  readonly stateMachine: StateMachine;

  constructor(scope: Construct, id: string, { stateMachineName, step }: PageWithoutTableProps) {
    super(scope, id);
    this.stateMachine = new StateMachine(this, 'Resource', {
      stateMachineName,
      queryLanguage: QueryLanguage.JSONATA,
      definitionBody: DefinitionBody.fromChainable(this.definition(step)),
      timeout: Duration.millis(maxPageWithoutTableMs),
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
        'Who was paged is in the log of the function, and on the timeline once there is one.',
      'AwsSolutions-IAM5[Resource::*]': 'Delivery of logs is set up by actions that know no resource.',
      ...invokingVersionsOf(step),
    });
  }

  private definition(step: IFunction): IChainable {
    const untilItIsDue = Wait.jsonata(this, 'Wait until it is due', {
      time: WaitTime.timestamp('{% $fromMillis($page.until) %}'),
    });
    const page = LambdaInvoke.jsonata(this, 'Store it, or page without the table', {
      lambdaFunction: step,
      payload: TaskInput.fromObject({ withoutTable: '{% $page %}' }),
      assign: { page: '{% $states.result.Payload %}' },
      retryOnServiceExceptions: false,
    });
    const anotherTry = Wait.jsonata(this, 'Wait for another try', { time: WaitTime.duration(betweenTries) });
    page
      .addRetry(whileThrottled)
      .addRetry(aFewTimes)
      .addCatch(anotherTry.next(page), { errors: [Errors.ALL] });

    const whatIsNext = Choice.jsonata(this, 'What is next?')
      .when(pageIs('wait'), untilItIsDue)
      .when(pageIs('stored'), this.end('Stored after all'))
      .when(pageIs('handedOver'), this.end('Handed over to a fresh execution'))
      .when(pageIs('givenUp'), Fail.jsonata(this, 'Given up after a day', { error: 'GivenUp' }))
      .otherwise(Fail.jsonata(this, 'Unknown turn', { error: 'UnknownTurn' }));

    untilItIsDue.next(page).next(whatIsNext);
    return Pass.jsonata(this, 'First turn', { assign: { page: '{% $states.input %}' } }).next(untilItIsDue);
  }

  /** Says how it ended, for whoever would start another execution. */
  private end(name: string): Succeed {
    return Succeed.jsonata(this, name, { outputs: { kind: '{% $page.kind %}' } });
  }
}

function pageIs(kind: string): Condition {
  return Condition.jsonata(`{% $page.kind = '${kind}' %}`);
}
