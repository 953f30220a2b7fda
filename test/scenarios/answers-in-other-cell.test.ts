import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Laptop, laptop, other, own, theNight } from './laptop.ts';

const diskFull = { dedupKey: 'web-3-disk', service: 'acme-shop', summary: 'web-3 disk full 95%' };

let cloud: Laptop;
beforeEach(async () => {
  cloud = await laptop({ guardians: true, startAt: theNight - 70_000 });
  await cloud.skip(70);
});
afterEach(() => cloud.close());

const statusOf = async (id: string) => (await cloud.incident(id)).incident.status;

describe('the functions of a region stop after it has paged', () => {
  test('the other cell handles the answer to its number, within a minute', async () => {
    const { body } = await cloud.alarm(diskFull);
    await cloud.faults({ region: own, service: 'functions', mode: 'refuse' });
    await cloud.reply('an', 'ja');
    await cloud.skip(60);

    expect(await statusOf(body.incidentId)).toBe('acknowledged');
    expect((await cloud.texts('an')).at(-1)).toContain(body.code);
  });

  test('the question is answered once: the first region finds it handled when its functions are back', async () => {
    await cloud.alarm(diskFull);
    await cloud.faults({ region: own, service: 'functions', mode: 'refuse' });
    await cloud.reply('an', 'info');
    await cloud.skip(60);
    const details = async () => (await cloud.texts('an')).filter((text) => text.includes('acme-shop'));
    expect(await details()).toHaveLength(1);
    await cloud.faults();
    await cloud.skip(200);

    expect(await details()).toHaveLength(1);
  });
});

test('an answer that its own cell has handled is not handled by the other one as well', async () => {
  await cloud.alarm(diskFull, other);
  await cloud.reply('an', 'hallo');
  const once = await cloud.texts('an');
  await cloud.skip(40);

  expect(await cloud.texts('an')).toEqual(once);
});
