import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { contactCenter } from './calls-in-hand.ts';
import { type Fault, type Laptop, laptop, other, own } from './laptop.ts';
import { pagesTo } from './what-came.ts';

const diskFull = { dedupKey: 'web-3-disk', service: 'acme-shop', summary: 'web-3 disk full 95%' };

let night: Laptop;
beforeEach(async () => {
  night = await laptop({ guardians: true });
});
afterEach(() => night.close());

const table = (mode: string): Fault => ({ region: '*', service: 'table', mode });
const secondsOf = async (responder: string) => (await pagesTo(night, responder)).map(({ second }) => second);

describe('a table that hangs in both regions', () => {
  test('delays nobody: the source is answered within 4.5 s, the primary is paged soon after, and the ladder goes on', async () => {
    await night.faults(table('hang'));
    const { answer, afterSeconds } = await night.answered(night.alarm(diskFull));
    expect(answer.status).toBe(503);
    expect(answer.body).toMatchObject({ detail: expect.stringMatching(/people are being paged/i) });
    expect(afterSeconds).toBeLessThan(4.6);

    await night.skip(10 - afterSeconds);
    expect(await secondsOf('an')).toEqual([expect.any(Number)]);
    await night.skip(310);
    expect(await secondsOf('an')).toHaveLength(2);
    expect(await night.calls('an')).toHaveLength(2);
    expect(await secondsOf('chloe')).toHaveLength(1);
  });

  test('together with the organization’s objects: the organization in the bundle is used', async () => {
    await night.faults(table('hang'), { region: '*', service: 'objects', mode: 'hang' });
    const { answer, afterSeconds } = await night.answered(night.alarm(diskFull));
    await night.skip(15);

    expect(answer.status).toBe(503);
    expect(afterSeconds).toBeLessThan(4.6);
    expect(await secondsOf('an')).toHaveLength(1);
  });

  test('after everything had worked before: the organization that was read then is used, and the answer is in time', async () => {
    await night.alarm({ ...diskFull, dedupKey: 'before', service: 'kessler-vpn' });
    await night.skip(120);
    await night.faults(table('hang'));
    const { answer, afterSeconds } = await night.answered(night.alarm(diskFull));
    await night.skip(10);

    expect(answer.status).toBe(503);
    expect(afterSeconds).toBeLessThan(4.6);
    expect(await secondsOf('an')).toHaveLength(1);
  });
});

describe('a page without the table', () => {
  const workflow = (region: string, mode: string): Fault => ({ region, service: 'workflow', mode });

  test.each([
    [own, 'refuse'],
    [own, 'hang'],
    [other, 'refuse'],
    [other, 'hang'],
  ])('leaves by the workflow of either region (%s: %s)', async (region, mode) => {
    await night.faults(table('refuse'), workflow(region, mode));
    const { answer } = await night.answered(night.alarm(diskFull));
    await night.skip(10);

    expect(answer.body).toMatchObject({ detail: expect.stringMatching(/people are being paged/i) });
    expect(await secondsOf('an')).toHaveLength(1);
  });

  test('calls the primary and the contact center when SMS fails in both regions as well', async () => {
    await night.faults(table('refuse'), { region: '*', service: 'sms', mode: 'refuse' });
    await night.alarm(diskFull);
    await night.skip(5);

    expect(await night.calls('an')).toHaveLength(1);
    expect(await night.calls(contactCenter)).toHaveLength(1);
  });
});
