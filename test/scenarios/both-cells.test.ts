import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Laptop, laptop, other, own } from './laptop.ts';
import { pagesTo, upTo } from './what-came.ts';

let cloud: Laptop;
beforeAll(async () => {
  cloud = await laptop();
  await cloud.faults({ region: '*', service: 'schedules', mode: 'drop' });
});
afterAll(() => cloud.close());

/** Sends one alarm to both cells at the same moment. The seed decides the order of all their calls. */
async function atBothCells(seed: number) {
  await cloud.lockstep(seed);
  const alarm = { dedupKey: `web-${seed}-disk`, service: 'acme-shop', summary: `web-${seed} disk full` };
  const [first, second] = await cloud.atBothCells(alarm);
  return { seed, first, second };
}

/** What went wrong in that order; the seed repeats it. */
function wrongAnswers({ seed, first, second }: Awaited<ReturnType<typeof atBothCells>>): string[] {
  const isWell = first.status === 202 && second.status === 202;
  const isOne = first.body.incidentId === second.body.incidentId && first.body.code === second.body.code;
  return isWell && isOne ? [] : [`seed ${seed}: ${JSON.stringify([first, second])}`];
}

describe('one alarm that reaches both cells at the same moment', () => {
  test('is one incident and one page to the primary, in 200 orders of the cells’ calls', async () => {
    const sent = [];
    for (const seed of upTo(200)) sent.push(await atBothCells(seed));

    expect(sent.flatMap(wrongAnswers)).toEqual([]);
    const pages = await pagesTo(cloud, 'an');
    const timesPaged = sent.map(({ seed, first }) => ({
      seed,
      pages: pages.filter(({ text }) => text.startsWith(`${first.body.code} ACME web-${seed} disk`)).length,
    }));
    expect(timesPaged.filter((one) => one.pages !== 1)).toEqual([]);
    expect(pages).toHaveLength(200);
    const executions = await cloud.executions();
    expect(executions).toHaveLength(200);
    // Both cells must have been first in some of the orders.
    expect(new Set(executions.map(({ region }) => region))).toEqual(new Set([own, other]));
  });
});
