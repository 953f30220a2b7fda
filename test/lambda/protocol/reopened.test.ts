import { describe, expect, test } from '@jest/globals';
import { log } from '../../../lambda/cell/log.ts';
import { explore, fires, firesAgain, no, resolves, type Scene, sweep, undo, yes } from './explore.ts';
import { withWrites } from './leave-out.ts';
import { settle } from './settle.ts';

log.setLogLevel('SILENT');

/** Orders of all calls that each scene must pass. */
const orders = 12;

const scenes: readonly (readonly [string, Scene])[] = [
  ['fires again after a yes', { comers: [fires, yes, resolves, firesAgain, sweep], kills: 1 }],
  ['is opened again by a person', { comers: [fires, resolves, undo, sweep], kills: 1, lostStarts: 1 }],
  ['is opened again by a person after a yes', { comers: [fires, yes, resolves, undo, no], lostWakes: 1 }],
  ['is opened again by both at once', { comers: [fires, resolves, undo, firesAgain, sweep], kills: 1 }],
];

describe.each(scenes)('an incident that %s', (_, scene) => {
  test('keeps every property of the protocol, and is paged again and again', async () => {
    for (let seed = 1; seed <= orders; seed++) {
      const explored = await explore(scene, {}, seed);

      expect({ seed, violation: explored.found }).toEqual({ seed, violation: undefined });
      expect({ seed, violation: await settle(explored, scene, {}) }).toEqual({ seed, violation: undefined });
    }
  });
});

describe('a person who opens an incident again without the next epoch', () => {
  test('would have two executions of one name', async () => {
    const variant = withWrites('answer', (next, seen) =>
      seen.status === 'resolved' && next.status !== 'resolved' ? { ...next, epoch: seen.epoch } : next,
    );
    const found: unknown[] = [];
    for (let seed = 1; seed <= orders; seed++) {
      const { found: violation } = await explore({ comers: [fires, resolves, undo] }, variant, seed);
      if (violation !== undefined) found.push(violation.property);
    }

    expect(found).toContain('names: no execution name stands for two starts');
  });
});
