import { describe, expect, test } from '@jest/globals';
import { log } from '../../../lambda/cell/log.ts';
import { brokenRules } from './broken-rules.ts';
import { explore, type Scene } from './explore.ts';
import type { Violation } from './properties.ts';
import { settle } from './settle.ts';
import type { Variant } from './world.ts';

log.setLogLevel('SILENT');

/** Orders in which a broken rule must be found. */
const maxOrders = 400;

/** Orders that the functions as they are must pass, at least. */
const minOrders = 8;

type Play = (scene: Scene, variant: Variant, seed: number) => Promise<Violation | undefined>;

const forSafety: Play = async (scene, variant, seed) => (await explore(scene, variant, seed)).found;

const forLiveness: Play = async (scene, variant, seed) =>
  settle(await explore(scene, variant, seed), scene, variant);

/** What a search finds first, from a seed on: each seed is one order of all calls. */
async function search(play: Play, scene: Scene, variant: Variant, first: number) {
  for (let seed = first; seed < first + maxOrders; seed++) {
    const violation = await play(scene, variant, seed);
    if (violation !== undefined) return { seed, violation };
  }
  return undefined;
}

describe.each(brokenRules)(
  'without the rule that $rule leaves out',
  ({ scene, variant, finds, from = 1 }) => {
    test(`the functions break "${finds}"; with it they pass the same orders`, async () => {
      const play = finds.startsWith('again') ? forLiveness : forSafety;
      const found = await search(play, scene, variant, from);
      expect(found?.violation.property).toBe(finds);

      const until = Math.max(found?.seed ?? from, from + minOrders);
      for (let seed = from; seed <= until; seed++) {
        expect({ seed, violation: await play(scene, {}, seed) }).toEqual({ seed, violation: undefined });
      }
    });
  },
);
