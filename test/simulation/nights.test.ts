import { expect, test } from '@jest/globals';
import { playNights } from './play-nights.ts';

/**
 * The nights that show most in the time they take: each is the first that finds a mutation of the table in
 * `docs/simulation.md`. `npm run simulate` plays thousands.
 */
const seeds = [1, 2, 6, 7, 9, 12, 17, 18, 24, 8623];

test('generated nights keep every promise, whoever answers what, when, twice, or never', async () => {
  let played = 0;
  for await (const { night, wrong, story, steps } of playNights(seeds)) {
    if (wrong.length > 0) throw new Error([`seed ${night.seed}:`, ...wrong, ...story].join('\n'));
    expect(steps).toBeGreaterThan(1);
    played += 1;
  }

  expect(played).toBe(seeds.length);
});
