import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type RunningCloud, runningCloud } from '../running-cloud.ts';
import { synthesizedSmallApp } from '../small-app/small-app.ts';

let local: RunningCloud;
beforeAll(async () => {
  local = await runningCloud(await synthesizedSmallApp());
});
afterAll(() => local.cloud.close());

const detailOf = async (method: string, path: string, body?: unknown) => {
  const answer = await local.request(method, path, body);
  const { detail } = (await answer.json()) as { readonly detail: string };
  return `${answer.status} ${detail}`;
};

describe('the state', () => {
  test('has everything that the interface promises', async () => {
    expect(await local.state()).toMatchObject({
      now: expect.any(Number),
      speed: 0,
      phones: [
        { number: '+32470000001', owner: 'an', kind: 'responder', language: 'nl', messages: [], calls: [] },
      ],
      tasks: [],
      faults: [],
      executions: [],
    });
  });
});

describe('the phones page', () => {
  test('is at the root, with its files, and knows the regions of the stacks', async () => {
    const page = await local.request('GET', '/');
    const script = await local.request('GET', '/main.js');

    expect(await page.text()).toContain('"regions":["eu-central-1"]');
    expect([page, script].map(({ headers }) => headers.get('content-type')?.split(';')[0])).toEqual([
      'text/html',
      'text/javascript',
    ]);
  });
});

describe('the clock', () => {
  test('is moved by seconds, and returns the new time', async () => {
    const before = local.cloud.now();
    const answer = await local.request('POST', '/local/clock', { advanceSeconds: 90.5 });

    expect(await answer.json()).toEqual({ now: before + 90_500, speed: 0, waitingCallers: 0 });
  });

  test('stops at the first news, and the state then shows only that news', async () => {
    await local.alarm('news');
    await local.skip(0);
    const before = local.cloud.now();
    await local.request('POST', '/local/clock', { advanceSeconds: 3600, untilNews: true });
    const state = await local.request('GET', `/local/state?since=${before + 1}`);

    expect(local.cloud.now()).toBe(before + 300_000);
    expect(await state.json()).toMatchObject({ phones: [{ messages: [{ at: before + 300_000 }] }] });
  });

  test('runs at the given speed, and keeps that speed when it is moved', async () => {
    await local.request('POST', '/local/clock', { speed: 1 });
    const moved = await local.request('POST', '/local/clock', { advanceSeconds: 10 });
    await local.request('POST', '/local/clock', { speed: 0 });

    expect(await moved.json()).toMatchObject({ speed: 1 });
  });

  test.each([
    [{}, 'one of them'],
    [{ advanceSeconds: 1, speed: 1 }, 'one of them'],
    [{ advanceSeconds: -1 }, 'a number from 0'],
    [{ speed: 1, untilNews: true }, 'beside advanceSeconds'],
    [{ speed: 'fast' }, 'a number from 0'],
    [{ seconds: 5 }, 'allowed: advanceSeconds, speed'],
  ])('refuses %j', async (body, sentence) => {
    expect(await detailOf('POST', '/local/clock', body)).toMatch(new RegExp(`^400 .*${sentence}`));
  });
});

describe('a request that cannot be answered', () => {
  test.each([
    ['POST', '/local/phones/+32470000001/calls/c1', { action: 'answer' }, '404 +32470000001 has no call c1'],
    ['POST', '/local/phones/+32470000001/calls/c1', { action: 'sing' }, '400 action: answer, press'],
    ['POST', '/local/phones/+32470000001/calls/c1', { action: 'press', digits: 'x' }, '400 digits: keys'],
    ['POST', '/local/phones/+32470000001/calls/c1', { action: 'answer', digits: '1' }, '400 digits: only'],
    ['POST', '/local/tasks/t1', { action: 'accept' }, '404 There is no task t1'],
    ['POST', '/local/tasks/t1', { action: 'sing' }, '400 action: accept, reject or end, got "sing"'],
    ['POST', '/local/tasks/t1', { action: 'accept', operator: ' ' }, '400 operator: a name of at most 100'],
    [
      'POST',
      '/local/tasks/t1',
      { action: 'accept', by: 'els' },
      '400 Unknown: by; allowed: action, operator',
    ],
    ['GET', '/local/tasks/t1', undefined, '405 Allowed: POST'],
    ['POST', '/local/phones/an/messages', { text: 'yes' }, '400 The phone: a number such as'],
    ['POST', '/local/phones/+32470000001/messages', { words: 'yes' }, '400 Unknown: words'],
    ['PUT', '/local/schedule', { seed: 'x' }, '400 seed: a whole number'],
    ['PUT', '/local/state', {}, '405 Allowed: GET'],
    ['POST', '/local/samples/tsunami', {}, '404 There is no sample tsunami'],
    ['GET', '/local/weather', undefined, '404 There is no /local/weather'],
    ['GET', '/somewhere', undefined, '404 Nothing answers at /somewhere'],
  ])('says why: %s %s', async (method, path, body, sentence) => {
    expect(await detailOf(method, path, body)).toContain(sentence);
  });

  test('is refused to pages of other sites', async () => {
    const answer = await fetch(`${local.cloud.url}/local/clock`, {
      method: 'POST',
      headers: { origin: 'https://elsewhere.example' },
      body: '{"advanceSeconds":1}',
    });

    expect(answer.status).toBe(403);
  });

  test('is a clear error: an unknown operation, an unknown service', async () => {
    const signed = (service: string) =>
      fetch(local.cloud.url, {
        method: 'POST',
        headers: {
          authorization: `AWS4-HMAC-SHA256 Credential=ME/20261122/eu-central-1/${service}/aws4_request, Signature=x`,
          'x-amz-target': 'DynamoDB_20120810.DropEverything',
        },
      });
    const statuses = [await signed('dynamodb'), await signed('teleport')].map(({ status }) => status);

    expect(statuses).toEqual([501, 501]);
    expect(local.told.filter((line) => line.startsWith('NOT KNOWN'))).toHaveLength(2);
  });
});
