import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { contactCenter } from './calls-in-hand.ts';
import { type Laptop, laptop, other, own } from './laptop.ts';
import { pagesTo, secondsIn } from './what-came.ts';

const diskFull = { dedupKey: 'web-3-disk', service: 'acme-shop', summary: 'web-3 disk full 95%' };
const payments = { ...diskFull, service: 'acme-payments' };

/** Who has which role on the linux roster this night. */
const primary = 'an';
const secondary = 'chloe';
const management = 'dirk';

let cloud: Laptop;
beforeEach(async () => {
  cloud = await laptop();
  await cloud.faults({ region: '*', service: 'schedules', mode: 'drop' });
});
afterEach(() => cloud.close());

/** The time and region of each page to a responder. */
async function paged(responder: string) {
  return (await pagesTo(cloud, responder)).map(({ second, region }) => [second, region]);
}

/** The times of the calls to a phone. Nobody answers them. */
async function called(whom: string) {
  return (await cloud.calls(whom)).map(({ at }) => secondsIn(at));
}

describe('the ladder of an alarm that nobody answers', () => {
  test('asks primary, secondary and management at fixed seconds, and repeats the round without end', async () => {
    await cloud.alarm(diskFull);
    await cloud.skip(2 * 900 + 899);

    const rounds = [0, 900, 1800];
    const inEachRound = (...seconds: number[]) =>
      rounds.flatMap((from) => seconds.map((second) => from + second));
    const bothRegions = (step: number) =>
      rounds.flatMap((from) => [
        [from + step, own],
        [from + step + 45, other],
      ]);
    expect(await paged(primary)).toEqual(bothRegions(0));
    expect(await paged(secondary)).toEqual(bothRegions(300));
    expect(await paged(management)).toEqual(bothRegions(600));
    expect(await called(contactCenter)).toEqual(inEachRound(60, 360, 660));
    expect(await called(primary)).toEqual(inEachRound(90, 180));
    expect(await called(secondary)).toEqual(inEachRound(390, 480));
    expect(await called(management)).toEqual(inEachRound(690, 780));
  });

  test('asks management from the start when critical, and each step takes half the time', async () => {
    await cloud.alarm(payments);
    await cloud.skip(360 + 359);

    const fromTheStart = [
      [0, own],
      [15, other],
      [360, own],
      [375, other],
    ];
    expect(await paged(primary)).toEqual(fromTheStart);
    expect(await paged(management)).toEqual(fromTheStart);
    expect(await paged(secondary)).toEqual([
      [180, own],
      [195, other],
      [540, own],
      [555, other],
    ]);
    expect(await called(primary)).toEqual([30, 120, 390, 480]);
    expect(await called(management)).toEqual([30, 120, 390, 480]);
    expect(await called(secondary)).toEqual([210, 300, 570, 660]);
    expect(await called(contactCenter)).toEqual([60, 240, 420, 600]);
  });

  test('says the same code in every page of every round', async () => {
    const { body } = await cloud.alarm(diskFull);
    await cloud.skip(900);

    const all = await Promise.all(
      [primary, secondary, management].map((responder) => pagesTo(cloud, responder)),
    );
    expect(all.flat()).toHaveLength(7);
    for (const { text } of all.flat())
      expect(text).toMatch(new RegExp(`^${body.code} ACME web-3 disk full 95% 03:10`));
  });
});

describe('a decline', () => {
  test('of everybody has the contact center called, and the next round starts no earlier', async () => {
    await cloud.alarm(diskFull);
    await cloud.skip(10);
    await cloud.reply(primary, 'nee');
    await cloud.skip(10);
    await cloud.reply(secondary, 'non');
    await cloud.skip(10);
    await cloud.reply(management, 'nee');
    await cloud.skip(869);

    expect(await paged(primary)).toEqual([[0, own]]);
    expect(await paged(secondary)).toEqual([[10, own]]);
    expect(await paged(management)).toEqual([[20, own]]);
    expect((await called(contactCenter))[0]).toBe(30);
    await cloud.skip(1);
    expect((await paged(primary)).at(-1)).toEqual([900, own]);
  });

  test('skips that person in this round only', async () => {
    await cloud.alarm(diskFull);
    await cloud.skip(10);
    await cloud.reply(primary, 'nee');
    await cloud.skip(1000);

    // The secondary's step began at the decline. The round still lasts its full time.
    expect(await paged(secondary)).toEqual([
      [10, own],
      [55, other],
      [910, own],
      [955, other],
    ]);
    expect(await paged(management)).toEqual([
      [310, own],
      [355, other],
    ]);
    expect(await paged(primary)).toEqual([
      [0, own],
      [610, own],
      [655, other],
    ]);
  });
});

describe('an acknowledgement', () => {
  test('that runs out starts the pages again, to the second', async () => {
    await cloud.alarm(diskFull);
    await cloud.skip(100);
    await cloud.reply(primary, 'ja 20');
    await cloud.skip(20 * 60 - 1);
    expect(await paged(primary)).toEqual([
      [0, own],
      [45, other],
    ]);

    await cloud.skip(301);
    expect((await paged(primary)).slice(2)).toEqual([
      [1300, own],
      [1345, other],
    ]);
    expect(await paged(secondary)).toEqual([[1600, own]]);
  });
});
