import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { promisesTo, readBy } from './customer-phones.ts';
import { type Laptop, laptop, withoutGuardians } from './laptop.ts';
import { operatorPresses } from './operator.ts';
import type { Accepted, NativeAlarm } from './requests.ts';

const webDisk = { dedupKey: 'web-3-disk', service: 'acme-shop', summary: 'web-3 disk full 95%' };
const certificate = { dedupKey: 'certificate', service: 'lumen-website', summary: 'certificate expired' };

let cloud: Laptop;
async function begin(startAt?: number): Promise<void> {
  cloud = await laptop(startAt === undefined ? {} : { startAt });
  await cloud.faults(withoutGuardians);
}

type Opened = Accepted['body'];
const open = async (alarm: NativeAlarm): Promise<Opened> => (await cloud.alarm(alarm)).body;
const read = (contact: string, incident?: Opened) => readBy(cloud, contact, incident?.code);

// Each describe plays one night, in order.
describe('a Pro customer and a Standard customer', () => {
  let acme: Opened;
  let lumen: Opened;
  beforeAll(async () => {
    await begin();
    [acme, lumen] = [await open(webDisk), await open(certificate)];
  });
  afterAll(() => cloud.close());

  test('Pro has a copy of the alarm at once on each contact’s phone, in their language; Standard has none', async () => {
    expect(await read('Joris', acme)).toEqual(['alarm bij acme-shop, 03:10: web-3 disk full 95%.']);
    expect(await read('Katja', acme)).toEqual(['Alarm bei acme-shop, 03:10: web-3 disk full 95%.']);
    expect(await read('Lucie', lumen)).toEqual([]);
  });

  test('each reads of the incident as soon as somebody acknowledges', async () => {
    await cloud.skip(120);
    for (const { code } of [acme, lumen]) {
      await cloud.reply('an', `${code} ja`);
      await operatorPresses(cloud, 'confirmed', {}, code);
    }

    const acknowledged = 'storing bij acme-shop sinds 03:10. Een technicus is ermee bezig.';
    expect((await read('Joris', acme)).slice(1)).toEqual([acknowledged]);
    expect(await read('Lucie', lumen)).toEqual([
      "panne sur lumen-website depuis 03:10. Un technicien s'en occupe.",
    ]);
  });

  test('each reads when the repair is expected, and again when that changes', async () => {
    await cloud.reply('an', `${acme.code} eta 4:30`);
    await cloud.reply('an', `${lumen.code} nog 45 min`);
    await cloud.skip(900);
    await cloud.reply('an', `${acme.code} eta 5:00`);

    expect((await read('Joris', acme)).slice(2)).toEqual([
      'storing bij acme-shop sinds 03:10. Verwachte oplossing: 04:30.',
      'storing bij acme-shop sinds 03:10. Verwachte oplossing: 05:00.',
    ]);
    expect((await read('Lucie', lumen)).slice(1)).toEqual([
      'panne sur lumen-website depuis 03:10. Réparation prévue: 03:57.',
    ]);
  });

  test('each reads that it is over, and has read each text once', async () => {
    for (const { code } of [acme, lumen]) await cloud.reply('an', `${code} opgelost`);
    await cloud.skip(3_600);

    expect((await read('Katja', acme)).slice(4)).toEqual([
      'die Störung bei acme-shop wurde um 03:27 behoben.',
    ]);
    expect((await read('Lucie', lumen)).slice(2)).toEqual([
      'la panne sur lumen-website a été résolue à 03:27.',
    ]);
    expect(await promisesTo(cloud, lumen.code)).toMatchObject([
      { about: 'incident', isBroken: false, told: ['Lucie'] },
      { about: 'repair time', isBroken: false, told: ['Lucie'] },
      { about: 'solution', isBroken: false, told: ['Lucie'] },
    ]);
  });
});

describe('a customer in London, in the night when clocks go forward', () => {
  let shop: Opened;
  beforeAll(async () => {
    await begin(Date.parse('2027-03-28T00:50:00Z'));
    shop = await open({ dedupKey: 'shop', service: 'harbour-shop', summary: 'checkout fails' });
  });
  afterAll(() => cloud.close());

  test('reads the time of an engineer in Brussels on their own clock', async () => {
    await cloud.reply('an', 'ja');
    await cloud.reply('an', `${shop.code} eta 3:10`);

    expect((await cloud.texts('an')).at(-1)).toBe(
      `${shop.code}: genoteerd, klaar om 03:10. Tot dan staat het op jouw naam.`,
    );
    expect((await read('Nora', shop)).at(-1)).toBe(
      'problem with harbour-shop since 00:50. Expected to be fixed by 02:10.',
    );
  });

  test('reads twenty minutes later that it ended at ten past two', async () => {
    await operatorPresses(cloud, 'confirmed');
    await cloud.skip(1_195);
    await cloud.reply('an', `${shop.code} opgelost`);
    await cloud.skip(125);

    expect((await read('Nora', shop)).at(-1)).toBe('the problem with harbour-shop was fixed at 02:09.');
  });
});

describe('a customer in London, in the night when clocks go back', () => {
  beforeAll(() => begin(Date.parse('2026-10-25T00:40:00Z')));
  afterAll(() => cloud.close());

  test('reads which of two equal clock times is meant', async () => {
    const shop = await open({ dedupKey: 'shop', service: 'harbour-shop', summary: 'checkout fails' });
    await cloud.reply('bram', 'ja');
    await cloud.reply('bram', `${shop.code} nog 60 min`);

    expect(await read('Nora', shop)).toEqual([
      'problem with harbour-shop since 01:40 GMT+1. An engineer is working on it.',
      expect.stringMatching(/01:40 GMT\+1\. Expected to be fixed by 01:40 GMT(\+0)?\.$/),
    ]);
  });
});

describe('many incidents of one customer at once', () => {
  beforeAll(() => begin());
  afterAll(() => cloud.close());

  test('are three copies in a quarter of an hour; the next copy says how many were left out', async () => {
    const copies = async () => (await read('Joris')).filter((text) => text.startsWith('alarm'));
    for (const web of [1, 2, 3, 4, 5, 6]) {
      const { code } = await open({ ...webDisk, dedupKey: `web-${web}`, summary: `web-${web} down` });
      await cloud.reply('an', `${code} opgelost`);
    }
    expect(await copies()).toEqual([1, 2, 3].map((web) => `alarm bij acme-shop, 03:10: web-${web} down.`));

    // The ends of the six incidents come first: they too are three in a quarter of an hour.
    await cloud.skip(2_700);
    await open({ ...webDisk, dedupKey: 'web-7', summary: 'web-7 down' });
    expect((await copies()).slice(3)).toEqual(['alarm bij acme-shop, 03:55: web-7 down. (+3 andere)']);
  });
});
