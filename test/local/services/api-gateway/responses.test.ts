import { describe, expect, test } from '@jest/globals';
import { anApi, apiTemplate, gatewayResponse } from '../../an-api.ts';

const methods = ['POST /v1/alarms'];
const problem = { 'application/json': '{"title":$context.error.messageString,"id":"$context.requestId"}' };

describe('an error that the gateway answers itself', () => {
  test('has the answer that the template gives for its type', async () => {
    const Throttled = gatewayResponse('THROTTLED', {
      StatusCode: '503',
      ResponseParameters: { 'gatewayresponse.header.Retry-After': "'5'" },
      ResponseTemplates: problem,
    });
    const api = anApi(apiTemplate(methods, { Throttled }));
    api.switchFault('throttle');

    const answer = await api.request('POST', '/v1/alarms');

    expect(answer).toMatchObject({ status: 503, headers: { 'retry-after': '5' } });
    expect(JSON.parse(String(answer.body))).toEqual({
      title: 'Too Many Requests',
      id: '88888888-8888-4888-8888-888888888888',
    });
  });

  test.each([
    ['DEFAULT_5XX', 503],
    ['DEFAULT_4XX', 502],
    ['INTEGRATION_TIMEOUT', 502],
  ])(
    'has no type of its own when the answer of a function is malformed: with %s changed it is %d',
    async (type, status) => {
      const api = anApi(apiTemplate(methods, { Response: gatewayResponse(type, { StatusCode: '503' }) }));
      api.functionsAnswer({ kind: 'returned', payload: 'ok' });

      expect(await api.request('POST', '/v1/alarms')).toMatchObject({ status });
    },
  );

  test('keeps its own status when the template changes only the text', async () => {
    const Response = gatewayResponse('DEFAULT_4XX', { ResponseTemplates: problem });
    const api = anApi(apiTemplate(methods, { Response }));

    const answer = await api.request('GET', '/nowhere');

    expect(answer.status).toBe(403);
    expect(answer.body).toContain('"title":"Missing Authentication Token"');
  });

  test('prefers the answer for its type to the answer for all types', async () => {
    const api = anApi(
      apiTemplate(methods, {
        All: gatewayResponse('DEFAULT_4XX', { StatusCode: '500' }),
        Unknown: gatewayResponse('MISSING_AUTHENTICATION_TOKEN', { StatusCode: '404' }),
      }),
    );

    expect(await api.request('GET', '/nowhere')).toMatchObject({ status: 404 });
  });
});

describe('an API that is switched to fail', () => {
  test('cannot be reached when it refuses, and no gateway response changes that', async () => {
    const Response = gatewayResponse('DEFAULT_5XX', { StatusCode: '500' });
    const api = anApi(apiTemplate(methods, { Response }));
    api.switchFault('refuse');

    expect(await api.request('POST', '/v1/alarms')).toEqual({ status: 503, body: '' });
  });

  test('never answers its callers when it hangs', async () => {
    const api = anApi(apiTemplate(methods));
    api.switchFault('hang');

    const answer = api.request('POST', '/v1/alarms');
    const first = await Promise.race([answer, Promise.resolve('still waiting')]);
    api.switchFault(undefined);

    expect(first).toBe('still waiting');
    expect(await answer).toEqual({ status: 503, body: '' });
    expect(api.invocations).toEqual([]);
  });
});
