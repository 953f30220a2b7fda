import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { contactCenter } from './calls-in-hand.ts';
import { type Laptop, laptop, other, own, theNight } from './laptop.ts';
import { secondsIn } from './what-came.ts';

const diskFull = { dedupKey: 'web-3-disk', service: 'acme-shop', summary: 'web-3 disk full 95%' };

let cloud: Laptop;
beforeEach(async () => {
  cloud = await laptop({ guardians: true, startAt: theNight - 70_000 });
  await cloud.skip(70); // each cell learns from the other how it calls
});
afterEach(() => cloud.close());

describe('every SMS is lost in silence, and so is every call of the own region', () => {
  beforeEach(() =>
    cloud.faults(
      { region: '*', service: 'sms', mode: 'drop' },
      { region: own, service: 'voice', mode: 'drop' },
    ),
  );

  test('the phone of the primary rings within three minutes, through the other region', async () => {
    await cloud.alarm(diskFull);
    await cloud.skip(181);

    expect((await cloud.calls('an')).map(({ at, region }) => [secondsIn(at), region])).toEqual([
      [180, other],
    ]);
  });

  test('the phone of the contact center rings too', async () => {
    await cloud.alarm(diskFull);
    await cloud.skip(500);

    expect((await cloud.calls(contactCenter)).map(({ region }) => region)).toContain(other);
  });
});
