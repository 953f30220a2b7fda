import { describe, expect, test } from '@jest/globals';
import type { TaskCall, TaskReport } from '../../../local/states-language/host.ts';
import { failureOf, invoke, invokeAndWait, outputOf, tryOut } from './try-out.ts';

type Report = (report: TaskReport) => void;

const waiting = {
  Type: 'Task',
  Resource: invokeAndWait,
  Arguments: { token: '{% $states.context.Task.Token %}' },
  End: true,
};

describe('a Task', () => {
  test('gets its arguments, and its result is the output', async () => {
    const seen: TaskCall[] = [];
    const work = (call: TaskCall, report: Report) => {
      seen.push(call);
      report({ kind: 'succeeded', result: { Payload: 42 } });
    };

    const output = await outputOf(
      { Do: { Type: 'Task', Resource: invoke, Arguments: { a: '{% $states.input.b %}' }, End: true } },
      { input: { b: 1 }, work },
    );

    expect(seen).toEqual([{ resource: invoke, arguments: { a: 1 } }]);
    expect(output).toEqual({ Payload: 42 });
  });

  test('makes variables and output from its result', async () => {
    const work = (_: TaskCall, report: Report) => report({ kind: 'succeeded', result: { Payload: 42 } });

    const output = await outputOf(
      {
        Do: {
          Type: 'Task',
          Resource: invoke,
          Assign: { turn: '{% $states.result.Payload %}' },
          Output: '{% $states.result.Payload + 1 %}',
          Next: 'Tell',
        },
        Tell: { Type: 'Pass', Output: '{% [$turn, $states.input] %}', End: true },
      },
      { work },
    );

    expect(output).toEqual([42, 43]);
  });

  test('that fails without a handler fails the execution with its own error and cause', async () => {
    const work = (_: TaskCall, report: Report) => report({ kind: 'failed', error: 'Oops', reason: 'why' });

    expect(await failureOf({ Do: { Type: 'Task', Resource: invoke, End: true } }, { work })).toEqual({
      kind: 'failed',
      error: 'Oops',
      cause: 'why',
    });
  });

  test('with a result of more than 256 KiB fails', async () => {
    const work = (_: TaskCall, report: Report) =>
      report({ kind: 'succeeded', result: 'x'.repeat(256 * 1024) });

    const failure = await failureOf({ Do: { Type: 'Task', Resource: invoke, End: true } }, { work });

    expect(failure.error).toBe('States.DataLimitExceeded');
  });
});

describe('a Task that waits for its token', () => {
  test('continues when somebody reports success, however long that takes', async () => {
    const reports: Report[] = [];
    const trial = tryOut(
      { Wait: waiting },
      {
        work(_, report) {
          reports.push(report);
          report({ kind: 'submitted' });
        },
      },
    );

    await trial.pass(100_000);
    const before = trial.ending();
    reports[0]?.({ kind: 'succeeded', result: 'yes' });
    await trial.settle();

    expect(before).toBeUndefined();
    expect(trial.ending()).toEqual({ kind: 'succeeded', output: 'yes' });
  });

  test('is quiet while it waits', async () => {
    const trial = tryOut({ Wait: waiting });

    await trial.settle();

    expect(trial.ending()).toBeUndefined();
  });

  test('times out after its seconds, and its token is closed', async () => {
    const trial = tryOut({ Wait: { ...waiting, TimeoutSeconds: '{% 15 * 2 %}' } });

    const { ending, seconds } = await trial.finish();

    expect(ending).toEqual({ kind: 'failed', error: 'States.Timeout' });
    expect(seconds).toBe(30);
    expect(trial.withdrawn).toHaveLength(1);
  });

  test('misses a heartbeat, which is a time-out under either name', async () => {
    const heartbeat = { ErrorEquals: ['States.HeartbeatTimeout'], Next: 'Caught' };
    const trial = tryOut(
      {
        Wait: { ...waiting, HeartbeatSeconds: 10, TimeoutSeconds: 100, Catch: [heartbeat] },
        Caught: { Type: 'Succeed', Output: '{% $states.input.Error %}' },
      },
      {
        work(_, report) {
          trial.clock.at(trial.clock.now() + 8000, 'a heartbeat', () => report({ kind: 'heartbeat' }));
        },
      },
    );

    const { ending, seconds } = await trial.finish();

    expect(ending).toEqual({ kind: 'succeeded', output: 'States.Timeout' });
    expect(seconds).toBe(18);
  });

  test('counts the seconds of a time-out from the moment when the state was entered', async () => {
    const until =
      '{% $max([1, $ceil(($states.input.until - $toMillis($states.context.State.EnteredTime)) / 1000)]) %}';

    const { seconds } = await tryOut(
      { Wait: { ...waiting, TimeoutSeconds: until } },
      { input: { until: Date.parse('2026-11-22T00:05:00.001Z') } },
    ).finish();

    expect(seconds).toBe(301);
  });

  test('gets a new token for each try', async () => {
    const tokens: unknown[] = [];
    const trial = tryOut(
      {
        Wait: { ...waiting, TimeoutSeconds: 5, Retry: [{ ErrorEquals: ['States.Timeout'], MaxAttempts: 1 }] },
      },
      { work: (call) => void tokens.push(call.token, call.arguments) },
    );

    await trial.finish();

    expect(tokens).toEqual(['token-1', { token: 'token-1' }, 'token-2', { token: 'token-2' }]);
  });
});
