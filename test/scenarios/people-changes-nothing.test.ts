import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Laptop, laptop, own, theNight } from './laptop.ts';
import type { Accepted } from './requests.ts';
import { signed } from './signed.ts';

const diskFull = { dedupKey: 'web-3-disk', service: 'acme-shop', summary: 'web-3 disk full 95%' };
const iso = (seconds: number) => new Date(theNight + seconds * 1000).toISOString();

// All tests share one night: none of them changes anything.
let cloud: Laptop;
let opened: Accepted['body'];
beforeAll(async () => {
  cloud = await laptop();
  ({ body: opened } = await cloud.alarm(diskFull));
  await cloud.skip(10);
});
afterAll(() => cloud.close());

const get = (path: string, region = own) => signed(cloud, 'GET', path, { region });
const act = (action: string, body: unknown, options: { readonly id?: string } = {}) =>
  signed(cloud, 'POST', `/v1/incidents/${options.id ?? opened.code}/${action}`, { body });
const stored = async () => (await cloud.incident(opened.incidentId)).incident;

describe('the list of open incidents', () => {
  test.each([
    ['status=open', 'escalating, acknowledged, held'],
    ['limit=0', '1 to 100'],
    ['cursor=nonsense', 'cursor'],
    ['state=held', 'status, limit, cursor'],
  ])('says what is allowed when it is asked wrongly: %s', async (query, allowed) => {
    const { status, headers, body } = await get(`/v1/incidents?${query}`);

    expect(status).toBe(400);
    expect(headers.get('content-type')).toBe('application/problem+json');
    expect(body['detail']).toContain(allowed);
  });
});

describe('an incident', () => {
  test.each(['A7', 'nonsense', `${'0'.repeat(32)}-1`, 'Z9Z'])('that is not there: %s', async (id) => {
    const { status, body } = await get(`/v1/incidents/${id}`);

    expect(status).toBe(404);
    expect(body).toMatchObject({ title: 'No such incident', detail: expect.stringContaining(id) });
  });
});

describe('an acknowledgement', () => {
  test.each([
    ['nobody', {}, 'by must be the id of the responder'],
    ['somebody else', { by: 'ann' }, 'did you mean an?'],
    ['no object', [], 'The body must be a JSON object'],
    ['too long', { by: 'an', minutes: 721 }, 'from 1 to 720'],
    ['what it does not take', { by: 'an', note: 'x' }, 'note is not known here'],
  ])('that is malformed changes nothing: %s', async (_what, body, words) => {
    const { status, body: problem } = await act('acknowledge', body);

    expect(status).toBe(400);
    expect(problem['detail']).toContain(words);
    expect(problem['detail']).toContain('chloe (Chloé)');
    expect((await stored()).status).toBe('escalating');
  });

  test('of an incident that does not exist is refused', async () => {
    expect((await act('acknowledge', { by: 'an' }, { id: 'Z9Z' })).status).toBe(404);
  });
});

describe('an action on an incident', () => {
  test.each([
    ['update', {}, 'minutes must be a whole number of minutes from 1 to 720'],
    ['escalate', { whom: 'linus' }, 'did you mean linux?'],
    ['escalate', { whom: 'company' }, 'Nobody is primary of company'],
    ['serious', { serious: 'yes' }, 'true or false'],
    ['assess', { words: 'no' }, '3 to 1000 characters'],
    ['consent', {}, 'action asks the customer'],
    ['consent', { action: 'restart it', request: 'c1', answer: 'withdrawn' }, 'not both at once'],
    ['consent', { action: `restart ${'x'.repeat(70)}` }, '3 to 70 characters'],
    ['consent', { request: 'c1', answer: 'maybe' }, 'granted, refused, withdrawn, decided'],
    ['consent', { request: 'c1', answer: 'granted' }, 'who must be the customer contact'],
    ['consent', { request: 'c1', answer: 'withdrawn', who: 'Joris' }, 'who belongs to granted and refused'],
    [
      'consent',
      { request: 'c1', answer: 'granted', who: 'Joris', reason: 'why' },
      'reason belongs to decided',
    ],
    ['consent', { request: 'c1', answer: 'decided' }, 'reason must say why'],
    ['consent', { request: 'c1', answer: 'withdrawn' }, 'The customer was asked for none'],
  ])(
    'that cannot be understood changes nothing, and the answer names what is allowed: %s %j',
    async (action, words, told) => {
      const before = await stored();
      const { status, body } = await act(action, { by: 'an', ...words });

      expect(status).toBe(400);
      expect(body['detail']).toContain(told);
      expect((await stored()).timeline).toEqual(before.timeline);
    },
  );
});

describe('a report', () => {
  test.each([
    ['month=november', 'such as 2026-11'],
    ['month=2026-13', 'such as 2026-11'],
    ['month=2026-12', 'must have begun'],
    ['month=2026-11&cursor=nonsense', 'cursor'],
    ['customer=acme', 'month, cursor'],
  ])('says what is allowed when it is asked wrongly: %s', async (query, allowed) => {
    const { status, body } = await get(`/v1/report?${query}`);

    expect(status).toBe(400);
    expect(body['detail']).toContain(allowed);
  });
});

describe('who is on call', () => {
  test('is shown for one roster, and until when', async () => {
    const { status, body } = await get('/v1/on-call?roster=linux');

    expect(status).toBe(200);
    expect(body).toMatchObject({
      at: iso(10),
      timeZone: 'Europe/Brussels',
      rosters: [
        {
          roster: 'linux',
          primary: { responder: 'an', name: 'An' },
          secondary: { responder: 'chloe', name: 'Chloé' },
          until: '2026-11-23T08:00:00.000Z',
        },
      ],
    });
  });

  test('is shown for all rosters, at another time', async () => {
    const { body } = await get('/v1/on-call?at=2026-12-01T12:00:00%2B01:00');

    expect(body['at']).toBe('2026-12-01T11:00:00.000Z');
    expect((body['rosters'] as { roster: string }[]).map(({ roster }) => roster)).toEqual([
      'linux',
      'network',
      'database',
      'company',
    ]);
    expect(body['rosters']).toContainEqual(
      expect.objectContaining({ roster: 'linux', primary: { responder: 'bram', name: 'Bram' } }),
    );
  });

  test.each([
    ['roster=linus', 404, 'did you mean linux?'],
    ['at=tomorrow', 400, '2026-11-23T03:10:00+01:00'],
    ['when=now', 400, 'only at, roster'],
  ])('is asked wrongly: %s', async (query, expected, words) => {
    const { status, body } = await get(`/v1/on-call?${query}`);

    expect(status).toBe(expected);
    expect(body['detail']).toContain(words);
  });
});

describe('an unsigned request', () => {
  test.each([
    ['GET', '/v1/incidents'],
    ['GET', '/v1/on-call'],
    ['POST', '/v1/incidents/A7K/acknowledge'],
    ['POST', '/v1/incidents/A7K/decline'],
    ['POST', '/v1/incidents/A7K/resolve'],
    ['POST', '/v1/incidents/A7K/update'],
    ['POST', '/v1/incidents/A7K/escalate'],
    ['POST', '/v1/incidents/A7K/serious'],
    ['POST', '/v1/incidents/A7K/assess'],
    ['POST', '/v1/incidents/A7K/consent'],
    ['GET', '/v1/report'],
  ])('is refused, and changes nothing: %s %s', async (method, path) => {
    const { status, headers, body } = await cloud.request(method, path.replace('A7K', opened.code), {
      headers: { authorization: 'Bearer laptop-key-for-trying-only' },
      ...(method === 'POST' ? { body: JSON.stringify({ by: 'an' }) } : {}),
    });

    expect(status).toBe(403);
    expect(headers.get('content-type')).toBe('application/problem+json');
    expect(body).toMatchObject({ status: 403, title: 'Not signed' });
    expect((await stored()).status).toBe('escalating');
  });
});
