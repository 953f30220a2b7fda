import { describe, expect, test } from '@jest/globals';
import { endsIt, firesAfter, isOverBefore } from '../../../domain/alarm/order.ts';
import { minute, second } from '../../../domain/time/instant.ts';
import { tenPastThree } from '../an-incident.ts';

const resolvedAt = tenPastThree;

/** The incident was resolved, and the source's own clock had counted so far then. */
const item = { lastEventAt: tenPastThree - minute, resolvedAt };

const unseen = { storedAt: resolvedAt + second, isRepeated: false, lastResolved: undefined };

describe('a firing event that finds its incident resolved', () => {
  test.each([
    ['is newer than all that counted', 0, {}, true],
    ['was never seen, though the clock of its source is slow', -95 * second, {}, true],
    ['was stored before the resolution, and comes again', -95 * second, stored(-second), false],
    ['was stored after the resolution, by a function that died', -95 * second, stored(second), true],
    ['is older than a `resolved` of its source', 0, { lastResolved: tenPastThree + 1 }, false],
    ['is as old as a `resolved` of its source, which counts whole seconds', 0, { lastResolved: 0 }, true],
  ] as const)('which %s', (_which, at, event, fires) => {
    const alarm = { occurredAt: tenPastThree + at };
    expect(firesAfter(alarm, { ...unseen, ...event }, item)).toBe(fires);
  });

  test('is new when its source gives no time', () => {
    const alarm = { occurredAt: tenPastThree + second, isTimedHere: true } as const;
    expect(firesAfter(alarm, { ...unseen, lastResolved: tenPastThree + minute }, item)).toBe(true);
  });
});

describe('a `resolved`', () => {
  test.each([
    ['newer than each firing', 2, true],
    ['as old as the last firing', 1, false],
    ['older than the last firing', 0, false],
    ['without a time, after all that came', undefined, true],
  ])('that is %s', (_which, at, ends) => {
    expect(endsIt(at, 0, 1)).toBe(ends);
  });

  test('that is newer than a firing which comes after it wins', () => {
    expect(isOverBefore(1, 2)).toBe(true);
    expect(isOverBefore(2, 2)).toBe(false);
    expect(isOverBefore(undefined, 2)).toBe(false);
  });
});

function stored(after: number) {
  return { isRepeated: true, storedAt: resolvedAt + after };
}
