import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { maxRawLength } from '../../domain/alarm/alarm.ts';
import { hashOf } from '../../sources/raw-event.ts';
import { type Laptop, laptop, theNight } from './laptop.ts';

const diskFull = { dedupKey: 'web-3-disk', service: 'acme-shop', summary: 'web-3 disk full 95%' };

const minute = 60_000;

const at = (instant: number) => new Date(instant).toISOString();

let cloud: Laptop;

/** The page of an incident. It is one SMS of one part. */
async function pageOf(code: string): Promise<string> {
  const { messages } = await cloud.phone('an');
  const pages = messages.filter(({ text }) => text.startsWith(`${code} `));
  expect(pages).toHaveLength(1);
  expect(pages[0]).not.toHaveProperty('parts');
  return pages[0]?.text ?? '';
}

/** What the contact center is asked to tell about an incident. */
async function forTheContactCenter(incidentId: string): Promise<readonly string[]> {
  const { timeline } = await cloud.incident(incidentId);
  return timeline.flatMap((entry) =>
    entry.kind === 'contact center asked' && entry.about.kind === 'look' ? [entry.about.why] : [],
  );
}

function expectNothingThrown(): void {
  const invocations = cloud.cloud.trace.filter(({ service }) => service === 'lambda');
  expect(invocations.length).toBeGreaterThan(0);
  expect(invocations.filter(({ outcome }) => outcome !== 'answered' && outcome !== undefined)).toEqual([]);
  expect(cloud.told.filter((line) => /failed|NOT KNOWN|malformed/.test(line))).toEqual([]);
}

describe('an alarm with a mistake in it', () => {
  beforeAll(async () => {
    cloud = await laptop();
  });
  afterAll(async () => {
    expectNothingThrown();
    await cloud.close();
  });

  test.each([
    [
      'a severity that nobody knows',
      { severity: 'urgent' },
      'severity',
      'critical, high or low, got "urgent"',
    ],
    ['a time that is none', { occurredAt: 'yesterday' }, 'occurredAt', 'a time such as 2026-11-23T03:10:00Z'],
    ['a time without its zone', { occurredAt: '2026-11-23T03:10:00' }, 'occurredAt', 'a time such as'],
    [
      'no deduplication key',
      { dedupKey: undefined },
      'dedupKey',
      'a text that is not empty, or a number, got nothing',
    ],
    [
      'a deduplication key that is none',
      { dedupKey: true, summary: 'fan' },
      'dedupKey',
      'a number, got true',
    ],
    ['no summary', { summary: undefined }, 'summary', 'a text that is not empty, got nothing'],
    ['an empty summary', { summary: '' }, 'summary', 'a text that is not empty, got ""'],
    ['a state that nobody knows', { state: 'broken' }, 'state', 'firing or resolved, got "broken"'],
    ['links that are no list', { links: 'https://x.test' }, 'links', 'a list of addresses'],
    ['details that are no object', { details: [1] }, 'details', 'an object, got a list'],
    ['a member that nobody knows', { summry: 'x' }, 'summry', 'known are dedupKey, service'],
  ])(
    '%s: is paged all the same, and the answer names what is allowed',
    async (what, part, place, allowed) => {
      const { status, body } = await cloud.post(JSON.stringify({ ...diskFull, dedupKey: what, ...part }));

      expect(status).toBe(202);
      expect(body.warnings).toEqual([{ place, message: expect.stringContaining(allowed) }]);
      expect(await pageOf(body.code)).toMatch(/ ACME .*\. Antwoord (\w{3} )?ja\/nee$/);
      expect(await forTheContactCenter(body.incidentId)).toEqual([]);
    },
  );

  test('an unknown service: goes to the default roster, and the contact center is asked to tell the customer', async () => {
    const { status, body } = await cloud.post(
      JSON.stringify({ ...diskFull, dedupKey: 'a', service: 'no-such' }),
    );

    expect(status).toBe(202);
    expect(await pageOf(body.code)).toContain('web-3 disk full');
    expect(await forTheContactCenter(body.incidentId)).toEqual(['unknown service']);
  });

  test('an unknown service with the severity low: is not held until the morning', async () => {
    const alarm = { ...diskFull, dedupKey: 'b', service: 'no-such', severity: 'low' };
    const { body } = await cloud.post(JSON.stringify(alarm));

    expect(body.status).toBe('escalating');
    await pageOf(body.code);
  });

  test.each([
    ['10,000 characters', 'disk full '.repeat(1000), /disk full/],
    ['pictures', '🔥🔥 disk full 💾', /ACME disk full 03:10/],
    ['control characters', 'disk\u0000\u0007 full\r\n\u001b[31m now', /ACME disk full \[31m now 03:10/],
    ['letters that an SMS does not have', 'Диск full – “95 %”', /full - "95 %"/],
    ['half a surrogate pair', 'disk full \ud83d', /disk full/],
    ['nothing but spaces', '   ', /ACME alarm without a summary from laptop 03:10/],
  ])('a summary with %s: is paged in one part', async (what, summary, text) => {
    const { status, body } = await cloud.post(
      JSON.stringify({ ...diskFull, dedupKey: `summary ${what}`, summary }),
    );

    expect(status).toBe(202);
    expect(await pageOf(body.code)).toMatch(text);
  });

  test('a deduplication key and a service of 10,000 characters: is paged', async () => {
    const long = 'x'.repeat(10_000);
    const { status, body } = await cloud.post(JSON.stringify({ ...diskFull, dedupKey: long, service: long }));

    expect(status).toBe(202);
    await pageOf(body.code);
  });

  test('a time in the future: a later resolution without a time still resolves it', async () => {
    const alarm = { ...diskFull, dedupKey: 'future', occurredAt: at(theNight + 60 * minute) };
    const { status, body } = await cloud.post(JSON.stringify(alarm));
    expect(status).toBe(202);
    await pageOf(body.code);

    await cloud.skip(1);
    const end = { ...diskFull, dedupKey: 'future', state: 'resolved' };
    expect((await cloud.post(JSON.stringify(end))).body).toMatchObject({
      incidentId: body.incidentId,
      status: 'resolved',
    });
  });
});

describe('a body with a valid key', () => {
  beforeEach(async () => {
    cloud = await laptop();
  });
  afterEach(async () => {
    expectNothingThrown();
    await cloud.close();
  });

  test.each([
    ['that is no JSON', 'disk full!!'],
    ['that is cut off', '{"dedupKey": "web-3-disk", "serv'],
    ['that is a list', '[{"dedupKey":"web-3-disk"}]'],
    ['that is a number', '5'],
    ['that is null', 'null'],
    ['that is empty', ''],
    ['that is no text', '\u0000\u0001\ufffd'],
  ])('%s is stored and paged as an unreadable alarm', async (_what, sent) => {
    const { status, body } = await cloud.post(sent);

    expect(status).toBe(202);
    expect(body.warnings).toEqual([
      { place: 'body', message: 'unreadable alarm: the body must be a JSON object' },
    ]);
    expect(await pageOf(body.code)).toContain('unreadable alarm from laptop');
    expect((await cloud.incident(body.incidentId)).alarms).toBe(1);
    expect(await forTheContactCenter(body.incidentId)).toEqual([
      'unknown service; unreadable alarm: the body must be a JSON object',
    ]);
  });

  test('of 5 MB is paged, and stored cut off and marked with its length and hash', async () => {
    const sent = JSON.stringify({ ...diskFull, details: { log: 'x'.repeat(5 * 1024 * 1024) } });
    const { status, body } = await cloud.post(sent);

    expect(status).toBe(202);
    expect(await pageOf(body.code)).toContain('web-3 disk full');
    const mark = `the body has ${sent.length} bytes, SHA-256 ${hashOf(sent)}; the first ${maxRawLength} are stored`;
    expect(body.warnings).toEqual([{ place: 'body', message: mark }]);
    expect(await forTheContactCenter(body.incidentId)).toEqual([]);
    expect((await cloud.incident(body.incidentId)).alarms).toBe(1);
  });
});
