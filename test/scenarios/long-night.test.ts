import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Laptop, laptop } from './laptop.ts';
import { operatorPresses } from './operator.ts';
import type { Accepted } from './requests.ts';
import { pagesTo, secondsIn } from './what-came.ts';

const diskFull = { dedupKey: 'web-3-disk', service: 'acme-shop', summary: 'web-3 disk full 95%' };
const hour = 3600;

let cloud: Laptop;
let opened: Accepted['body'];
beforeEach(async () => {
  cloud = await laptop();
  // No guardian runs: the workflow alone must go on paging.
  await cloud.faults({ region: '*', service: 'schedules', mode: 'drop' });
  ({ body: opened } = await cloud.alarm(diskFull));
});
afterEach(() => cloud.close());

/** Whether all executions of the night have succeeded, except the one that drives now. */
async function expectRolledOver(atLeast: number) {
  const executions = await cloud.executions();
  const { item } = await cloud.incident(opened.incidentId);
  expect(item.epoch).toBeGreaterThanOrEqual(atLeast);
  expect(executions.map(({ name }) => name)).toEqual(
    Array.from({ length: item.epoch }, (_, index) => `${opened.incidentId}-${index + 1}`),
  );
  const over = executions.slice(0, -1).map(({ status, state }) => `${status}: ${state}`);
  expect(new Set(over)).toEqual(new Set(['SUCCEEDED: Handed over to a fresh execution']));
  expect(executions.at(-1)?.status).toBe('RUNNING');
}

describe('an incident that stays open', () => {
  test('for 48 hours is still paged, by a later execution', async () => {
    for (let half = 1; half <= 4; half++) {
      await cloud.skip(10);
      await cloud.reply('an', `${opened.code} ja 700`);
      await operatorPresses(cloud, 'confirmed');
      await cloud.skip(half * 12 * hour - secondsIn(cloud.cloud.now()));
    }

    // An's week as primary ends on Monday at nine, and her second week begins: An stays primary all the time.
    const last = (await pagesTo(cloud, 'an')).at(-1);
    expect(last?.second).toBeGreaterThanOrEqual(47.75 * hour);
    expect(last?.text).toContain(opened.code);
    await expectRolledOver(2);
  });

  test('that is never answered goes to a new execution before the history is full, and no page is late because of it', async () => {
    await cloud.skip(2 * hour + 899);

    const seconds = (await pagesTo(cloud, 'an')).map(({ second }) => second);
    const rounds = Array.from({ length: 9 }, (_, index) => index * 900);
    expect(seconds).toEqual(rounds.flatMap((from) => [from, from + 45]));
    await expectRolledOver(2);
  });
});
