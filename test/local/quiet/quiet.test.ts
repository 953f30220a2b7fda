import { describe, expect, test } from '@jest/globals';
import { quietWatch, type WatchedThread } from '../../../local/quiet/quiet.ts';
import type { Pulse } from '../../../local/services/lambda/messages.ts';
import { type ActivityCounter, activityCounter } from '../../../local/time/activity.ts';

const resting: Pulse = { heard: 0, openCalls: [], begunCalls: 0, nextTimer: Number.POSITIVE_INFINITY };

/** A thread that gives these pulses one after the other, and the last one for ever. */
function thread(pulses: readonly Partial<Pulse>[]): WatchedThread & { readonly asked: () => number } {
  let asked = 0;
  return {
    async rest() {
      asked += 1;
      return { ...resting, ...pulses[Math.min(asked, pulses.length) - 1] };
    },
    touches: () => 0,
    tick() {},
    async kill() {},
    asked: () => asked,
  };
}

const quietOf = (
  activity: ActivityCounter,
  busy: readonly WatchedThread[],
  keptCalls: readonly number[] = [],
) => quietWatch({ activity, busy: () => busy, keptCalls: () => keptCalls, patienceMs: 20 });

describe('quiet', () => {
  test('comes at once where nothing goes on', async () => {
    expect(await quietOf(activityCounter(), [])()).toEqual([]);
  });

  test('waits for what goes on', async () => {
    const activity = activityCounter();
    const end = activity.begin('a request');
    let isQuiet = false;
    const quiet = quietOf(activity, [])().then(() => {
      isQuiet = true;
    });
    await new Promise((resolve) => setImmediate(resolve));
    const before = isQuiet;
    end();
    await quiet;

    expect([before, isQuiet]).toEqual([false, true]);
  });

  test('counts an invocation as blocked that waits for a kept call, with its next timer, and asks it once', async () => {
    const activity = activityCounter();
    activity.begin('an invocation');
    const waiting = thread([{ openCalls: [1], begunCalls: 1, nextTimer: 5_000 }]);

    const quiet = quietOf(activity, [waiting], [1]);

    expect(await quiet()).toMatchObject([{ nextTimer: 5_000 }]);
    const asked = waiting.asked();
    await quiet();
    expect(waiting.asked()).toBe(asked);
  });

  test('waits for an invocation whose answer is under way', async () => {
    const activity = activityCounter();
    activity.begin('an invocation');
    const busy = thread([
      { openCalls: [1], nextTimer: 5_000 },
      { openCalls: [1], nextTimer: 5_000 },
      { nextTimer: 9_000 },
    ]);

    expect(await quietOf(activity, [busy])()).toMatchObject([{ nextTimer: 9_000 }]);
  });

  test('waits for an invocation whose call is on its way while one that it gave up is still kept', async () => {
    const activity = activityCounter();
    activity.begin('an invocation');
    const busy = thread([
      { openCalls: [2], nextTimer: 5_000 },
      { openCalls: [1], nextTimer: 9_000 },
    ]);

    expect(await quietOf(activity, [busy], [1])()).toMatchObject([{ nextTimer: 9_000 }]);
  });

  test('takes an invocation that waits for nothing at last for blocked', async () => {
    const activity = activityCounter();
    activity.begin('an invocation');

    expect(await quietOf(activity, [thread([{}])])()).toMatchObject([{ isSure: false }]);
  });

  test('does not wait for ever for a loop without end: it is killed', async () => {
    const activity = activityCounter();
    const end = activity.begin('an invocation');
    const killed: string[] = [];
    let busy: readonly WatchedThread[] = [];
    const looping: WatchedThread = {
      ...thread([{}]),
      rest: () => new Promise(() => {}),
      async kill(error) {
        killed.push(error);
        busy = [];
        end();
      },
    };
    busy = [looping];

    await quietWatch({ activity, busy: () => busy, keptCalls: () => [], patienceMs: 20 })();

    expect(killed).toEqual(['Sandbox.Timedout']);
  });
});
