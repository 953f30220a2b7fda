import { Duration } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import {
  Choice,
  Errors,
  Fail,
  type IChainable,
  type StateMachine,
  Succeed,
  Wait,
  WaitTime,
} from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { maxPageWithoutTableMs } from '../../domain/escalation/without-table.ts';
import { firstTurn, invokeStep, isOfKind, type StepWorkflowProps, stepWorkflow } from './step-workflow.ts';

/**
 * No other function handles a failed turn, so it is tried again for as long as there is time: at most 25,000 events
 * in all.
 */
const betweenTries = Duration.minutes(2);

/**
 * One execution for an alarm and ten minutes in which neither region can write the incident table. It carries the
 * incident in its own variables and pages by the ladder. It ends when the table has the incident. Like the
 * escalation, it makes no decision of its own: it looks only at the `kind` of the function's answer.
 */
export class PageWithoutTable extends Construct {
  readonly stateMachine: StateMachine;

  constructor(scope: Construct, id: string, props: StepWorkflowProps) {
    super(scope, id);
    this.stateMachine = stepWorkflow(this, {
      ...props,
      definition: this.definition(props.step),
      followedBy: 'Who was paged is in the log of the function, and on the timeline once there is one.',
      timeout: Duration.millis(maxPageWithoutTableMs),
    });
  }

  private definition(step: IFunction): IChainable {
    const untilItIsDue = Wait.jsonata(this, 'Wait until it is due', {
      time: WaitTime.timestamp('{% $fromMillis($page.until) %}'),
    });
    const page = invokeStep(this, 'Store it, or page without the table', {
      step,
      payload: { withoutTable: '{% $page %}' },
      assign: { page: '{% $states.result.Payload %}' },
    });
    const anotherTry = Wait.jsonata(this, 'Wait for another try', { time: WaitTime.duration(betweenTries) });
    page.addCatch(anotherTry.next(page), { errors: [Errors.ALL] });

    const whatIsNext = Choice.jsonata(this, 'What is next?')
      .when(pageIs('wait'), untilItIsDue)
      .when(pageIs('stored'), this.end('Stored after all'))
      .when(pageIs('handedOver'), this.end('Handed over to a fresh execution'))
      .when(pageIs('givenUp'), Fail.jsonata(this, 'Given up after a day', { error: 'GivenUp' }))
      .otherwise(Fail.jsonata(this, 'Unknown turn', { error: 'UnknownTurn' }));

    untilItIsDue.next(page).next(whatIsNext);
    return firstTurn(this, { page: '{% $states.input %}' }).next(untilItIsDue);
  }

  /** The output says how the execution ended, for the function that may start another one. */
  private end(name: string): Succeed {
    return Succeed.jsonata(this, name, { outputs: { kind: '{% $page.kind %}' } });
  }
}

function pageIs(kind: string) {
  return isOfKind('page', kind);
}
