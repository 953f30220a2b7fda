import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import {
  Choice,
  Errors,
  Fail,
  type IChainable,
  IntegrationPattern,
  type StateMachine,
  Succeed,
  type TaskStateBase,
  Timeout,
} from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { firstTurn, invokeStep, isOfKind, type StepWorkflowProps, stepWorkflow } from './step-workflow.ts';

/**
 * One execution per incident and epoch: it takes the turn that it gets, waits where there is something to wait for,
 * and goes on with the next turn. It holds time and task tokens. It makes no decision of its own: it looks only at a
 * turn's `kind`.
 */
export class EscalationWorkflow extends Construct {
  readonly stateMachine: StateMachine;

  constructor(scope: Construct, id: string, props: StepWorkflowProps) {
    super(scope, id);
    this.stateMachine = stepWorkflow(this, {
      ...props,
      definition: this.definition(props.step),
      followedBy:
        'An incident is followed by its timeline and by the logs of its functions, all under its id.',
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

    return firstTurn(this, { turn: '{% $states.input.turn %}' }).next(whatIsNext);
  }

  private act(name: string, step: IFunction): TaskStateBase {
    return invokeStep(this, name, {
      step,
      payload: turnOfIncident,
      assign: { turn: '{% $states.result.Payload %}' },
    });
  }

  /**
   * Waits for an answer until the turn ends. Then, and also when the token is lost, the step function decides what to
   * do.
   */
  private wait(name: string, step: IFunction, whatIsNext: IChainable): TaskStateBase {
    return invokeStep(this, name, {
      step,
      payload: { ...turnOfIncident, taskToken: '{% $states.context.Task.Token %}' },
      assign: { turn: '{% $states.result %}' },
      integrationPattern: IntegrationPattern.WAIT_FOR_TASK_TOKEN,
      taskTimeout: Timeout.jsonata(untilTheTurnIsOver),
    }).addCatch(whatIsNext, {
      errors: [Errors.TIMEOUT],
      assign: { turn: { kind: 'decide', revision: '{% $turn.revision + 1 %}' } },
    });
  }
}

/** What the step function gets: the incident, the driver, and the turn. */
const turnOfIncident = {
  incident: '{% $states.context.Execution.Input.incident %}',
  generation: '{% $states.context.Execution.Input.generation %}',
  epoch: '{% $states.context.Execution.Input.epoch %}',
  turn: '{% $turn %}',
};

/** A time-out is at least one second: a turn that has ended already waits for no longer. */
const untilTheTurnIsOver =
  '{% $max([1, $ceil(($turn.until - $toMillis($states.context.State.EnteredTime)) / 1000)]) %}';

function turnIs(kind: string, via?: string) {
  return isOfKind('turn', kind, via);
}
