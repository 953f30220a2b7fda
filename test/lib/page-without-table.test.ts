import { describe, expect, test } from '@jest/globals';
import { resourcesOf, synthesize, textOf } from './synthesized.ts';

interface State {
  readonly Type: string;
  readonly Next?: string;
  readonly Retry?: readonly unknown[];
}

const { cellA, cellB } = synthesize();

function definitionIn(cell: typeof cellA) {
  const [, machine] =
    resourcesOf(cell, 'AWS::StepFunctions::StateMachine').find(
      ([, { Properties }]) => Properties['StateMachineName'] === 'permanence-page-without-table',
    ) ?? [];
  return JSON.parse(textOf(machine?.Properties['DefinitionString'])) as {
    readonly StartAt: string;
    readonly QueryLanguage: string;
    readonly TimeoutSeconds: number;
    readonly States: Readonly<Record<string, State>>;
  };
}

const definition = definitionIn(cellA);
const { States: states } = definition;

describe('the page without the table', () => {
  test('is there in each cell', () => {
    expect(Object.keys(definitionIn(cellB).States)).toEqual(Object.keys(states));
  });

  test('begins with what the intake hands over, and waits until it is due', () => {
    expect(definition).toMatchObject({ StartAt: 'First turn', QueryLanguage: 'JSONata' });
    expect(states['First turn']).toMatchObject({
      Assign: { page: '{% $states.input %}' },
      Next: 'Wait until it is due',
    });
    expect(states['Wait until it is due']).toMatchObject({
      Type: 'Wait',
      Timestamp: '{% $fromMillis($page.until) %}',
      Next: 'Store it, or page without the table',
    });
  });

  test('carries the incident in its own variables, from one turn to the next', () => {
    expect(states['Store it, or page without the table']).toMatchObject({
      Resource: 'arn:<AWS::Partition>:states:::lambda:invoke',
      Arguments: { Payload: { withoutTable: '{% $page %}' } },
      Assign: { page: '{% $states.result.Payload %}' },
      Next: 'What is next?',
    });
  });

  test('has a way for each kind of what is next, and fails at one that it does not know', () => {
    expect(states['What is next?']).toMatchObject({
      Choices: [
        { Condition: "{% $page.kind = 'wait' %}", Next: 'Wait until it is due' },
        { Condition: "{% $page.kind = 'stored' %}", Next: 'Stored after all' },
        { Condition: "{% $page.kind = 'handedOver' %}", Next: 'Handed over to a fresh execution' },
        { Condition: "{% $page.kind = 'givenUp' %}", Next: 'Given up after a day' },
      ],
      Default: 'Unknown turn',
    });
    expect(states['Given up after a day']).toEqual({ Type: 'Fail', Error: 'GivenUp' });
    expect(states['Unknown turn']).toEqual({ Type: 'Fail', Error: 'UnknownTurn' });
  });

  test('succeeds only when the table has the incident or another execution goes on, and says which', () => {
    const ends = Object.entries(states).filter(([, { Type }]) => Type === 'Succeed');

    expect(ends).toEqual([
      ['Stored after all', { Type: 'Succeed', Output: { kind: '{% $page.kind %}' } }],
      ['Handed over to a fresh execution', { Type: 'Succeed', Output: { kind: '{% $page.kind %}' } }],
    ]);
  });

  test('tries a failed turn again, soon and then every two minutes, since nobody else takes it up', () => {
    expect(states['Store it, or page without the table']).toMatchObject({
      Retry: [
        { ErrorEquals: ['Lambda.TooManyRequestsException'], MaxAttempts: 64, MaxDelaySeconds: 15 },
        { ErrorEquals: ['States.TaskFailed'], IntervalSeconds: 1, MaxAttempts: 2, BackoffRate: 2 },
      ],
      Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Wait for another try' }],
    });
    expect(states['Wait for another try']).toMatchObject({
      Type: 'Wait',
      Seconds: 120,
      Next: 'Store it, or page without the table',
    });
  });

  test('lasts a day at most', () => {
    expect(definition.TimeoutSeconds).toBe(24 * 60 * 60);
  });
});
