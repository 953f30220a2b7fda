import { describe, expect, test } from '@jest/globals';
import { resourcesOf, synthesize, textOf } from './synthesized.ts';

interface State {
  readonly Type: string;
  readonly Next?: string;
  readonly Resource?: string;
  readonly Retry?: readonly unknown[];
  readonly Choices?: readonly { readonly Condition: string; readonly Next: string }[];
  readonly Default?: string;
}

const { cellA } = synthesize();
const [machine] = resourcesOf(cellA, 'AWS::StepFunctions::StateMachine');
const definition = JSON.parse(textOf(machine?.[1].Properties['DefinitionString'])) as {
  readonly StartAt: string;
  readonly QueryLanguage: string;
  readonly States: Readonly<Record<string, State>>;
};
const states = definition.States;
const tasks = Object.entries(states).filter(([, { Type }]) => Type === 'Task');

const acts = [
  'SMS through the own region',
  'SMS through the other region',
  'Call by voice',
  'Tell those who were paged',
  'Ask the contact center',
  'Write to the customer',
  'Decide',
];
const waits = ['Await an answer', 'Acknowledged until', 'Held until'];

describe('the escalation', () => {
  test('starts with the turn that was decided when the alarm came in', () => {
    expect(definition).toMatchObject({ StartAt: 'First turn', QueryLanguage: 'JSONata' });
    expect(states['First turn']).toMatchObject({
      Type: 'Pass',
      Assign: { turn: '{% $states.input.turn %}' },
      Next: 'What is next?',
    });
  });

  test('has a way for each kind of turn', () => {
    expect(states['What is next?']?.Choices?.map(({ Condition, Next }) => [Condition, Next])).toEqual([
      ["{% $turn.kind = 'sms' and $turn.via = 'own' %}", 'SMS through the own region'],
      ["{% $turn.kind = 'sms' and $turn.via = 'other' %}", 'SMS through the other region'],
      ["{% $turn.kind = 'call' %}", 'Call by voice'],
      ["{% $turn.kind = 'tell' %}", 'Tell those who were paged'],
      ["{% $turn.kind = 'contactCenter' %}", 'Ask the contact center'],
      ["{% $turn.kind = 'customer' %}", 'Write to the customer'],
      ["{% $turn.kind = 'decide' %}", 'Decide'],
      ["{% $turn.kind = 'await' %}", 'Await an answer'],
      ["{% $turn.kind = 'acknowledged' %}", 'Acknowledged until'],
      ["{% $turn.kind = 'hold' %}", 'Held until'],
      ["{% $turn.kind = 'handedOver' %}", 'Handed over to a fresh execution'],
      ["{% $turn.kind = 'superseded' %}", 'Superseded by a later epoch'],
      ["{% $turn.kind = 'end' %}", 'Resolved'],
    ]);
  });

  test('fails at a turn that it does not know, and never ends the incident', () => {
    expect(states['What is next?']?.Default).toBe('Unknown turn');
    expect(states['Unknown turn']).toEqual({ Type: 'Fail', Error: 'UnknownTurn' });
  });

  test('succeeds only when the incident is resolved or somebody else drives it', () => {
    const ends = Object.entries(states).filter(([, { Type }]) => Type === 'Succeed');

    expect(ends.map(([name]) => name)).toEqual([
      'Handed over to a fresh execution',
      'Superseded by a later epoch',
      'Resolved',
    ]);
  });

  test('has these tasks and no others, all of them the step function', () => {
    expect(tasks.map(([name]) => name).toSorted()).toEqual([...acts, ...waits].toSorted());
    expect([...new Set(tasks.map(([, { Resource }]) => Resource))].toSorted()).toEqual([
      'arn:<AWS::Partition>:states:::lambda:invoke',
      'arn:<AWS::Partition>:states:::lambda:invoke.waitForTaskToken',
    ]);
  });

  test.each(acts)('%s goes on with the turn that the step answers with', (name) => {
    expect(states[name]).toMatchObject({
      Resource: 'arn:<AWS::Partition>:states:::lambda:invoke',
      Arguments: {
        Payload: {
          incident: '{% $states.context.Execution.Input.incident %}',
          generation: '{% $states.context.Execution.Input.generation %}',
          epoch: '{% $states.context.Execution.Input.epoch %}',
          turn: '{% $turn %}',
        },
      },
      Assign: { turn: '{% $states.result.Payload %}' },
      Next: 'What is next?',
    });
  });

  test.each(waits)('%s goes back to the decision when its time is up', (name) => {
    expect(states[name]).toMatchObject({
      TimeoutSeconds:
        '{% $max([1, $ceil(($turn.until - $toMillis($states.context.State.EnteredTime)) / 1000)]) %}',
      Catch: [
        {
          ErrorEquals: ['States.Timeout'],
          Assign: { turn: { kind: 'decide', revision: '{% $turn.revision + 1 %}' } },
          Next: 'What is next?',
        },
      ],
    });
  });

  test.each(waits)('%s goes on with the turn that wakes it', (name) => {
    expect(states[name]).toMatchObject({
      Resource: 'arn:<AWS::Partition>:states:::lambda:invoke.waitForTaskToken',
      Arguments: { Payload: { turn: '{% $turn %}', taskToken: '{% $states.context.Task.Token %}' } },
      Assign: { turn: '{% $states.result %}' },
      Next: 'What is next?',
    });
  });

  test.each(tasks)(
    '%s is tried three times, soon, for a quarter of an hour while Lambda is throttled, and not after a time-out',
    (_name, task) => {
      expect(task.Retry).toEqual([
        {
          ...{ ErrorEquals: ['Lambda.TooManyRequestsException'], JitterStrategy: 'FULL' },
          ...{ IntervalSeconds: 1, MaxAttempts: 64, MaxDelaySeconds: 15, BackoffRate: 2 },
        },
        { ErrorEquals: ['States.TaskFailed'], IntervalSeconds: 1, MaxAttempts: 2, BackoffRate: 2 },
      ]);
    },
  );

  test('logs its errors without the data, which tells who was paged', () => {
    const logging = machine?.[1].Properties['LoggingConfiguration'];

    expect(logging).toMatchObject({ Level: 'ERROR' });
    expect(logging).not.toHaveProperty('IncludeExecutionData');
  });
});
