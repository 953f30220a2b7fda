import { drawNight } from './draw-night.ts';
import type { Night } from './night.ts';
import { type Outcome, runNight } from './run-night.ts';
import { type Stage, stage } from './stage.ts';

/** A laptop's memory grows with each night. After this many a fresh laptop takes its place. */
export const nightsPerLaptop = 25;

/** Phones remember pages for six hours. A night must not begin while they remember the last one. */
const forgottenMs = 7 * 3_600_000;

/** A laptop skips up to 400 days at once. Nights of seeds that lie far apart are years apart. */
const maxGapMs = 300 * 86_400_000;

/**
 * Plays nights one after the other, on as few laptops as possible. After a night that went wrong it starts a fresh
 * laptop.
 */
export async function* playNights(seeds: readonly number[]): AsyncGenerator<Outcome> {
  let on: Stage | undefined;
  let played = 0;
  try {
    for (const night of seeds.map(drawNight)) {
      if (on !== undefined && (played >= nightsPerLaptop || !isSoonAfter(on.now(), night.startAt))) {
        await on.close();
        on = undefined;
      }
      played = on === undefined ? 1 : played + 1;
      on ??= await stage(night.startAt);
      const outcome = await runNight(night, on);
      if (outcome.wrong.length > 0) {
        await on.close();
        on = undefined;
      }
      yield outcome;
    }
  } finally {
    await on?.close();
  }
}

function isSoonAfter(now: number, startAt: number): boolean {
  return startAt - now > forgottenMs && startAt - now < maxGapMs;
}

/** Plays one night on a fresh laptop. */
export async function playAlone(night: Night): Promise<Outcome> {
  const on = await stage(night.startAt);
  try {
    return await runNight(night, on);
  } finally {
    await on.close();
  }
}
