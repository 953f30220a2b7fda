import { expect, test } from '@jest/globals';
import { seededRandom } from '../../../local/time/random.ts';

test('the same seed gives the same numbers, and another seed gives others', () => {
  const drawn = (seed: number) => {
    const random = seededRandom(seed);
    return [random.next(), random.below(1000), random.uuid()];
  };

  expect(drawn(5)).toEqual(drawn(5));
  expect(drawn(5)).not.toEqual(drawn(6));
});

test('the numbers are within their bounds and spread', () => {
  const random = seededRandom(1);
  const drawn = Array.from({ length: 6_000 }, () => random.below(6));
  const counts = [0, 1, 2, 3, 4, 5].map((face) => drawn.filter((value) => value === face).length);

  expect(counts.reduce((sum, count) => sum + count)).toBe(6_000);
  for (const count of counts) expect(Math.abs(count - 1_000)).toBeLessThan(120);
});
