import { describe, expect, test } from '@jest/globals';
import { virtualClock } from '../../../local/time/clock.ts';

const macrotask = () => new Promise((resolve) => setImmediate(resolve));
const stopped = () => virtualClock({ startAt: 1_000, speed: 0 });

describe('a clock that stands still', () => {
  test('shows the same moment until it is moved', async () => {
    const clock = stopped();
    await macrotask();

    expect(clock.now()).toBe(1_000);
    clock.jumpTo(2_000);
    expect(clock.now()).toBe(2_000);
  });

  test('is never moved back', () => {
    const clock = stopped();
    clock.jumpTo(500);

    expect(clock.now()).toBe(1_000);
  });

  test('fires what is due at that very moment, but never synchronously', async () => {
    const clock = stopped();
    const fired: string[] = [];
    clock.at(1_000, 'now', () => fired.push('now'));
    clock.at(10, 'past', () => fired.push('past'));
    clock.at(1_001, 'later', () => fired.push('later'));

    expect(fired).toEqual([]);
    await macrotask();
    expect(fired).toEqual(['past', 'now']);
  });

  test('fires only on demand while somebody has taken over', async () => {
    const clock = stopped();
    const fired: string[] = [];
    const giveBack = clock.takeOver();
    clock.at(1_000, 'now', () => fired.push('now'));
    await macrotask();
    const before = [...fired];
    clock.fireNext();
    giveBack();

    expect(before).toEqual([]);
    expect(fired).toEqual(['now']);
  });
});

describe('timers', () => {
  test('fire in the order of their moments, and at the same moment in the order in which they were set', () => {
    const clock = stopped();
    const fired: number[] = [];
    const moments = Array.from({ length: 200 }, (_, index) => 2_000 + ((index * 7919) % 50));
    moments.forEach((due, index) => {
      clock.at(due, 'timer', () => fired.push(due * 1_000 + index));
    });

    for (const _ of moments) clock.fireNext();

    expect(fired).toEqual(fired.toSorted((a, b) => a - b));
    expect(clock.next()).toBeUndefined();
  });

  test('that were cancelled do not fire', () => {
    const clock = stopped();
    const fired: string[] = [];
    const first = clock.at(2_000, 'first', () => fired.push('first'));
    clock.at(3_000, 'second', () => fired.push('second'));
    clock.cancel(first);

    expect(clock.next()?.label).toBe('second');
    clock.fireNext();
    expect(fired).toEqual(['second']);
  });

  test('fire by themselves on a clock that runs', async () => {
    const clock = virtualClock({ startAt: 0, speed: 100 });
    await new Promise<void>((resolve) => clock.at(500, 'soon', resolve));

    expect(clock.now()).toBeGreaterThanOrEqual(500);
    clock.close();
  });
});
