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
const holder = async () => {
  const { status, acknowledgement } = await incident();
  return status === 'acknowledged' ? acknowledgement?.by : undefined;
};
const says = (responder: string, text: string) => cloud.reply(responder, `${opened.code} ${text}`);
const last = async (responder: string) => (await cloud.texts(responder)).at(-1);
const pages = async (responder: string) => (await pagesTo(cloud, responder)).length;

// Each describe tells one night, in order.
describe('an incident that somebody has', () => {
  beforeAll(begin);
  afterAll(() => cloud.close());

  test('goes to the secondary at once when he or she cannot go on', async () => {
    await says('an', 'ja');
    await cloud.skip(120);
    await says('an', 'nee');

    expect(await holder()).toBeUndefined();
    expect(await pages('chloe')).toBe(1);
    expect(await last('an')).toMatch(`${opened.code}: genoteerd, de volgende wordt gevraagd`);
    expect(await pages('an')).toBe(1);
  });

  test('is the other’s who says yes, and everybody who was paged hears that', async () => {
    await says('chloe', 'oui');

    expect(await holder()).toBe('chloe');
    expect(await last('an')).toBe(`${opened.code}: Chloé heeft het tot 03:42.`);
  });

  test('is taken over by another’s yes, whom the first need not let go', async () => {
    await says('an', 'ja 60');

    expect(await holder()).toBe('an');
    expect(await last('an')).toContain('in plaats van Chloé');
    expect(await last('chloe')).toMatch(/An s'en occupe jusqu'à 04:12/);
  });

  test('may be taken by one who was not even asked', async () => {
    await cloud.stranger('+32470000002', `${opened.code} ja`);

    expect(await holder()).toBe('bram');
    expect(await Promise.all(['an', 'chloe'].map(last))).toEqual([
      expect.stringContaining('Bram heeft het'),
      expect.stringContaining('Bram'),
    ]);
  });

  test('is nobody’s again by "undo": the next ones are asked', async () => {
    await says('bram', 'undo');

    expect(await holder()).toBeUndefined();
    expect(await last('bram')).toMatch('teruggedraaid');
    await says('chloe', 'who');
    expect(await last('chloe')).toContain('Chloé');
  });
});

describe('several people on one incident', () => {
  beforeAll(async () => {
    await begin();
    await cloud.reply('an', 'ja 90');
    await operatorPresses(cloud, 'confirmed', {}, `${opened.code} ACME: An`);
  });
  afterAll(() => cloud.close());

  test('begin with "add bram": Bram is paged, and joins the one who keeps it', async () => {
    await cloud.reply('an', 'add bram');
    expect(await last('an')).toMatch(`${opened.code}: Bram wordt nu gevraagd om mee te werken`);
    expect(await pages('bram')).toBe(1);
    await cloud.reply('bram', 'ok');

    expect(await holder()).toBe('an');
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

  test('hear of a colleague who cannot, and who is not asked again', async () => {
    await cloud.reply('an', 'add greta');
    await cloud.reply('greta', 'nein');
    await cloud.skip(1000);

    expect(await last('an')).toMatch(`${opened.code}: Greta kan niet`);
    expect(await pages('greta')).toBe(1);
  });

  test('may say how long it takes, each of them', async () => {
    await cloud.reply('bram', 'nog 20 min');

    expect(await last('bram')).toBe(`${opened.code}: genoteerd, klaar om 03:46. An heeft het.`);
    expect(await holder()).toBe('an');
  });

  test('can ask who has it and what it is about, which changes nothing', async () => {
    const before = await incident();
    await cloud.reply('farid', `${opened.code} qui`);
    await cloud.reply('bram', 'info');

    expect(await last('farid')).toBe(`${opened.code}: An s'en occupe jusqu'à 04:40.`);
    expect(await last('bram')).toBe(`${opened.code} ACME (acme-shop), sinds 03:10: web-3 disk full 95%`);
    expect(await incident()).toEqual(before);
  });

  test('can have management asked by "boss", which the one who asked hears', async () => {
    await cloud.reply('bram', 'boss');

    expect(await last('bram')).toMatch('het operationeel management wordt nu gevraagd');
    expect(await pages('dirk')).toBe(1);
    await cloud.reply('dirk', 'ja');
    expect(await holder()).toBe('an');
  });

  test('can step back from it by "undo", and it stays whose it is', async () => {
    await cloud.reply('farid', 'undo');

    expect((await incident()).saidYes).toEqual(['an', 'bram', 'dirk']);
    expect(await holder()).toBe('an');
  });

  test('end it by one’s "done", which everybody hears who was paged', async () => {
    await cloud.reply('bram', 'done');

    expect((await incident()).status).toBe('resolved');
    for (const who of ['an', 'bram', 'dirk'])
      expect(await last(who)).toBe(`${opened.code} is voorbij, zegt Bram.`);
    expect(await last('farid')).toContain(opened.code);
    expect(await last('greta')).toContain(opened.code);
    await cloud.skip(3600);
    expect(await pages('an')).toBe(1);
  });
});
