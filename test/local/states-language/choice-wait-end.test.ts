import { describe, expect, test } from '@jest/globals';
import { failureOf, outputOf, tryOut } from './try-out.ts';

const kinds = {
  Which: {
    Type: 'Choice',
    Choices: [
      { Condition: "{% $states.input.kind = 'sms' %}", Next: 'Text', Output: { by: 'rule' } },
      { Condition: "{% $states.input.kind in ['call', 'sms'] %}", Next: 'Call' },
    ],
    Default: 'Unknown',
    Output: { by: 'default' },
  },
  Text: { Type: 'Pass', Output: { text: '{% $states.input %}' }, End: true },
  Call: { Type: 'Succeed', Output: { call: '{% $states.input %}' } },
  Unknown: { Type: 'Succeed' },
};

describe('a Choice', () => {
  test.each([
    ['sms', { text: { by: 'rule' } }],
    ['call', { call: { kind: 'call' } }],
    ['mail', { by: 'default' }],
  ])('of %s takes the first rule that is true, with its own output', async (kind, output) => {
    expect(await outputOf(kinds, { input: { kind } })).toEqual(output);
  });

  test('without a true rule or a default fails', async () => {
    const { Default: _, Output: __, ...Which } = kinds.Which;
    const { Unknown: ___, ...others } = kinds;

    const failure = await failureOf({ ...others, Which }, { input: { kind: 'mail' } });

    expect(failure.error).toBe('States.NoChoiceMatched');
  });

  test('with a condition that is not a boolean fails', async () => {
    const failure = await failureOf({
      Which: { Type: 'Choice', Choices: [{ Condition: '{% 1 %}', Next: 'Yes' }] },
      Yes: { Type: 'Succeed' },
    });

    expect(failure.error).toBe('States.QueryEvaluationError');
    expect(failure.cause).toMatch(/'Choices\[0\]\/Condition' must be a boolean/);
  });
});

describe('a Wait', () => {
  test.each([
    ['a number of seconds', { Seconds: 10 }, 10],
    ['an expression for seconds', { Seconds: '{% $states.input.n * 2 %}' }, 8],
    ['a moment', { Timestamp: '2026-11-22T00:01:00Z' }, 60],
    ['an expression for a moment', { Timestamp: '{% $fromMillis($millis() + 3000) %}' }, 3],
    ['a moment in the past', { Timestamp: '2020-01-01T00:00:00+01:00' }, 0],
  ])('waits for %s', async (_, field, expected) => {
    const { seconds } = await tryOut(
      { Wait: { Type: 'Wait', ...field, End: true } },
      { input: { n: 4 } },
    ).finish();

    expect(seconds).toBe(expected);
  });

  test.each([
    ['Seconds', '{% 1.5 %}'],
    ['Seconds', '{% -1 %}'],
    ['Timestamp', "{% 'tomorrow' %}"],
  ])('with %s of %s fails', async (field, value) => {
    const failure = await failureOf({ Wait: { Type: 'Wait', [field]: value, End: true } });

    expect(failure.error).toBe('States.QueryEvaluationError');
  });

  test('passes on its input, and assigns variables', async () => {
    const output = await outputOf(
      {
        Wait: { Type: 'Wait', Seconds: 1, Assign: { x: 1 }, Next: 'Tell' },
        Tell: { Type: 'Pass', Output: '{% [$states.input, $x] %}', End: true },
      },
      { input: 'in' },
    );

    expect(output).toEqual(['in', 1]);
  });
});

describe('a Fail', () => {
  test('names the error and the cause, even by expressions', async () => {
    const failure = await failureOf(
      { Stop: { Type: 'Fail', Error: "{% 'Unknown' & $states.input.what %}", Cause: 'as it is' } },
      { input: { what: 'Turn' } },
    );

    expect(failure).toEqual({ kind: 'failed', error: 'UnknownTurn', cause: 'as it is' });
  });
});

describe('the output of a state', () => {
  test('of more than 256 KiB fails, and States.ALL does not catch that', async () => {
    const big = "{% $join($map([1..26300], function($i) { '0123456789' })) %}";
    const branch = { StartAt: 'Big', States: { Big: { Type: 'Pass', Output: big, End: true } } };
    const failure = await failureOf({
      Both: {
        Type: 'Parallel',
        Branches: [branch],
        Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Caught' }],
        End: true,
      },
      Caught: { Type: 'Succeed' },
    });

    expect(failure.error).toBe('States.DataLimitExceeded');
  });
});
