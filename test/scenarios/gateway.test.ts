import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Laptop, laptop, other, own, theNight } from './laptop.ts';

const diskFull = { dedupKey: 'web-3-disk', service: 'acme-shop', summary: 'web-3 disk full 95%' };
const budgetSeconds = 4.5;
/** Skips time in tenths of a second while somebody waits. */
const grain = 0.1;

let cloud: Laptop;
beforeEach(async () => {
  cloud = await laptop();
});
afterEach(() => cloud.close());

const send = (region = own) =>
  cloud.answered(
    cloud.request('POST', '/v1/alarms', {
      region,
      headers: { authorization: 'Bearer laptop-key-for-trying-only', 'content-type': 'application/json' },
      body: JSON.stringify(diskFull),
    }),
  );

describe("the table in the cell's own region", () => {
  test.each(['refuse', 'throttle', 'hang'])(
    'fails (%s): the other replica serves, and the alarm is answered in time and paged',
    async (mode) => {
      await cloud.faults({ region: own, service: 'table', mode });
      const { answer, afterSeconds } = await send();

      expect(answer).toMatchObject({ status: 202, body: { status: 'escalating' } });
      expect(afterSeconds).toBeLessThan(budgetSeconds + grain);
      await cloud.skip(10);
      expect(await cloud.texts('an')).toHaveLength(1);
    },
  );

  test('fails for the second cell as well: that cell pages all the same', async () => {
    await cloud.faults({ region: other, service: 'table', mode: 'hang' });
    const { answer, afterSeconds } = await send(other);

    expect(answer.status).toBe(202);
    expect(afterSeconds).toBeLessThan(budgetSeconds + grain);
    await cloud.skip(10);
    expect(await cloud.texts('an')).toHaveLength(1);
  });
});

describe('the table in both regions', () => {
  test.each(['refuse', 'hang'])('fails (%s): the source is told in time to send again', async (mode) => {
    await cloud.faults({ region: '*', service: 'table', mode });
    const { answer, afterSeconds } = await send();

    expect(afterSeconds).toBeLessThan(budgetSeconds + grain);
    expect(answer.status).toBe(503);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(answer.body).toMatchObject({ status: 503, title: 'Not stored', detail: expect.any(String) });
  });

  test('is back: sending again opens the incident, and pages with its own code', async () => {
    await cloud.faults({ region: '*', service: 'table', mode: 'refuse' });
    await send();
    await cloud.faults();
    const { answer } = await send();
    await cloud.skip(5);

    expect(answer).toMatchObject({ status: 202, body: { status: 'escalating' } });
    expect((await cloud.texts('an')).at(-1)).toMatch(`${answer.body['code']} `);
  });
});

describe('the gateway’s own answer', () => {
  test.each(['refuse', 'hang', 'throttle'])(
    'is never a 4xx when the function cannot store the alarm (%s)',
    async (mode) => {
      await cloud.faults({ region: own, service: 'functions', mode });
      const { answer } = await send();

      expect(answer.status).toBe(503);
      expect(answer.headers.get('content-type')).toBe('application/problem+json');
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    },
  );

  test('is 503 when it is throttled', async () => {
    await cloud.faults({ region: own, service: 'api', mode: 'throttle' });
    const { answer } = await send();

    expect(answer.status).toBe(503);
    expect(answer.body).toMatchObject({ status: 503, title: 'Too many requests at once' });
  });

  test.each([
    ['GET', '/v1/nothing'],
    ['GET', '/v1/alarms'],
    ['POST', '/'],
  ])('is a problem document for what is not there: %s %s', async (method, path) => {
    const { status, headers, body } = await cloud.request(method, path, { headers: {} });

    expect(status).toBe(404);
    expect(headers.get('content-type')).toBe('application/problem+json');
    expect(body).toMatchObject({ status: 404, title: 'There is nothing here' });
  });
});

describe('anybody may ask a cell', () => {
  test.each([own, other])('whether it works: %s', async (region) => {
    const { status, body } = await cloud.request('GET', '/v1/health', { region });

    expect(status).toBe(200);
    expect(body).toEqual({ status: 'ok', region, at: new Date(theNight).toISOString() });
  });

  test('for the description of its API, as OpenAPI 3.1', async () => {
    const { status, body } = await cloud.request('GET', '/v1/openapi.json');

    expect(status).toBe(200);
    expect(body['openapi']).toMatch(/^3\.1\./);
    expect(Object.keys(body['paths'] as object)).toEqual(
      expect.arrayContaining([
        '/v1/alarms',
        '/v1/incidents',
        '/v1/on-call',
        '/v1/health',
        '/v1/openapi.json',
      ]),
    );
  });
});
