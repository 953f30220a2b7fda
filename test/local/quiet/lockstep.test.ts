import { describe, expect, test } from '@jest/globals';
import { lockstep, type Rank } from '../../../local/quiet/lockstep.ts';

const alwaysQuiet = async () => [];
const ranks: readonly Rank[] = [1, 2, 3, 4, 5, 6].map((invocation) => ({
  kind: 'call',
  invocation,
  call: 1,
}));

async function orderOf(seed: number | undefined, arrivals: readonly Rank[]): Promise<readonly Rank[]> {
  const steps = lockstep(alwaysQuiet);
  steps.use(seed);
  const order: Rank[] = [];
  await Promise.all(arrivals.map((rank) => steps.turn(rank).then(() => order.push(rank))));
  return order;
}

describe('lockstep', () => {
  test('gives turns in an order that depends on the seed, not on who came first', async () => {
    const forward = await orderOf(3, ranks);

    expect(await orderOf(3, ranks.toReversed())).toEqual(forward);
    expect(forward.toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)))).toEqual(ranks);
  });

  test('gives other orders for other seeds', async () => {
    const orders = await Promise.all([1, 2, 3, 4, 5].map((seed) => orderOf(seed, ranks)));

    expect(new Set(orders.map((order) => JSON.stringify(order))).size).toBeGreaterThan(1);
  });

  test('lets everybody pass as they come where there is no seed', async () => {
    const backward = ranks.toReversed();

    expect(await orderOf(undefined, backward)).toEqual(backward);
  });

  test('is quiet only when nobody waits for a turn', async () => {
    const steps = lockstep(alwaysQuiet);
    steps.use(1);
    const passed: Rank[] = [];
    for (const rank of ranks) void steps.turn(rank).then(() => passed.push(rank));

    await steps.quiet();
    expect(passed).toHaveLength(ranks.length);
  });
});
