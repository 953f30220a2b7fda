import { expect, test } from '@jest/globals';
import { playNights } from './play-nights.ts';

/** As many nights as take half a minute; `npm run simulate` plays thousands. */
const seeds = Array.from({ length: 25 }, (_, index) => index + 1);

test('generated nights keep every promise, whoever answers what, when, twice, or never', async () => {
  let played = 0;
  for await (const { night, wrong, story, steps } of playNights(seeds)) {
    if (wrong.length > 0) throw new Error([`seed ${night.seed}:`, ...wrong, ...story].join('\n'));
    expect(steps).toBeGreaterThan(1);
    played += 1;
  }

  expect(played).toBe(seeds.length);
});
