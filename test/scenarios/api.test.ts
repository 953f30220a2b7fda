import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { OperationName } from '../../domain/api/routes.ts';
import { expectToFit } from './fitting.ts';
import { type Laptop, laptop, other, own } from './laptop.ts';
import type { Accepted } from './requests.ts';
import { signed } from './signed.ts';

// All tests share one night. None of them changes what a later one reads.
let cloud: Laptop;
let code: string;
let link: string;
beforeAll(async () => {
  cloud = await laptop();
  code = (await send()).body.code;
  const { body } = await signed(cloud, 'POST', '/v1/board-link');
  link = new URL(String(body['url'])).pathname.replace(`/${own}`, '');
});
afterAll(() => cloud.close());

const send = (): Promise<Accepted> =>
  cloud.alarm({ dedupKey: 'web-3-disk', service: 'acme-shop', summary: 'web-3 disk full 95%' });

const asSomebody = async (method: string, path: string, body?: object) =>
  (await signed(cloud, method, path, { body })).status;

const act = (action: string, more: object = {}) =>
  asSomebody('POST', `/v1/incidents/${code}/${action}`, { by: 'an', ...more });

/** Sends a request without a signature. The answer is what a browser would get. */
const open = async (method: string, body?: string) => {
  const { status } = await fetch(`${cloud.cloud.url}/${own}${link}`, {
    ...{ method, redirect: 'manual' },
    ...(body === undefined ? {} : { body }),
  });
  return status;
};

const asAnybody = async (path: string) => {
  const answer = await cloud.request('GET', path);
  expectToFit('GET', path, answer);
  return answer.status;
};

/** A request for each operation, and the status of its answer. */
const requests: Readonly<Record<OperationName, readonly [ask: () => Promise<number>, status: number]>> = {
  sendAlarm: [
    async () => {
      const { status } = await send();
      return status;
    },
    202,
  ],
  // No key of a topic is used here: the answer for an unknown key shows that the function was reached.
  postCloudWatch: [
    async () =>
      (await cloud.request('POST', '/v1/integrations/cloudwatch/no-such-key', { body: '{}' })).status,
    401,
  ],
  health: [() => asAnybody('/v1/health'), 200],
  openApi: [() => asAnybody('/v1/openapi.json'), 200],
  listIncidents: [() => asSomebody('GET', '/v1/incidents?limit=1&status=escalating'), 200],
  showIncident: [() => asSomebody('GET', `/v1/incidents/${code}`), 200],
  acknowledge: [() => act('acknowledge', { minutes: 45 }), 200],
  update: [() => act('update', { minutes: 90 }), 200],
  escalate: [() => act('escalate', { whom: 'bram' }), 200],
  handOver: [() => act('hand-over', { to: 'bram' }), 200],
  serious: [() => act('serious'), 200],
  assign: [() => act('assign', { service: 'acme-shop' }), 200],
  assess: [() => act('assess', { words: 'may be down until 06:00' }), 200],
  consent: [() => act('consent', { action: 'restart the database' }), 200],
  decline: [() => act('decline'), 200],
  resolve: [() => act('resolve', { note: 'restarted' }), 200],
  reopen: [() => act('reopen', { note: 'it is down again' }), 200],
  onCall: [() => asSomebody('GET', '/v1/on-call?at=2026-11-24T03:10:00%2B01:00'), 200],
  report: [() => asSomebody('GET', '/v1/report?month=2026-11'), 200],
  putAside: [() => asSomebody('GET', '/v1/put-aside'), 200],
  sendTestPage: [() => asSomebody('POST', '/v1/test-pages', { by: 'an', path: 'sms', through: 'own' }), 200],
  showTestPage: [() => asSomebody('GET', '/v1/test-pages/an'), 200],
  boardLink: [() => asSomebody('POST', '/v1/board-link'), 200],
  openLink: [() => open('GET'), 200],
  checkLink: [() => open('HEAD'), 200],
  pressOnLink: [() => open('POST', 'form=nonsense'), 400],
};

describe('the description of the API', () => {
  test('names the operations that are requested here, and no other', async () => {
    const { body } = await cloud.request('GET', '/v1/openapi.json');
    const paths = Object.values(body['paths'] as Record<string, Record<string, { operationId: string }>>);
    const names = paths.flatMap((methods) => Object.values(methods).map(({ operationId }) => operationId));

    expect(names.toSorted()).toEqual(Object.keys(requests).toSorted());
  });
});

describe('a cell', () => {
  test.each(Object.entries(requests))(
    'serves what its description says: %s',
    async (_name, [ask, status]) => {
      expect(await ask()).toBe(status);
    },
  );

  test.each([own, other])(
    'finds its routes behind a base path, which the gateway leaves in the path: %s',
    async (region) => {
      const { status, body } = await cloud.request('GET', '/v1/nothing', { region });

      expect(status).toBe(404);
      expect(body['detail']).toContain(`GET /${region}/v1/nothing`);
    },
  );
});
