import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Laptop, laptop, own } from './laptop.ts';
import { pagesTo } from './what-came.ts';

const diskFull = { dedupKey: 'web-3-disk', service: 'acme-shop', summary: 'web-3 disk full 95%' };

let cloud: Laptop;
beforeEach(async () => {
  cloud = await laptop();
});
afterEach(() => cloud.close());

describe('an execution while Lambda throttles the step function', () => {
  test('waits for half a minute and longer, and goes on where it stopped', async () => {
    const { body } = await cloud.alarm(diskFull);
    await cloud.skip(40);
    await cloud.faults({ region: own, service: 'functions', mode: 'throttle' });
    await cloud.skip(35); // the second SMS is due after 45 s
    expect(await pagesTo(cloud, 'an')).toHaveLength(1);

    await cloud.faults();
    await cloud.skip(16);

    expect(await pagesTo(cloud, 'an')).toHaveLength(2);
    expect(await cloud.executions()).toEqual([
      expect.objectContaining({ name: `${body.incidentId}-1`, region: own, status: 'RUNNING' }),
    ]);
  });
});
