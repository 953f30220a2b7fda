import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Laptop, laptop, withoutGuardians } from './laptop.ts';
import { operatorPresses } from './operator.ts';
import type { Accepted } from './requests.ts';
import { signed } from './signed.ts';

const diskFull = { dedupKey: 'web-3-disk', service: 'acme-shop', summary: 'web-3 disk full 95%' };
const certificate = { dedupKey: 'certificate', service: 'lumen-website', summary: 'certificate expired' };

let cloud: Laptop;
let opened: Accepted['body'];
beforeEach(async () => {
  cloud = await laptop();
  ({ body: opened } = await cloud.alarm(diskFull));
  await cloud.skip(10);
});
afterEach(() => cloud.close());

const status = async () => (await cloud.incident(opened.incidentId)).incident.status;

describe('a yes', () => {
  test.each(['ok', 'ja', 'oui', 'bin dran', 'Yes!', 'JA 45 min'])(
    '"%s" acknowledges the incident',
    async (text) => {
      await cloud.reply('an', text);

      expect(await status()).toBe('acknowledged');
      expect((await cloud.texts('an'))[1]).toMatch(new RegExp(`^${opened.code} `));
    },
  );

  test('keeps everybody else from being paged until the acknowledgement runs out', async () => {
    await cloud.reply('an', 'ja 30');
    await operatorPresses(cloud, 'confirmed');
    await cloud.skip(29 * 60);

    expect(await cloud.texts('chloe')).toEqual([]);
    expect(await cloud.texts('dirk')).toEqual([]);
  });

  test('that runs out starts the pages again', async () => {
    await cloud.faults(withoutGuardians);
    await cloud.reply('an', 'ja 30');
    await operatorPresses(cloud, 'confirmed');
    await cloud.skip(30 * 60);

    expect(await status()).toBe('escalating');
    expect((await cloud.texts('an')).slice(2)).toContainEqual(expect.stringContaining('web-3 disk full'));
  });

  test('of another responder takes the incident over, and the first one hears who has it', async () => {
    await cloud.skip(300);
    await cloud.reply('an', 'ja');
    await cloud.reply('chloe', `${opened.code} oui`);

    const { incident } = await cloud.incident(opened.incidentId);
    expect(incident.acknowledgement?.by).toBe('chloe');
    expect((await cloud.texts('an')).at(-1)).toContain('Chloé');
  });

  test('that is delivered twice counts once', async () => {
    await cloud.reply('an', 'ja');
    await cloud.reply('an', 'ja');

    expect(await status()).toBe('acknowledged');
  });
});

describe('a no', () => {
  test('has the secondary asked at once', async () => {
    await cloud.reply('an', 'nee');

    expect(await cloud.texts('chloe')).toEqual([expect.stringMatching(`^${opened.code} ACME`)]);
    expect(await status()).toBe('escalating');
  });
});

describe('an answer that is not clear', () => {
  test('is asked back when it could be about two incidents', async () => {
    const second = await cloud.alarm(certificate);
    await cloud.reply('an', 'ja');

    expect(await status()).toBe('escalating');
    const question = (await cloud.texts('an')).at(-1);
    expect(question).toContain(opened.code);
    expect(question).toContain(second.body.code);
  });

  test('counts once it names its incident', async () => {
    const second = await cloud.alarm(certificate);
    await cloud.reply('an', `${second.body.code.toLowerCase()} ja`);

    expect(await status()).toBe('escalating');
    expect((await cloud.incident(second.body.incidentId)).incident.status).toBe('acknowledged');
  });

  test('"ja maar ik kan niet" does not acknowledge, and is asked back', async () => {
    await cloud.reply('an', 'ja maar ik kan niet');

    expect(await status()).toBe('escalating');
    expect((await cloud.texts('an')).length).toBeGreaterThan(1);
  });
});

describe('undo', () => {
  test('ends the acknowledgement, and the ladder goes on', async () => {
    await cloud.reply('an', 'ja');
    await cloud.reply('an', 'undo');
    expect(await status()).toBe('escalating');

    await cloud.skip(300);
    expect(await cloud.texts('chloe')).toHaveLength(1);
  });
});

describe('a number that no responder has', () => {
  test('changes nothing, and is counted on the timeline of the incident that it names', async () => {
    const { item } = await cloud.incident(opened.incidentId);
    await cloud.stranger('+31611999999', `ja ${opened.code}`);
    await cloud.stranger('+31611999999', `ja ja ${opened.code}`);

    expect((await cloud.incident(opened.incidentId)).item).toEqual(item);
    const { body } = await signed(cloud, 'GET', `/v1/incidents/${opened.code}`);
    expect(body['timeline']).toContainEqual(
      expect.objectContaining({
        kind: 'messages of strangers',
        count: 2,
        number: '+31611999999',
        text: `ja ja ${opened.code}`,
      }),
    );
  });
});
