import { describe, expect, test } from '@jest/globals';
import { lockstep, type Rank } from '../../../local/quiet/lockstep.ts';

const alwaysQuiet = async () => [];
const ranks: readonly Rank[] = [1, 2, 3, 4, 5, 6].map((invocation) => ({
  kind: 'call',
  invocation,
  call: 1,
}));
const request = (content: string, together = 1): Rank => ({ kind: 'request', content, together });

async function orderOf(seed: number | undefined, arrivals: readonly Rank[]): Promise<readonly Rank[]> {
  const steps = lockstep(alwaysQuiet);
  steps.use(seed);
  const order: Rank[] = [];
  await Promise.all(arrivals.map((rank) => steps.turn(rank).then(() => order.push(rank))));
  return order;
}

/** Lets everything happen that happens by itself. */
async function rounds(count: number): Promise<void> {
  for (let round = 0; round < count; round += 1) await new Promise((resolve) => setImmediate(resolve));
}

describe('lockstep', () => {
  test('gives turns in an order that depends on the seed, and not on the order of arrival', async () => {
    const forward = await orderOf(3, ranks);

    expect(await orderOf(3, ranks.toReversed())).toEqual(forward);
    expect(forward.toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)))).toEqual(ranks);
  });

  test('gives other orders for other seeds', async () => {
    const orders = await Promise.all([1, 2, 3, 4, 5].map((seed) => orderOf(seed, ranks)));

    expect(new Set(orders.map((order) => JSON.stringify(order))).size).toBeGreaterThan(1);
  });

  test('lets every caller pass at once without a seed', async () => {
    const backward = ranks.toReversed();

    expect(await orderOf(undefined, backward)).toEqual(backward);
  });

  test('is quiet only when no caller waits for a turn', async () => {
    const steps = lockstep(alwaysQuiet);
    steps.use(1);
    const passed: Rank[] = [];
    for (const rank of ranks) void steps.turn(rank).then(() => passed.push(rank));

    await steps.quiet();
    expect(passed).toHaveLength(ranks.length);
  });
});

describe('requests from outside, in lockstep', () => {
  test('wait until no call of a function waits any more', async () => {
    const order = await orderOf(1, [request('a'), ...ranks]);

    expect(order.at(-1)).toEqual(request('a'));
  });

  test('that are sent together are let in when all have arrived, however late the last one is', async () => {
    const steps = lockstep(alwaysQuiet);
    steps.use(1);
    const passed: string[] = [];
    const send = (content: string) => steps.turn(request(content, 3)).then(() => void passed.push(content));

    const first = [send('a'), send('b')];
    await rounds(50);
    const before = [...passed];
    await Promise.all([...first, send('c')]);

    expect(before).toEqual([]);
    expect(passed.toSorted()).toEqual(['a', 'b', 'c']);
  });

  test('that are sent together take turns with the calls of the requests that were let in first', async () => {
    const orders = [];
    for (let seed = 1; seed <= 20; seed += 1) {
      const steps = lockstep(alwaysQuiet);
      steps.use(seed);
      const order: string[] = [];
      const handle = async (content: string, invocation: number) => {
        await steps.turn(request(content, 2));
        order.push(content);
        await steps.turn({ kind: 'call', invocation, call: 1 });
        order.push(`call of ${content}`);
      };
      await Promise.all([handle('a', 1), handle('b', 2)]);
      orders.push(order.join(', '));
    }

    expect(orders).toContain('a, call of a, b, call of b');
    expect(orders).toContain('a, b, call of a, call of b');
    expect(orders).toContain('b, a, call of a, call of b');
  });

  test('are not quiet while an announced request is missing', async () => {
    const steps = lockstep(alwaysQuiet);
    steps.use(1);
    let isQuiet = false;
    const first = steps.turn(request('a', 2));
    const quiet = steps.quiet().then(() => {
      isQuiet = true;
    });
    await rounds(50);
    const before = isQuiet;
    await Promise.all([first, steps.turn(request('b', 2)), quiet]);

    expect([before, isQuiet]).toEqual([false, true]);
  });
});
