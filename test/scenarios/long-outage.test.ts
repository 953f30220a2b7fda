import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Fault, type Laptop, laptop, withoutGuardians } from './laptop.ts';
import { pagesTo } from './what-came.ts';

const diskFull = { dedupKey: 'web-3-disk', service: 'acme-shop', summary: 'web-3 disk full 95%' };
const noTable: Fault = { region: '*', service: 'table', mode: 'refuse' };
const oneDay = 24 * 3600;

let night: Laptop;
beforeEach(async () => {
  night = await laptop();
  await night.faults(noTable, withoutGuardians);
  await night.alarm(diskFull);
});
afterEach(() => night.close());

const secondsOf = async (responder: string) => (await pagesTo(night, responder)).map(({ second }) => second);
const lastExecution = async () => (await night.executions()).at(-1);

describe('an alarm that is paged for without the table', () => {
  test('is tried again two minutes later when the function fails for longer than its retries', async () => {
    await night.faults(noTable, withoutGuardians, { region: '*', service: 'functions', mode: 'refuse' });
    await night.skip(60);
    expect((await lastExecution())?.state).toBe('Wait for another try');

    await night.faults(noTable, withoutGuardians);
    await night.skip(75);
    const [, again] = await secondsOf('an');
    expect(again).toBeGreaterThan(120);
    expect(again).toBeLessThan(135);
  });

  test('is given up after a day with an error in the log, and paged again when it comes again', async () => {
    await night.faults(noTable, withoutGuardians, { region: '*', service: 'workflow', mode: 'hang' });
    await night.skip(oneDay - 60);
    await night.faults(noTable, withoutGuardians);
    await night.skip(120);
    expect(await lastExecution()).toMatchObject({ status: 'FAILED', state: 'Given up after a day' });

    const before = (await secondsOf('an')).length;
    await night.alarm(diskFull);
    expect(await secondsOf('an')).toHaveLength(before + 1);
  });
});
