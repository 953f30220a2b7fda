import { describe, expect, test } from '@jest/globals';
import { quietWatch, type WatchedThread } from '../../../local/quiet/quiet.ts';
import type { Pulse } from '../../../local/services/lambda/messages.ts';
import { type ActivityCounter, activityCounter } from '../../../local/time/activity.ts';

const resting: Pulse = { heard: 0, openCalls: [], begunCalls: 0, nextTimer: Number.POSITIVE_INFINITY };

/** A thread that reports these pulses in order, and then always the last one. */
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
  test('comes at once when nothing goes on', async () => {
    expect(await quietOf(activityCounter(), [])()).toEqual([]);
  });

  test('waits for work that goes on', async () => {
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

  test('counts an invocation as blocked that waits for an unanswered call, gives its next timer, and asks it once', async () => {
    const activity = activityCounter();
    activity.begin('an invocation');
    const waiting = thread([{ openCalls: [1], begunCalls: 1, nextTimer: 5_000 }]);

    const quiet = quietOf(activity, [waiting], [1]);

    expect(await quiet()).toMatchObject([{ nextTimer: 5_000 }]);
    const asked = waiting.asked();
    await quiet();
    expect(waiting.asked()).toBe(asked);
  });

  test('waits for an invocation whose answer is on its way', async () => {
    const activity = activityCounter();
    activity.begin('an invocation');
    const busy = thread([
      { openCalls: [1], nextTimer: 5_000 },
      { openCalls: [1], nextTimer: 5_000 },
      { nextTimer: 9_000 },
    ]);

    expect(await quietOf(activity, [busy])()).toMatchObject([{ nextTimer: 9_000 }]);
  });

  test('waits for an invocation whose new call is on its way, while the cloud still keeps a call that it gave up', async () => {
    const activity = activityCounter();
    activity.begin('an invocation');
    const busy = thread([
      { openCalls: [2], nextTimer: 5_000 },
      { openCalls: [1], nextTimer: 9_000 },
    ]);

    expect(await quietOf(activity, [busy], [1])()).toMatchObject([{ nextTimer: 9_000 }]);
  });

  test('counts an invocation that waits for nothing as blocked after some looks', async () => {
    const activity = activityCounter();
    activity.begin('an invocation');

    expect(await quietOf(activity, [thread([{}])])()).toMatchObject([{ isSure: false }]);
  });

  test('does not wait for an endless loop: it kills the function', async () => {
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
