import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Laptop, laptop, withoutGuardians } from './laptop.ts';
import { operatorPresses } from './operator.ts';
import type { Accepted } from './requests.ts';
import { pagesTo } from './what-came.ts';

const diskFull = { dedupKey: 'web-3-disk', service: 'acme-shop', summary: 'web-3 disk full 95%' };

let cloud: Laptop;
let opened: Accepted['body'];
const begin = async () => {
  cloud = await laptop();
  await cloud.faults(withoutGuardians);
  ({ body: opened } = await cloud.alarm(diskFull));
  await cloud.skip(5);
};

const incident = async () => (await cloud.incident(opened.incidentId)).incident;
const acknowledger = async () => {
  const { status, acknowledgement } = await incident();
  return status === 'acknowledged' ? acknowledgement?.by : undefined;
};
const says = (responder: string, text: string) => cloud.reply(responder, `${opened.code} ${text}`);
const last = async (responder: string) => (await cloud.texts(responder)).at(-1);
const pages = async (responder: string) => (await pagesTo(cloud, responder)).length;

// Each describe plays one night, in order.
describe('an acknowledged incident', () => {
  beforeAll(begin);
  afterAll(() => cloud.close());

  test('goes to the secondary at once when the responder cannot go on', async () => {
    await says('an', 'ja');
    await cloud.skip(120);
    await says('an', 'nee');

    expect(await acknowledger()).toBeUndefined();
    expect(await pages('chloe')).toBe(1);
    expect(await last('an')).toMatch(
      `${opened.code}: genoteerd dat je niet kunt. Toch nemen? Antwoord ${opened.code} ja.`,
    );
    expect(await pages('an')).toBe(1);
  });

  test('belongs to the other responder who says yes, and everybody who was paged hears that', async () => {
    await says('chloe', 'oui');

    expect(await acknowledger()).toBe('chloe');
    expect(await last('an')).toBe(`${opened.code}: Chloé heeft het tot 03:42.`);
  });

  test('is taken over by another responder’s yes, without the first one’s consent', async () => {
    await says('an', 'ja 60');

    expect(await acknowledger()).toBe('an');
    expect(await last('an')).toContain('in plaats van Chloé');
    expect(await last('chloe')).toMatch(/An s'en occupe jusqu'à 04:12/);
  });

  test('may be acknowledged by a responder who was not asked', async () => {
    await cloud.stranger('+32470000002', `${opened.code} ja`);

    expect(await acknowledger()).toBe('bram');
    expect(await Promise.all(['an', 'chloe'].map(last))).toEqual([
      expect.stringContaining('Bram heeft het'),
      expect.stringContaining('Bram'),
    ]);
  });

  test('goes back by "undo" to the one from whom it was taken, and both read so', async () => {
    await says('bram', 'undo');

    expect(await acknowledger()).toBe('an');
    expect(await last('bram')).toBe(`${opened.code}: je antwoord is ingetrokken. An heeft het tot 04:12.`);
    expect(await last('an')).toBe(
      `${opened.code} staat weer op jouw naam tot 04:12: Bram heeft het teruggegeven.`,
    );
  });
});

describe('several people on one incident', () => {
  beforeAll(async () => {
    await begin();
    await cloud.reply('an', 'ja 90');
    await operatorPresses(cloud, 'confirmed', {}, `${opened.code} ACME: An`);
  });
  afterAll(() => cloud.close());

  test('begin with "add bram": Bram is paged and joins, and the first responder keeps the incident', async () => {
    await cloud.reply('an', 'add bram');
    expect(await last('an')).toMatch(`${opened.code}: Bram wordt nu gevraagd om mee te werken`);
    expect(await pages('bram')).toBe(1);
    await cloud.reply('bram', 'ok');

    expect(await acknowledger()).toBe('an');
    expect(await last('bram')).toMatch(`${opened.code}: je werkt eraan mee, samen met An`);
    expect(await last('an')).toBe(`${opened.code}: Bram werkt er ook aan.`);
  });

  test('may have a second competence: "add network" pages its primary', async () => {
    await cloud.reply('an', 'add network');
    expect(await pages('farid')).toBe(1);
    await cloud.reply('farid', 'oui');

    expect((await incident()).saidYes).toEqual(['an', 'bram', 'farid']);
    expect(await last('an')).toBe(`${opened.code}: Farid werkt er ook aan.`);
  });

  test('hear of a colleague who declines, and who is not asked again', async () => {
    await cloud.reply('an', 'add greta');
    await cloud.reply('greta', 'nein');
    await cloud.skip(1000);

    expect(await last('an')).toMatch(`${opened.code}: Greta kan niet`);
    expect(await pages('greta')).toBe(1);
  });

  test('may each say how long it takes', async () => {
    await cloud.reply('bram', 'nog 20 min');

    expect(await last('bram')).toBe(`${opened.code}: genoteerd, klaar om 03:46. An heeft het.`);
    expect(await acknowledger()).toBe('an');
  });

  test('can ask who has it and what it is about, which changes nothing', async () => {
    const before = await incident();
    await cloud.reply('farid', `${opened.code} qui`);
    await cloud.reply('bram', 'info');

    expect(await last('farid')).toBe(`${opened.code}: An s'en occupe jusqu'à 04:40.`);
    expect(await last('bram')).toBe(`${opened.code} ACME (acme-shop), sinds 03:10: web-3 disk full 95%`);
    expect(await incident()).toEqual(before);
  });

  test('can have management asked by "boss", which the sender hears', async () => {
    await cloud.reply('bram', 'boss');

    expect(await last('bram')).toMatch('de manager van wacht wordt nu gevraagd');
    expect(await pages('dirk')).toBe(1);
    await cloud.reply('dirk', 'ja');
    expect(await acknowledger()).toBe('an');
  });

  test('can leave by "undo", and the first responder keeps the incident', async () => {
    await cloud.reply('farid', 'undo');

    expect((await incident()).saidYes).toEqual(['an', 'bram', 'dirk']);
    expect(await acknowledger()).toBe('an');
  });

  test('resolve it by one person’s "done", which everybody hears who was paged', async () => {
    await cloud.reply('bram', 'done');

    expect((await incident()).status).toBe('resolved');
    expect(await last('bram')).toContain(`${opened.code} undo`);
    for (const who of ['an', 'dirk']) expect(await last(who)).toBe(`${opened.code} is voorbij, zegt Bram.`);
    expect(await last('farid')).toContain(opened.code);
    expect(await last('greta')).toContain(opened.code);
    await cloud.skip(3600);
    expect(await pages('an')).toBe(1);
  });
});
