import { describe, expect, test } from '@jest/globals';
import { failureOf, outputOf } from './try-out.ts';

describe('a variable', () => {
  test('is visible in every later state', async () => {
    const output = await outputOf(
      {
        First: { Type: 'Pass', Assign: { turn: '{% $states.input.turn %}' }, Output: 'gone', Next: 'Second' },
        Second: { Type: 'Pass', Next: 'Third' },
        Third: { Type: 'Pass', Output: '{% $turn.kind %}', End: true },
      },
      { input: { turn: { kind: 'sms' } } },
    );

    expect(output).toBe('sms');
  });

  test('keeps its old value until the state that assigns it is left', async () => {
    const output = await outputOf({
      First: { Type: 'Pass', Assign: { x: 1, y: 10 }, Next: 'Swap' },
      Swap: {
        Type: 'Pass',
        Assign: { x: '{% $y %}', y: '{% $x %}' },
        Output: '{% [$x, $y] %}',
        Next: 'After',
      },
      After: { Type: 'Pass', Output: { before: '{% $states.input %}', after: '{% [$x, $y] %}' }, End: true },
    });

    expect(output).toEqual({ before: [1, 10], after: [10, 1] });
  });

  test('without an assignment on the way here has no value', async () => {
    const failure = await failureOf({
      First: {
        Type: 'Choice',
        Choices: [{ Condition: '{% false %}', Assign: { x: 1 }, Next: 'Tell' }],
        Default: 'Tell',
      },
      Tell: { Type: 'Pass', Output: '{% $x %}', End: true },
    });

    expect(failure.cause).toMatch(/'\$x' specified for the field 'Output' returned nothing/);
  });

  test('of an outer graph is visible in a branch, and those of the branch are not visible outside', async () => {
    const branch = {
      StartAt: 'Inside',
      States: { Inside: { Type: 'Pass', Assign: { inner: 5 }, Output: '{% $outer %}', End: true } },
    };
    const output = await outputOf({
      First: { Type: 'Pass', Assign: { outer: 1 }, Next: 'Both' },
      Both: {
        Type: 'Parallel',
        Branches: [branch],
        Assign: { outer: '{% $states.result[0] + 1 %}' },
        Next: 'Tell',
      },
      Tell: { Type: 'Pass', Output: '{% $outer %}', End: true },
    });

    expect(output).toBe(2);
  });
});
