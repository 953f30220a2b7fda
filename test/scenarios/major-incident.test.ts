import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Laptop, laptop, withoutGuardians } from './laptop.ts';
import { operatorPresses } from './operator.ts';
import type { Accepted } from './requests.ts';
import { signed } from './signed.ts';
import { pagesTo } from './what-came.ts';

let cloud: Laptop;
let opened: Accepted['body'];

const last = async (responder: string) => (await cloud.texts(responder)).at(-1);
const pageCount = async (responder: string) => (await pagesTo(cloud, responder)).length;
const serious = async () =>
  (await signed(cloud, 'GET', `/v1/incidents/${opened.code}`)).body['serious'] as unknown;
const timeline = async () => (await cloud.incident(opened.incidentId)).timeline;

// Each describe plays one night, in order.
describe('a critical incident', () => {
  beforeAll(async () => {
    cloud = await laptop();
    await cloud.faults(withoutGuardians);
    ({ body: opened } = await cloud.alarm({
      ...{ dedupKey: 'payments', service: 'acme-payments', summary: 'payments refuse cards' },
    }));
  });
  afterAll(() => cloud.close());

  test('has management paged from the start, with the name, number and language of whom to call', async () => {
    expect(await cloud.texts('dirk')).toEqual([
      `${opened.code} CRITICAL ACME payments refuse cards 03:10. Bel klant: Joris +31611000001 (NL). Antwoord ja/nee`,
    ]);
    expect(await cloud.texts('an')).toEqual([
      `${opened.code} CRITICAL ACME payments refuse cards 03:10. Antwoord ja/nee`,
    ]);
    expect(await cloud.texts('chloe')).toEqual([]);
  });

  test('has the secondary paged as well once the primary has acknowledged', async () => {
    await cloud.skip(5);
    await cloud.reply('an', 'ja 240');
    await operatorPresses(cloud, 'confirmed');

    expect(await cloud.texts('chloe')).toEqual([
      `${opened.code} CRITICAL ACME payments refuse cards 03:10. Grave: vous devez aussi intervenir. Répondez oui/non`,
    ]);
  });

  test('pages and calls two silent people again and again, and tells neither that somebody else has it', async () => {
    await cloud.skip(400);

    for (const silent of ['chloe', 'dirk']) {
      expect(await pageCount(silent)).toBeGreaterThanOrEqual(4);
      expect((await cloud.calls(silent)).length).toBeGreaterThanOrEqual(2);
      expect((await cloud.texts(silent)).filter((text) => !text.includes('payments'))).toEqual([]);
    }
    expect(await pageCount('an')).toBe(1);
  });

  test('stays with the primary when they answer; only management is still asked, about the decision with the customer', async () => {
    await cloud.reply('chloe', 'oui');
    await cloud.reply('dirk', 'ja');
    const pages = [await pageCount('chloe'), await pageCount('dirk')];
    await cloud.skip(900);

    const { body } = await signed(cloud, 'GET', `/v1/incidents/${opened.code}`);
    expect(body).toMatchObject({
      taken: { responder: 'an' },
      saidYes: [{ responder: 'an' }, { responder: 'chloe' }, { responder: 'dirk' }],
      asked: [],
    });
    expect(await last('dirk')).toBe(
      `${opened.code}: wat heb je met de klant afgesproken? Antwoord ${opened.code} beoordeling en je woorden.`,
    );
    expect([await pageCount('chloe'), await pageCount('dirk')]).toEqual(pages);
  });

  test('shows the decision with the customer, and who reported it', async () => {
    await cloud.reply('dirk', `${opened.code} beoordeling mag plat tot 06:00, zegt Joris`);

    expect(await last('dirk')).toContain('genoteerd');
    expect(await serious()).toMatchObject({
      by: { name: 'severity' },
      assessment: { words: 'mag plat tot 06:00, zegt Joris', by: { responder: 'dirk' } },
    });
  });
});

describe('an incident that an engineer declares major', () => {
  beforeAll(async () => {
    cloud = await laptop();
    await cloud.faults(withoutGuardians);
    ({ body: opened } = await cloud.alarm({
      ...{ dedupKey: 'web-3-disk', service: 'acme-shop', summary: 'web-3 disk full 95%' },
    }));
    await cloud.reply('an', 'ja 240');
    await operatorPresses(cloud, 'confirmed');
    await cloud.skip(60);
  });
  afterAll(() => cloud.close());

  test('has the other engineer and management paged at once, management with whom to call', async () => {
    expect([...(await cloud.texts('chloe')), ...(await cloud.texts('dirk'))]).toEqual([]);
    await cloud.reply('an', `${opened.code} ernstig`);

    expect(await last('an')).toContain('de manager van wacht en beide engineers worden gevraagd');
    expect(await cloud.texts('chloe')).toEqual([expect.stringContaining(`${opened.code} ACME web-3`)]);
    expect(await cloud.texts('dirk')).toEqual([expect.stringContaining('Joris +31611000001 (NL)')]);
    expect(await serious()).toMatchObject({ by: { responder: 'an' }, assessment: null });
  });

  test('is not major any more when somebody says so: the timeline shows it, and everybody who was asked hears it', async () => {
    await cloud.reply('dirk', 'ja');
    await cloud.reply('dirk', `${opened.code} niet ernstig`);
    await cloud.skip(900);

    expect(await timeline()).toContainEqual(
      expect.objectContaining({ kind: 'no major incident', by: 'dirk', path: 'sms' }),
    );
    expect(await serious()).toBeNull();
    expect(await pageCount('chloe')).toBe(1);
    expect(await last('an')).toBe(`${opened.code} is niet ernstig meer.`);
    expect(await last('chloe')).toMatch(new RegExp(`^${opened.code} .*grave`));
    expect((await cloud.incident(opened.incidentId)).incident.acknowledgement?.by).toBe('an');
  });
});
