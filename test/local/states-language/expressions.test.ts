import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { evaluated, failureOf, midnight, outputOf } from './try-out.ts';

describe('an expression', () => {
  test('may be anywhere in a template', async () => {
    const output = {
      list: ['{% $states.input.a %}', 'as it is'],
      deep: { b: '{% $states.input.a + 1 %}' },
      n: null,
    };

    const value = await outputOf({ Only: { Type: 'Pass', Output: output, End: true } }, { input: { a: 1 } });

    expect(value).toEqual({ list: [1, 'as it is'], deep: { b: 2 }, n: null });
  });

  test('without a value fails the state, and the error names the field and the state', async () => {
    const only = { Type: 'Pass', Output: { a: ['{% $states.input.absent %}'] }, End: true };

    const failure = await failureOf({ Only: only });

    expect(failure).toEqual({
      kind: 'failed',
      error: 'States.QueryEvaluationError',
      cause:
        "An error occurred while executing the state 'Only' (entered at the event id #1). The JSONata expression '$states.input.absent' specified for the field 'Output/a[0]' returned nothing (undefined).",
    });
  });

  test('that throws fails the state with JSONata’s code', async () => {
    const failure = await failureOf({ Only: { Type: 'Pass', Output: "{% 1 + 'a' %}", End: true } });

    expect(failure.cause).toMatch(/specified for the field 'Output' threw an error during evaluation. T2002/);
  });

  test('with a function as its value fails the state', async () => {
    const failure = await failureOf({
      Only: { Type: 'Pass', Output: '{% function($x) { $x } %}', End: true },
    });

    expect(failure.error).toBe('States.QueryEvaluationError');
  });

  test('with the value null has a value', async () => {
    expect(await evaluated('$states.input.a', { a: null })).toBeNull();
  });

  test.each([
    ['$states.context.Execution.Name', 'one'],
    ['$states.context.Execution.Input.a', 1],
    ['$states.context.Execution.StartTime', '2026-11-22T00:00:00.000Z'],
    ['$states.context.Execution.Id', 'arn:aws:states:eu-central-1:111122223333:execution:trial:one'],
    ['$states.context.Execution.RoleArn', 'arn:aws:iam::111122223333:role/trial'],
    ['$states.context.State.Name', 'Only'],
    ['$states.context.State.EnteredTime', '2026-11-22T00:00:00.000Z'],
    ['$states.context.State.RetryCount', 0],
    ['$states.context.StateMachine.Name', 'trial'],
    ['$states.context.StateMachine.Id', 'arn:aws:states:eu-central-1:111122223333:stateMachine:trial'],
  ])('sees %s', async (expression, value) => {
    expect(await evaluated(expression, { a: 1 })).toEqual(value);
  });
});

describe('the functions of Step Functions', () => {
  test.each([
    ['$partition([1,2,3,4,5], 2)', [[1, 2], [3, 4], [5]]],
    ['$range(0, 10, 5)', [0, 5, 10]],
    ['$range(3, 1, -1)', [3, 2, 1]],
    ['$range(1, 1, 1)', 1],
    ["$hash('abc', 'SHA-256')", createHash('sha256').update('abc').digest('hex')],
    ['$parse(\'{"a": [1]}\')', { a: [1] }],
    ['$random(7) = $random(7)', true],
    ['$random()', 0.5],
    ['$uuid()', '88888888-8888-4888-8888-888888888888'],
    ['$millis()', midnight],
    ['$now()', '2026-11-22T00:00:00.000Z'],
    ["$now('[D1] [MNn]')", '22 November'],
    ["$toMillis('2026-11-22T00:00:01Z')", midnight + 1000],
  ])('%s', async (expression, value) => {
    expect(await evaluated(expression)).toEqual(value);
  });

  test.each(['$partition([1], 0)', '$range(1, 5)', "$hash('abc')"])(
    'do not include %s',
    async (expression) => {
      const failure = await failureOf({ Only: { Type: 'Pass', Output: `{% ${expression} %}`, End: true } });

      expect(failure.cause).toMatch(/returned nothing/);
    },
  );

  test('follow the clock while time passes', async () => {
    const output = await outputOf({
      Wait: { Type: 'Wait', Seconds: 90, Next: 'Tell' },
      Tell: { Type: 'Pass', Output: '{% $now() %}', End: true },
    });

    expect(output).toBe('2026-11-22T00:01:30.000Z');
  });
});
