import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { minute } from '../../domain/time/instant.ts';
import { type Laptop, laptop, withoutGuardians } from './laptop.ts';
import { operatorPresses } from './operator.ts';
import type { Accepted } from './requests.ts';
import { pagesTo, secondsIn } from './what-came.ts';

const diskFull = { dedupKey: 'web-3-disk', service: 'acme-shop', summary: 'web-3 disk full 95%' };

/** The phones of people whom nobody has paged. */
const phones = { bram: '+32470000002', chloe: '+32470000003' };

let cloud: Laptop;
let opened: Accepted['body'];
const begin = async () => {
  cloud = await laptop();
  await cloud.faults(withoutGuardians);
  ({ body: opened } = await cloud.alarm(diskFull));
};

const incident = async () => (await cloud.incident(opened.incidentId)).incident;
const now = () => cloud.cloud.now();
const confirms = () => operatorPresses(cloud, 'confirmed', {}, `${opened.code} ACME: An`);

describe('a responder who has acknowledged', () => {
  beforeAll(async () => {
    await begin();
    await cloud.reply('an', 'ja');
    await confirms();
  });
  afterAll(() => cloud.close());

  test.each([
    ['ok 30', 30],
    ['ja 45 min', 45],
  ])('keeps the incident until the time in "%s", which is no repair time', async (text, minutes) => {
    await cloud.skip(90);
    await cloud.reply('an', text);

    const { acknowledgement, ...others } = await incident();
    expect(acknowledgement).toMatchObject({
      by: 'an',
      until: now() + minutes * minute,
      lastsMs: minutes * minute,
    });
    expect(others).not.toHaveProperty('expectedAt');
    expect((await cloud.texts('an')).at(-1)).toMatch(/staat op jouw naam tot 0[34]:\d\d\./);
  });

  test('keeps it until the time in "nog een uur", when the repair is expected', async () => {
    await cloud.skip(90);
    await cloud.reply('an', 'nog een uur');

    const until = now() + 60 * minute;
    expect(await incident()).toMatchObject({ acknowledgement: { by: 'an', until }, expectedAt: until });
    expect((await cloud.texts('an')).at(-1)).toMatch(
      /genoteerd, klaar om 0[34]:\d\d\. Tot dan staat het op jouw naam/,
    );
  });

  test('keeps the whole time after a later "ok"', async () => {
    const before = await incident();
    await cloud.reply('an', 'ok');

    expect((await incident()).acknowledgement).toEqual(before.acknowledgement);
  });

  test('may give a time on the company’s clock: "eta 6:30"', async () => {
    await cloud.reply('an', 'eta 6:30');

    const { expectedAt = 0, acknowledgement } = await incident();
    expect(new Date(Math.floor(expectedAt / minute) * minute).toISOString()).toBe('2026-11-23T05:30:00.000Z');
    expect(acknowledgement).toMatchObject({ by: 'an', until: expectedAt, lastsMs: expectedAt - now() });
    expect((await cloud.texts('an')).at(-1)).toContain('klaar om 06:30');
  });

  test('is not affected by a message of somebody else, who is asked what they mean', async () => {
    const before = await incident();
    await cloud.stranger(phones.bram, `${opened.code} nog een uur`);

    expect(await incident()).toEqual(before);
    expect(await cloud.texts('bram')).toEqual([expect.stringMatching(`^${opened.code}: niet begrepen`)]);
  });
});

describe('an acknowledgement', () => {
  beforeAll(begin);
  afterAll(() => cloud.close());

  /** What has just arrived: the time of An's last page, in seconds of the night, and the open task. */
  const woken = async () => ({
    an: (await pagesTo(cloud, 'an')).at(-1)?.second,
    task: (await cloud.tasks()).findLast(({ name, status }) => status === 'queued' && name.includes('An'))
      ?.name,
  });

  test('that runs out starts the pages again, and the contact center reads who had acknowledged', async () => {
    await cloud.reply('an', 'ja 40');
    await confirms();
    await cloud.skip(40 * 60);

    expect((await incident()).status).toBe('escalating');
    expect(await woken()).toEqual({
      an: 2400,
      task: `${opened.code} ACME: An bereiken: de tijd van An is om`,
    });
    expect(await cloud.texts('an')).toContainEqual(expect.stringMatching(`${opened.code}: je tijd is om`));
  });

  test('of another responder that runs out starts them again, and the task names that responder', async () => {
    await cloud.skip(20);
    await cloud.stranger(phones.chloe, `${opened.code} oui 20`);
    expect((await cloud.texts('an')).at(-1)).toContain('Chloé heeft het tot 04:10');
    await cloud.skip(20 * 60);

    expect(await woken()).toEqual({
      an: secondsIn(now()),
      task: `${opened.code} ACME: An bereiken: de tijd van Chloé is om`,
    });
    expect((await cloud.texts('chloe')).at(-1)).toMatch(`${opened.code}: votre temps est écoulé`);
  });

  test('that runs out unconfirmed makes a new task as well', async () => {
    await cloud.reply('an', `${opened.code} ja 15`);
    await cloud.skip(15 * 60);

    expect(await woken()).toEqual({
      an: secondsIn(now()),
      task: `${opened.code} ACME: An bereiken: de tijd van An is om`,
    });
    const reaching = (await cloud.tasks()).filter(({ name }) => name.includes('An bereiken'));
    expect(reaching.map(({ status }) => status)).toEqual(['ended', 'ended', 'ended', 'queued']);
  });
});
