import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Laptop, laptop, withoutGuardians } from '../scenarios/laptop.ts';
import type { Accepted } from '../scenarios/requests.ts';
import { permanence } from './the-command-line.ts';

const alarm = { dedupKey: 'web-3-disk', service: 'acme-shop', summary: 'web-3 disk full' };

// Two incidents of ACME in one night: one acknowledged after 20 seconds and resolved after 10 minutes, one that goes on.
let cloud: Laptop;
let first: Accepted;
beforeAll(async () => {
  cloud = await laptop();
  await cloud.faults(withoutGuardians);
  first = await cloud.alarm(alarm);
  await cloud.skip(20);
  await run('acknowledge', first.body.code, '--as', 'an');
  await cloud.skip(580);
  await run('resolve', first.body.code, '--as', 'an');
  await cloud.skip(60);
  const second = await cloud.alarm({ ...alarm, dedupKey: 'web-4-disk' });
  await cloud.skip(40);
  await run('acknowledge', second.body.code, '--as', 'chloe', '--minutes', '240');
  await cloud.skip(900);
});
afterAll(() => cloud.close());

const run = (...args: string[]) => permanence(cloud, args);
const lines = async (...args: string[]) => (await run('report', ...args)).out.split('\n');

describe('the report of a month', () => {
  test('says for each customer how soon incidents were acknowledged and resolved, and for each responder how often they were paged', async () => {
    const text = (await lines('--month', '2026-11')).join('\n');
    const { item } = await cloud.incident(first.body.incidentId);

    expect(item).toMatchObject({ isArchived: true, deadline: undefined });

    expect(text).toMatch(/^2026-11, so far \(Europe\/Brussels\)$/m);
    expect(text).toMatch(
      /^ACME +2, 1 open +20 s +40 s +40 s +40 s +10 min +10 min +10 min +10 min +3 +0 +0$/m,
    );
    expect(text).toMatch(/^Lumen +0 +- /m);
    expect(text).toMatch(/^An +[\d.]+ +\d+ +1 +1$/m);
    expect(text).toMatch(/^Chloé +[\d.]+ +0 +0 +1$/m);
  });

  test('is a table for a spreadsheet as well', async () => {
    const [item = '', ...rows] = await lines('--month', '2026-11', '--csv');
    const acme = rows.find((row) => row.startsWith('2026-11,customer,acme,')) ?? '';
    const cells = Object.fromEntries(item.split(',').map((name, index) => [name, acme.split(',')[index]]));

    expect(cells).toMatchObject({
      incidents: '2',
      open: '1',
      response_count: '2',
      response_p50_seconds: '20',
      response_max_seconds: '40',
      resolution_p95_seconds: '600',
    });
    expect(rows.every((row) => row.split(',').length === item.split(',').length)).toBe(true);
  });

  test('can be of one customer, and is of the last month that is over unless another is named', async () => {
    const { out } = await run('report', '--customer', 'acme', '--json');

    expect(JSON.parse(out)).toMatchObject({
      month: '2026-10',
      isOver: true,
      customers: [{ customer: { id: 'acme', name: 'ACME' }, incidents: 0, response: null }],
      responders: [],
    });
    expect((await run('report', '--customer', 'acne')).err).toContain('did you mean acme?');
  });
});
