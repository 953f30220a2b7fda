import { describe, expect, test } from '@jest/globals';
import { anApi, apiTemplate } from '../../an-api.ts';

const template = apiTemplate(['POST /v1/alarms']);

describe('the event that a function gets', () => {
  test('holds the request in the form of a REST API', async () => {
    const api = anApi(template);

    await api.request('POST', '/v1/alarms', {
      query: new URLSearchParams('a=1&b=2&a=3'),
      headers: { 'content-type': 'application/json', 'user-agent': 'curl' },
      body: Buffer.from('{"summary":"é"}'),
    });

    expect(api.invocations[0]?.event).toMatchObject({
      resource: '/v1/alarms',
      path: '/v1/alarms',
      httpMethod: 'POST',
      queryStringParameters: { a: '3', b: '2' },
      multiValueQueryStringParameters: { a: ['1', '3'], b: ['2'] },
      pathParameters: null,
      stageVariables: null,
      body: '{"summary":"é"}',
      isBase64Encoded: false,
      requestContext: {
        accountId: '111122223333',
        apiId: 'api-eu-central-1-api',
        identity: { sourceIp: '127.0.0.1', userAgent: 'curl', userArn: null },
        path: '/live/v1/alarms',
        requestTime: '23/Nov/2026:02:10:00 +0000',
        requestTimeEpoch: Date.UTC(2026, 10, 23, 2, 10),
        stage: 'live',
      },
    });
  });

  test('spells headers as clients of HTTP/1.1 do, so a function that looks for lower case fails here too', async () => {
    const api = anApi(template);

    await api.request('POST', '/v1/alarms', { headers: { authorization: 'Bearer k', 'x-request-id': '1' } });

    expect(api.invocations[0]?.event.headers).toMatchObject({
      Authorization: 'Bearer k',
      'X-Request-Id': '1',
      Host: 'api-eu-central-1-api.execute-api.eu-central-1.amazonaws.com',
      'X-Forwarded-Proto': 'https',
    });
    expect(api.invocations[0]?.event.multiValueHeaders).toMatchObject({ Authorization: ['Bearer k'] });
  });

  test('names the address that the client used: the cloud’s own, with the region as the base path', async () => {
    const api = anApi(template);

    await api.request('POST', '/v1/alarms', { headers: { host: '127.0.0.1:4600' } });

    expect(api.invocations[0]?.event).toMatchObject({
      resource: '/v1/alarms',
      path: '/eu-central-1/v1/alarms',
      headers: { Host: '127.0.0.1', 'X-Forwarded-Port': '4600', 'X-Forwarded-Proto': 'http' },
      requestContext: { domainName: '127.0.0.1', path: '/eu-central-1/v1/alarms' },
    });
  });

  test('has null where the request has nothing', async () => {
    const api = anApi(template);

    await api.request('POST', '/v1/alarms');

    expect(api.invocations[0]?.event).toMatchObject({
      body: null,
      queryStringParameters: null,
      multiValueQueryStringParameters: null,
    });
  });
});

describe('the answer of a function', () => {
  test('goes to the client', async () => {
    const api = anApi(template);
    const headers = { Location: '/v1/incidents/1', 'X-Count': 3 };
    const payload = { statusCode: 202, headers, multiValueHeaders: { 'X-Many': ['a', 'b'] }, body: '{}' };
    api.functionsAnswer({ kind: 'returned', payload });

    expect(await api.request('POST', '/v1/alarms')).toMatchObject({
      status: 202,
      headers: {
        'content-type': 'application/json',
        location: '/v1/incidents/1',
        'x-count': '3',
        'x-many': 'a, b',
      },
      body: '{}',
    });
  });

  test('may be only a status', async () => {
    const api = anApi(template);
    api.functionsAnswer({ kind: 'returned', payload: { statusCode: '204', body: null } });

    expect(await api.request('POST', '/v1/alarms')).toMatchObject({ status: 204, body: '' });
  });

  test.each([
    ['nothing', null],
    ['a text', 'ok'],
    ['an object without a status', { body: '{}' }],
    ['a status that is not a number', { statusCode: 'fine' }],
    ['a body that is an object', { statusCode: 200, body: {} }],
    ['a member that a REST API does not know', { statusCode: 200, cookies: [] }],
    ['headers that are not texts', { statusCode: 200, headers: { a: {} } }],
    ['a binary body', { statusCode: 200, body: 'AAAA', isBase64Encoded: true }],
  ])('is malformed when it is %s: 502, and the terminal says why', async (_, payload) => {
    const api = anApi(template);
    api.functionsAnswer({ kind: 'returned', payload });

    const answer = await api.request('POST', '/v1/alarms');

    expect(answer).toMatchObject({ status: 502, body: '{"message":"Internal server error"}' });
    expect(api.told).toEqual([expect.stringContaining('POST /v1/alarms: the function')]);
  });

  test.each([
    ['threw', 'TypeError', 502],
    ['was not allowed to be invoked', 'AccessDeniedException', 500],
    ['was throttled', 'TooManyRequestsException', 500],
  ])('is an error of the gateway when the function %s', async (_, error, status) => {
    const api = anApi(template);
    api.functionsAnswer({ kind: 'failed', error, message: 'no' });

    expect(await api.request('POST', '/v1/alarms')).toMatchObject({ status });
  });

  test('is lost after 29 seconds', async () => {
    const api = anApi(template);
    api.functionsAnswer(new Promise(() => undefined));

    const answer = api.request('POST', '/v1/alarms');
    api.passTime(28_999);
    api.passTime(1);

    expect(await answer).toMatchObject({ status: 504, body: '{"message":"Endpoint request timed out"}' });
  });
});

describe('a large request', () => {
  test('over 10 MB is refused by the gateway', async () => {
    const api = anApi(template);

    const answer = await api.request('POST', '/v1/alarms', { body: Buffer.alloc(10 * 1024 * 1024 + 1, 'a') });

    expect(answer).toMatchObject({ status: 413 });
    expect(api.invocations).toEqual([]);
  });

  test('over the limit of a function never reaches it', async () => {
    const api = anApi(template);

    const answer = await api.request('POST', '/v1/alarms', { body: Buffer.alloc(6 * 1024 * 1024, 'a') });

    expect(answer).toMatchObject({ status: 413 });
    expect(api.invocations).toEqual([]);
  });
});
