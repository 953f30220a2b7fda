import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Laptop, laptop, other, own, theNight, withoutGuardians } from './laptop.ts';
import type { Accepted } from './requests.ts';
import { type SignedOptions, signed } from './signed.ts';

const diskFull = { dedupKey: 'web-3-disk', service: 'acme-shop', summary: 'web-3 disk full 95%' };
const certificate = { dedupKey: 'certificate', service: 'lumen-website', summary: 'certificate expired' };
const iso = (seconds: number) => new Date(theNight + seconds * 1000).toISOString();

let cloud: Laptop;
let opened: Accepted['body'];
beforeEach(async () => {
  cloud = await laptop();
  ({ body: opened } = await cloud.alarm(diskFull));
  await cloud.skip(10);
});
afterEach(() => cloud.close());

const get = (path: string, region = own) => signed(cloud, 'GET', path, { region });
const act = (action: string, body: unknown, options: SignedOptions & { readonly id?: string } = {}) =>
  signed(cloud, 'POST', `/v1/incidents/${options.id ?? opened.code}/${action}`, { ...options, body });
const stored = async () => (await cloud.incident(opened.incidentId)).incident;
const executionState = async () => (await cloud.executions()).map(({ state }) => state);

describe('the list of open incidents', () => {
  test.each([own, other])('shows who is asked for each, newest first, in either cell: %s', async (region) => {
    const second = await cloud.alarm(certificate);
    await cloud.skip(10);
    const { status, body } = await get('/v1/incidents', region);

    expect(status).toBe(200);
    expect(body).toEqual({
      incidents: [
        expect.objectContaining({
          incidentId: second.body.incidentId,
          code: second.body.code,
          status: 'escalating',
          customer: { id: 'lumen', name: 'Lumen' },
          service: 'lumen-website',
          openedAt: iso(10),
        }),
        {
          incidentId: opened.incidentId,
          code: opened.code,
          status: 'escalating',
          severity: 'high',
          customer: { id: 'acme', name: 'ACME' },
          service: 'acme-shop',
          summary: 'web-3 disk full 95%',
          openedAt: iso(0),
          taken: null,
          saidYes: [],
          asked: [{ responder: 'an', name: 'An', role: 'primary' }],
          declined: [],
          held: null,
          serious: null,
          expectedAt: null,
          tasks: [
            expect.objectContaining({ about: 'confirm', title: 'Reach An and confirm', acceptedBy: null }),
          ],
          promises: expect.arrayContaining([
            expect.objectContaining({ about: 'incident', isBroken: false, keptAt: null }),
          ]),
          consents: [],
          resolvedAt: null,
          openAgainSince: null,
          firedAgain: 0,
          flaps: false,
        },
      ],
      next: null,
      isComplete: true,
      timeZone: 'Europe/Brussels',
    });
  });

  test('comes in pages that neither skip nor repeat an incident', async () => {
    for (const number of [1, 2, 3, 4]) {
      await cloud.alarm({ ...certificate, dedupKey: `certificate-${number}` });
    }
    const seen: string[] = [];
    let path = '/v1/incidents?limit=2';
    for (let page = 0; page < 3; page++) {
      const { body } = await get(path);
      seen.push(...(body['incidents'] as { code: string }[]).map(({ code }) => code));
      path = `/v1/incidents?limit=2&cursor=${body['next']}`;
      expect(body['next'] === null).toBe(page === 2);
    }

    expect(new Set(seen).size).toBe(5);
    expect(seen).toHaveLength(5);
    expect(seen.at(-1)).toBe(opened.code);
  });

  test('can be restricted to one status', async () => {
    await act('acknowledge', { by: 'an' });

    expect((await get('/v1/incidents?status=acknowledged')).body['incidents']).toHaveLength(1);
    expect((await get('/v1/incidents?status=escalating')).body['incidents']).toEqual([]);
  });

  test('leaves out resolved incidents', async () => {
    await act('resolve', { by: 'an' });

    expect((await get('/v1/incidents')).body['incidents']).toEqual([]);
  });

  test('is served by the other replica when the own region’s table fails', async () => {
    await cloud.faults({ region: own, service: 'table', mode: 'refuse' });

    expect((await get('/v1/incidents')).body['incidents']).toHaveLength(1);
  });
});

describe('an incident', () => {
  test.each([own, other])('is shown with its timeline, by code and by id: %s', async (region) => {
    const byCode = await get(`/v1/incidents/${opened.code.toLowerCase()}`, region);
    const byId = await get(`/v1/incidents/${opened.incidentId}`, region);

    expect(byCode.status).toBe(200);
    expect(byCode.body).toEqual(byId.body);
    expect(byCode.body).toMatchObject({
      incidentId: opened.incidentId,
      source: 'native',
      dedupKey: 'web-3-disk',
      roster: 'linux',
    });
    expect(byCode.body['timeline']).toEqual(
      expect.arrayContaining([
        { at: iso(0), kind: 'opened', summary: 'web-3 disk full 95%', roster: 'linux' },
        { at: iso(0), kind: 'paged', responder: 'an', role: 'primary', region: own },
      ]),
    );
  });

  test('is shown with what happens next, and nothing else happens before that', async () => {
    const nextOf = async () =>
      (await get(`/v1/incidents/${opened.code}`)).body['whatHappensNext'] as readonly {
        readonly at: string;
        readonly words: string;
      }[];

    expect((await nextOf()).slice(0, 4)).toEqual([
      { at: iso(45), kind: 'sms other', words: 'SMS to An through the other region' },
      { at: iso(60), kind: 'call contact center', words: 'call to the contact center' },
      { at: iso(90), kind: 'call', words: 'call to An' },
      { at: iso(180), kind: 'call', words: 'call to An' },
    ]);
    const before = await cloud.texts('an');
    await cloud.skip(34);
    expect(await cloud.texts('an')).toEqual(before);
    await cloud.skip(2);
    expect(await cloud.texts('an')).toHaveLength(before.length + 1);
    expect((await nextOf())[0]).toMatchObject({ at: iso(60), words: 'call to the contact center' });

    await act('acknowledge', { by: 'an', minutes: 45 });
    expect(await nextOf()).toContainEqual({
      ...{ at: iso(46 + 45 * 60), kind: 'acknowledgement runs out' },
      words: 'the time of An runs out',
    });
  });

  test('is shown with its whole timeline, however long', async () => {
    await cloud.faults(withoutGuardians);
    await cloud.skip(3600);
    const { timeline, incident } = await cloud.incident(opened.incidentId);
    const { body } = await get(`/v1/incidents/${opened.code}`);

    expect(incident.movedEntries).toBeGreaterThan(0);
    expect((body['timeline'] as { kind: string }[]).map(({ kind }) => kind)).toEqual(
      timeline.map(({ kind }) => kind),
    );
  });

  test('is shown after its resolution, even when its alarm has opened the next one', async () => {
    await act('resolve', { by: 'an', note: 'logs rotated' });
    await cloud.faults(withoutGuardians);
    await cloud.skip(11 * 60);
    const next = await cloud.alarm(diskFull);
    const { status, body } = await get(`/v1/incidents/${opened.incidentId}`);

    expect(next.body.incidentId).not.toBe(opened.incidentId);
    expect(status).toBe(200);
    expect(body).toMatchObject({ code: opened.code, status: 'resolved', resolvedAt: iso(10) });
    expect(body['timeline']).toContainEqual({
      at: iso(10),
      kind: 'resolved',
      by: 'an',
      note: 'logs rotated',
    });
  });
});

describe('an acknowledgement', () => {
  test.each([own, other])(
    'makes the execution wait, and the responder gets a confirmation: %s',
    async (region) => {
      const { status, body } = await act('acknowledge', { by: 'an', minutes: 45 }, { region });

      expect(status).toBe(200);
      expect(body).toMatchObject({
        status: 'acknowledged',
        taken: { responder: 'an', name: 'An', until: iso(10 + 45 * 60) },
        asked: [],
      });
      expect(await executionState()).toEqual(['Acknowledged until']);
      expect(await cloud.texts('an')).toEqual([expect.any(String), expect.stringContaining(opened.code)]);
    },
  );

  test('by a responder who was not paged is told to those who were', async () => {
    await act('acknowledge', { by: 'chloe' }, { id: opened.incidentId });

    expect((await stored()).acknowledgement?.by).toBe('chloe');
    expect((await cloud.texts('an')).at(-1)).toContain('Chloé');
  });

  test('is on the timeline with its path', async () => {
    await act('acknowledge', { by: 'an', path: 'board' });

    expect((await cloud.incident(opened.incidentId)).timeline).toContainEqual(
      expect.objectContaining({ kind: 'acknowledged', by: 'an', path: 'board' }),
    );
  });

  test('that is sent to both cells counts once', async () => {
    const headers = { 'idempotency-key': 'the-same' };
    const first = await act('acknowledge', { by: 'an' }, { headers });
    const second = await act('acknowledge', { by: 'an' }, { headers, region: other });

    expect(second.status).toBe(200);
    expect(second.body['taken']).toEqual(first.body['taken']);
    expect((await stored()).timeline.filter(({ kind }) => kind === 'acknowledged')).toHaveLength(1);
  });

  test('of a resolved incident is a conflict', async () => {
    await act('resolve', { by: 'an' });
    const { status, body } = await act('acknowledge', { by: 'an' });

    expect(status).toBe(409);
    expect(body).toMatchObject({ title: 'Already resolved', detail: expect.stringContaining(opened.code) });
  });
});

describe('a decline', () => {
  test('has the next responder paged at once', async () => {
    const { status, body } = await act('decline', { by: 'an' });
    await cloud.skip(5);

    expect(status).toBe(200);
    expect(body).toMatchObject({ status: 'escalating' });
    expect(await cloud.texts('chloe')).toEqual([expect.stringContaining('web-3 disk full')]);
  });
});

describe('a resolution by a person', () => {
  test('resolves the incident and ends its execution, and everybody who was paged hears it', async () => {
    const { status, body } = await act('resolve', { by: 'chloe', note: 'logs rotated' });

    expect(status).toBe(200);
    expect(body).toMatchObject({ status: 'resolved', resolvedAt: iso(10) });
    await cloud.skip(125);
    expect(await executionState()).toEqual(['Resolved']);
    expect((await cloud.texts('an')).at(-1)).toContain('Chloé');
    const { item } = await cloud.incident(opened.incidentId);
    expect(item).toMatchObject({ deadline: undefined, isArchived: true });
  });

  test('lasts although the alarm fired several times before', async () => {
    await cloud.alarm(diskFull);
    await cloud.skip(30);
    await cloud.alarm(diskFull);
    await act('resolve', { by: 'an' });
    await cloud.skip(120);

    expect((await stored()).status).toBe('resolved');
  });

  test('is followed by a reopening when the alarm fires afterwards', async () => {
    await act('resolve', { by: 'an' });
    await cloud.skip(60);
    await cloud.alarm(diskFull);

    expect(await stored()).toMatchObject({ status: 'escalating', code: opened.code });
  });

  test('that is sent twice counts once; a second one is a conflict', async () => {
    const headers = { 'idempotency-key': 'the-same' };
    await act('resolve', { by: 'an' }, { headers });

    expect((await act('resolve', { by: 'an' }, { headers, region: other })).status).toBe(200);
    expect((await act('resolve', { by: 'chloe' })).status).toBe(409);
  });
});

describe('an end that a person takes back', () => {
  test('is no end any more: the incident is open as it was, for the next epoch', async () => {
    await act('acknowledge', { by: 'chloe', minutes: 60 });
    await act('resolve', { by: 'chloe' });
    await cloud.skip(3600);
    const { status, body } = await act('reopen', { by: 'an', note: 'down again' });

    expect(status).toBe(200);
    expect(body).toMatchObject({ status: 'acknowledged', taken: { responder: 'chloe' } });
    expect((await cloud.incident(opened.incidentId)).item).toMatchObject({ epoch: 2, isArchived: false });
    expect((await act('reopen', { by: 'an' })).status).toBe(409);
  });
});

describe('the product', () => {
  test('is refused nothing by AWS while people use it', async () => {
    await get('/v1/incidents');
    await get(`/v1/incidents/${opened.code}`);
    await act('decline', { by: 'an' });
    await act('acknowledge', { by: 'chloe' });
    await act('resolve', { by: 'chloe' });
    await act('reopen', { by: 'chloe' });
    await get('/v1/on-call');

    expect(cloud.told.filter((line) => line.startsWith('REFUSED'))).toEqual([]);
  });
});
