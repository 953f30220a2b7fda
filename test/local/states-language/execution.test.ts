import { describe, expect, test } from '@jest/globals';
import { invokeAndWait, tryOut } from './try-out.ts';

const waiting = {
  Type: 'Task',
  Resource: invokeAndWait,
  Arguments: { token: '{% $states.context.Task.Token %}' },
  End: true,
};

describe('an execution', () => {
  test('that is stopped ends at once, and cancels what it waits for', async () => {
    const trial = tryOut({ Wait: waiting });
    await trial.settle();

    trial.running.abort({ error: 'Stopped', cause: 'by hand' });
    await trial.settle();

    expect(trial.ending()).toEqual({ kind: 'aborted', error: 'Stopped', cause: 'by hand' });
    expect(trial.withdrawn).toHaveLength(1);
  });

  test('stands still while transitions are frozen, and continues afterwards', async () => {
    const trial = tryOut({
      Wait: { Type: 'Wait', Seconds: 10, Next: 'Then' },
      Then: { Type: 'Pass', Output: '{% $now() %}', End: true },
    });
    await trial.settle();

    trial.freeze(true);
    await trial.pass(60);
    const meanwhile = trial.ending();
    trial.freeze(false);
    await trial.settle();

    expect(meanwhile).toBeUndefined();
    expect(trial.ending()).toEqual({ kind: 'succeeded', output: '2026-11-22T00:01:00.000Z' });
  });

  test('fails when its history holds 25,000 events', async () => {
    const trial = tryOut({
      Again: { Type: 'Pass', Next: 'Which' },
      Which: { Type: 'Choice', Choices: [{ Condition: '{% true %}', Next: 'Again' }], Default: 'End' },
      End: { Type: 'Succeed' },
    });

    const { ending } = await trial.finish();

    expect(ending).toEqual({
      kind: 'failed',
      error: 'States.Runtime',
      cause: 'The execution reached the maximum number of history events (25000).',
    });
    expect(trial.events.length).toBeLessThanOrEqual(25_000);
  });
});
