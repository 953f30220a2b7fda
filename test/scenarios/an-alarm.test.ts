import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Laptop, laptop, own } from './laptop.ts';

const diskFull = { dedupKey: 'web-3-disk', service: 'acme-shop', summary: 'web-3 disk full 95%' };

let cloud: Laptop;
beforeEach(async () => {
  cloud = await laptop();
});
afterEach(() => cloud.close());

describe('an alarm', () => {
  test('pages the primary of the right competence once, through the cell\'s own region', async () => {
    const { status, body } = await cloud.alarm(diskFull);

    expect(status).toBe(202);
    expect(await cloud.texts('an')).toEqual([`${body.code} ACME web-3 disk full 95% 03:10. Antwoord ja/nee`]);
    expect((await cloud.phone('an')).messages[0]?.region).toBe(own);
  });

  test('is taken by a yes, and the primary is told until when', async () => {
    const { body } = await cloud.alarm(diskFull);

    await cloud.skip(20);
    await cloud.reply('an', 'ja');

    const { incident } = await cloud.incident(body.incidentId);
    expect(incident.status).toBe('acknowledged');
    expect((await cloud.texts('an'))[1]).toContain('03:40');
  });
});
