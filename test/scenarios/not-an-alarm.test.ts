import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { alarmKey } from '../../sources/raw-event.ts';
import { type Laptop, laptop } from './laptop.ts';

const diskFull = { dedupKey: 'web-3-disk', service: 'acme-shop', summary: 'web-3 disk full 95%' };

let cloud: Laptop;

describe('a request that is not an alarm', () => {
  beforeEach(async () => {
    cloud = await laptop();
  });
  afterEach(() => cloud.close());

  const written = () =>
    cloud.cloud.trace.filter(
      ({ service, operation }) => service === 'dynamodb' && !/^(Get|Query)/.test(operation),
    );

  test.each([
    ['with a key that nobody has', 'no-such-key'],
    ['with an empty key', ''],
    ['without a key', null],
  ])('a request %s: is answered 401, stored nowhere, and pages nobody', async (_what, key) => {
    const { status, body } = await cloud.post(JSON.stringify(diskFull), { key });

    expect(status).toBe(401);
    expect(body).toMatchObject({ status: 401, title: 'Unknown integration key', detail: expect.any(String) });
    expect(written()).toEqual([]);
    expect(await cloud.texts('an')).toEqual([]);
    const incidentId = `${alarmKey({ source: 'native', integration: 'laptop', ...diskFull })}-1`;
    await expect(cloud.incident(incidentId)).rejects.toThrow('no incident');
  });

  test.each([7, 9.9, 10.1])('a body of %d MB: is answered 413 by the gateway, for good', async (size) => {
    const sent = JSON.stringify({ ...diskFull, details: 'x'.repeat(size * 1024 * 1024) });
    const { status, headers, body } = await cloud.request('POST', '/v1/alarms', {
      headers: { authorization: 'Bearer laptop-key-for-trying-only' },
      body: sent,
    });

    expect(status).toBe(413);
    expect(headers.get('content-type')).toBe('application/problem+json');
    expect(body).toMatchObject({ status: 413, title: 'Too large' });
    expect(written()).toEqual([]);
  });
});
