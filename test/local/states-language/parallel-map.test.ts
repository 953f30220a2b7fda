import { describe, expect, test } from '@jest/globals';
import { failureOf, invoke, outputOf, tryOut } from './try-out.ts';

const wait = (name: string, seconds: number) => ({
  StartAt: name,
  States: { [name]: { Type: 'Wait', Seconds: seconds, Output: name, End: true } },
});

const failAfter = (seconds: number) => ({
  StartAt: 'Delay',
  States: {
    Delay: { Type: 'Wait', Seconds: seconds, Next: 'Fail' },
    Fail: { Type: 'Fail', Error: 'Broken' },
  },
});

describe('a Parallel', () => {
  test('runs its branches at the same time. The result is in the order of the branches', async () => {
    const trial = tryOut({
      Both: { Type: 'Parallel', Branches: [wait('slow', 9), wait('quick', 4)], End: true },
    });

    expect(await trial.finish()).toEqual({
      ending: { kind: 'succeeded', output: ['slow', 'quick'] },
      seconds: 9,
    });
  });

  test('gives each branch its arguments', async () => {
    const branch = (name: string) => ({ StartAt: name, States: { [name]: { Type: 'Succeed' } } });

    const output = await outputOf(
      {
        Both: {
          Type: 'Parallel',
          Arguments: { x: '{% $states.input.a %}' },
          Branches: [branch('A'), branch('B')],
          Output: '{% $states.result.x %}',
          End: true,
        },
      },
      { input: { a: 1 } },
    );

    expect(output).toEqual([1, 1]);
  });

  test('fails with the first branch that fails, and stops the others', async () => {
    const both = { Type: 'Parallel', Branches: [wait('slow', 9), failAfter(2)], End: true };

    const { ending, seconds } = await tryOut({ Both: both }).finish();

    expect(ending).toEqual({ kind: 'failed', error: 'Broken' });
    expect(seconds).toBe(2);
  });

  test('can be tried again and caught', async () => {
    const both = {
      Type: 'Parallel',
      Branches: [failAfter(2)],
      Retry: [{ ErrorEquals: ['Broken'], IntervalSeconds: 5, MaxAttempts: 1 }],
      Catch: [{ ErrorEquals: ['States.ALL'], Output: '{% $states.errorOutput.Error %}', Next: 'Caught' }],
      End: true,
    };

    expect(await tryOut({ Both: both, Caught: { Type: 'Succeed' } }).finish()).toEqual({
      ending: { kind: 'succeeded', output: 'Broken' },
      seconds: 9,
    });
  });

  test('stops with the execution', async () => {
    const trial = tryOut({ Both: { Type: 'Parallel', Branches: [wait('slow', 9)], End: true } });
    await trial.settle();

    trial.running.abort({});
    await trial.settle();

    expect(trial.ending()).toEqual({ kind: 'aborted' });
    expect(await trial.fireNext()).toBe(false);
  });
});

const processor = (states: object) => ({ StartAt: Object.keys(states)[0], States: states });

describe('a Map', () => {
  test('runs its processor for each item, in the order of the items', async () => {
    const output = await outputOf(
      {
        Each: {
          Type: 'Map',
          Items: '{% $states.input.numbers %}',
          ItemProcessor: processor({
            Double: { Type: 'Pass', Output: '{% $states.input * 2 %}', End: true },
          }),
          End: true,
        },
      },
      { input: { numbers: [1, 2, 3] } },
    );

    expect(output).toEqual([2, 4, 6]);
  });

  test('shapes its items, which know their index', async () => {
    const output = await outputOf(
      {
        Each: {
          Type: 'Map',
          ItemSelector: {
            place: '{% $states.context.Map.Item.Index %}',
            what: '{% $states.context.Map.Item.Value %}',
          },
          ItemProcessor: processor({ Give: { Type: 'Succeed' } }),
          End: true,
        },
      },
      { input: ['a', 'b'] },
    );

    expect(output).toEqual([
      { place: 0, what: 'a' },
      { place: 1, what: 'b' },
    ]);
  });

  test.each([
    [1, 30],
    [2, 20],
    ['{% 3 %}', 10],
    [0, 10],
  ])('runs %s at once: three items of ten seconds take %s seconds', async (MaxConcurrency, seconds) => {
    const each = {
      Type: 'Map',
      Items: [1, 2, 3],
      MaxConcurrency,
      ItemProcessor: wait('Item', 10),
      End: true,
    };

    expect((await tryOut({ Each: each }).finish()).seconds).toBe(seconds);
  });

  test('without items has an empty result', async () => {
    expect(
      await outputOf({ Each: { Type: 'Map', Items: [], ItemProcessor: wait('Item', 1), End: true } }),
    ).toEqual([]);
  });

  test('of a value that is not a list fails', async () => {
    const failure = await failureOf({
      Each: { Type: 'Map', Items: '{% 5 %}', ItemProcessor: wait('Item', 1), End: true },
    });

    expect(failure.error).toBe('States.QueryEvaluationError');
  });

  test('fails with the first iteration that fails', async () => {
    const trial = tryOut(
      {
        Each: {
          Type: 'Map',
          Items: [1, 2],
          ItemProcessor: processor({ Do: { Type: 'Task', Resource: invoke, End: true } }),
          End: true,
        },
      },
      {
        work(call, report) {
          if (call.arguments === 2) report({ kind: 'failed', error: 'Two', reason: 'is one too many' });
        },
      },
    );

    expect((await trial.finish()).ending).toMatchObject({ kind: 'failed', error: 'Two' });
    expect(trial.withdrawn).toHaveLength(2);
  });
});
