import { describe, expect, test } from '@jest/globals';
import type { TaskCall, TaskReport } from '../../../local/states-language/host.ts';
import { failureOf, invoke, tryOut } from './try-out.ts';

/** Fails with these errors, one for each try, and then succeeds. */
function failing(...errors: readonly string[]) {
  const left = [...errors];
  return (_: TaskCall, report: (report: TaskReport) => void) => {
    const error = left.shift();
    report(
      error === undefined ? { kind: 'succeeded', result: 'done' } : { kind: 'failed', error, reason: 'why' },
    );
  };
}

const trying = (Retry: readonly object[], errors: readonly string[], chance = 0.5) =>
  tryOut(
    { Do: { Type: 'Task', Resource: invoke, Retry, End: true } },
    { work: failing(...errors), chance },
  ).finish();

describe('Retry', () => {
  test.each([
    ['by default 1, 2 and 4 seconds apart', { ErrorEquals: ['A'] }, 7],
    ['at its own interval and rate', { ErrorEquals: ['A'], IntervalSeconds: 3, BackoffRate: 1 }, 9],
    ['at the maximum interval at most', { ErrorEquals: ['A'], IntervalSeconds: 3, MaxDelaySeconds: 4 }, 11],
    ['at random intervals', { ErrorEquals: ['A'], IntervalSeconds: 2, JitterStrategy: 'FULL' }, 7],
  ])('tries again %s', async (_, retrier, seconds) => {
    expect(await trying([retrier], ['A', 'A', 'A'])).toEqual({
      ending: { kind: 'succeeded', output: 'done' },
      seconds,
    });
  });

  test('gives up after its last attempt', async () => {
    const { ending, seconds } = await trying([{ ErrorEquals: ['A'], MaxAttempts: 2 }], ['A', 'A', 'A']);

    expect(ending).toMatchObject({ kind: 'failed', error: 'A' });
    expect(seconds).toBe(3);
  });

  test('counts the tries of each Retrier separately during one visit to the state', async () => {
    const retriers = [
      { ErrorEquals: ['A', 'B'], IntervalSeconds: 1, BackoffRate: 2, MaxAttempts: 2 },
      { ErrorEquals: ['C'], IntervalSeconds: 5 },
    ];

    const { ending, seconds } = await trying(retriers, ['A', 'B', 'C', 'B']);

    expect(ending).toMatchObject({ kind: 'failed', error: 'B' });
    expect(seconds).toBe(8);
  });

  test('does nothing when the first matching Retrier has no attempts', async () => {
    const retriers = [{ ErrorEquals: ['A'], MaxAttempts: 0 }, { ErrorEquals: ['States.ALL'] }];

    const { seconds } = await trying(retriers, ['A']);

    expect(seconds).toBe(0);
  });

  test.each([
    ['States.ALL', 'Anything', true],
    ['States.ALL', 'States.Timeout', true],
    ['States.ALL', 'States.Runtime', false],
    ['States.ALL', 'States.DataLimitExceeded', false],
    ['States.TaskFailed', 'Anything', true],
    ['States.TaskFailed', 'Lambda.Unknown', true],
    ['States.TaskFailed', 'States.Timeout', false],
    ['States.Timeout', 'States.Timeout', true],
    ['States.Timeout', 'Anything', false],
  ])('of %s with an error %s: %s', async (name, error, again) => {
    const { ending } = await trying([{ ErrorEquals: [name] }], [error]);

    expect(ending.kind).toBe(again ? 'succeeded' : 'failed');
  });

  test('shows expressions the number of tries', async () => {
    const seen: unknown[] = [];
    const work = failing('A', 'A');
    const trial = tryOut(
      {
        Do: {
          Type: 'Task',
          Resource: invoke,
          Arguments: { again: '{% $states.context.State.RetryCount %}' },
          Retry: [{ ErrorEquals: ['States.ALL'] }],
          End: true,
        },
      },
      {
        work(call, report) {
          seen.push(call.arguments);
          work(call, report);
        },
      },
    );

    await trial.finish();

    expect(seen).toEqual([{ again: 0 }, { again: 1 }, { again: 2 }]);
  });

  test('applies to an expression that failed, too', async () => {
    const trial = tryOut(
      {
        Do: {
          Type: 'Task',
          Resource: invoke,
          Output: '{% $states.result.absent %}',
          Retry: [{ ErrorEquals: ['States.QueryEvaluationError'], MaxAttempts: 1 }],
          End: true,
        },
      },
      { work: failing() },
    );

    expect((await trial.finish()).seconds).toBe(1);
  });
});

describe('Catch', () => {
  const caught = (catcher: object) =>
    tryOut(
      {
        First: { Type: 'Pass', Assign: { n: 1 }, Next: 'Do' },
        Do: {
          Type: 'Task',
          Resource: invoke,
          Catch: [{ ErrorEquals: ['B'], Next: 'B' }, catcher],
          Next: 'B',
        },
        B: { Type: 'Fail', Error: 'WrongWay' },
        Caught: { Type: 'Pass', Output: { input: '{% $states.input %}', n: '{% $n %}' }, End: true },
      },
      { input: 'in', work: failing('A') },
    ).finish();

  test('continues where the first matching Catcher points, with the error as output', async () => {
    const { ending } = await caught({ ErrorEquals: ['States.ALL'], Next: 'Caught' });

    expect(ending).toEqual({ kind: 'succeeded', output: { input: { Error: 'A', Cause: 'why' }, n: 1 } });
  });

  test('assigns variables and makes its own output', async () => {
    const { ending } = await caught({
      ErrorEquals: ['States.TaskFailed'],
      Assign: { n: '{% $n + 1 %}' },
      Output: "{% $states.errorOutput.Error & ' for ' & $states.input %}",
      Next: 'Caught',
    });

    expect(ending).toEqual({ kind: 'succeeded', output: { input: 'A for in', n: 2 } });
  });

  test('fails the execution when it fails itself', async () => {
    const { ending } = await caught({
      ErrorEquals: ['A'],
      Output: '{% $states.input.absent %}',
      Next: 'Caught',
    });

    expect(ending).toMatchObject({ kind: 'failed', error: 'States.QueryEvaluationError' });
    expect(JSON.stringify(ending)).toMatch(/'Catch\[1\]\/Output' returned nothing/);
  });

  test('comes after the retries', async () => {
    const trial = tryOut(
      {
        Do: {
          Type: 'Task',
          Resource: invoke,
          Retry: [{ ErrorEquals: ['A'], MaxAttempts: 1 }],
          Catch: [{ ErrorEquals: ['A'], Next: 'Caught' }],
          End: true,
        },
        Caught: { Type: 'Succeed' },
      },
      { work: failing('A', 'A') },
    );

    expect(await trial.finish()).toMatchObject({ ending: { kind: 'succeeded' }, seconds: 1 });
  });

  test('does not cover an error of a state without a Catcher', async () => {
    const failure = await failureOf({ Stop: { Type: 'Fail', Error: 'A' } });

    expect(failure).toEqual({ kind: 'failed', error: 'A' });
  });
});
