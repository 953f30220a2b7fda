import { describe, expect, test } from '@jest/globals';
import { anApi, apiTemplate, functionArn } from '../../an-api.ts';

describe('a request to the API', () => {
  test.each([
    ['GET', '/', 'GET', '/', null],
    ['GET', '/v1/health', 'GET', '/v1/health', null],
    ['GET', '/v1/incidents/A7K', 'GET', '/v1/incidents/{id}', { id: 'A7K' }],
    ['GET', '/v1/incidents/A%207', 'GET', '/v1/incidents/{id}', { id: 'A 7' }],
    ['GET', '/v1/incidents/open', 'GET', '/v1/incidents/open', null],
    ['POST', '/v1/incidents/open', 'POST', '/v1/incidents/{id}', { id: 'open' }],
    ['PUT', '/board/a/b.js', 'PUT', '/board/{proxy+}', { proxy: 'a/b.js' }],
  ])('%s %s goes to %s %s', async (method, path, _, resource, pathParameters) => {
    const api = anApi(
      apiTemplate([
        'GET /',
        'GET /v1/health',
        'GET /v1/incidents/{id}',
        'POST /v1/incidents/{id}',
        'GET /v1/incidents/open',
        'ANY /board/{proxy+}',
      ]),
    );

    await api.request(method, path);

    expect(api.invocations).toMatchObject([
      { functionArn, event: { httpMethod: method, resource, pathParameters } },
    ]);
  });

  test.each([
    ['GET', '/v1'],
    ['GET', '/v1/health/deep'],
    ['GET', '/v1/health/'],
    ['POST', '/v1/health'],
    ['GET', '/board'],
    ['GET', '/board/'],
  ])('%s %s is refused as AWS refuses an unknown path', async (method, path) => {
    const api = anApi(apiTemplate(['GET /v1/health', 'ANY /board/{proxy+}']));

    const answer = await api.request(method, path);

    expect(answer).toMatchObject({ status: 403, body: '{"message":"Missing Authentication Token"}' });
    expect(api.invocations).toEqual([]);
  });

  test('reaches its function by method and path', async () => {
    const api = anApi(apiTemplate(['GET /v1/incidents/{id}']));

    await api.request('GET', '/v1/incidents/A7K');

    expect(api.invocations[0]?.caller).toEqual({
      kind: 'service',
      principal: 'apigateway.amazonaws.com',
      sourceArn:
        'arn:aws:execute-api:eu-central-1:111122223333:api-eu-central-1-api/live/GET/v1/incidents/{id}',
    });
  });

  test('is an error in a region without an API', async () => {
    const api = anApi({ Resources: {} });

    await expect(api.request('GET', '/')).rejects.toThrow('there is no REST API in eu-central-1');
  });
});

describe('a method that wants a signature', () => {
  const role = { kind: 'role', sessionName: 's', region: 'eu-central-1' } as const;

  test('is refused without one', async () => {
    const api = anApi(apiTemplate(['GET /v1/incidents AWS_IAM']));

    expect(await api.request('GET', '/v1/incidents')).toMatchObject({ status: 403 });
    expect(api.invocations).toEqual([]);
  });

  test('is answered when the account itself signs, and the function learns that', async () => {
    const api = anApi(apiTemplate(['GET /v1/incidents AWS_IAM']));

    await api.request('GET', '/v1/incidents', { signedBy: { kind: 'account' } });

    expect(api.invocations[0]?.event.requestContext.identity.userArn).toBe('arn:aws:iam::111122223333:root');
  });

  test('is an error when its signer is a role that does not exist', async () => {
    const api = anApi(apiTemplate(['GET /v1/incidents AWS_IAM']));
    const signedBy = { ...role, roleArn: 'arn:aws:iam::111122223333:role/nobody' };

    await expect(api.request('GET', '/v1/incidents', { signedBy })).rejects.toThrow('there is no role');
  });
});
