import { describe, expect, test } from '@jest/globals';
import { ResponseType } from 'aws-cdk-lib/aws-apigateway';
import { type Route, routes } from '../../domain/api/routes.ts';
import { resourcesOf, synthesize, textOf } from './synthesized.ts';

const { cellA } = synthesize();

const answers = new Map(
  resourcesOf(cellA, 'AWS::ApiGateway::GatewayResponse').map(([, { Properties }]) => [
    String(Properties['ResponseType']),
    Properties as {
      readonly StatusCode: string;
      readonly ResponseParameters: Readonly<Record<string, string>>;
      readonly ResponseTemplates: Readonly<Record<string, string>>;
    },
  ]),
);
const allTypes = Object.values(ResponseType)
  .filter((value): value is ResponseType => value instanceof ResponseType)
  .map(({ responseType }) => responseType);

test('the gateway has the metrics that cost nothing, unless the configuration asks for those of each route', () => {
  const metricsOf = ({ cellA: cell }: Pick<ReturnType<typeof synthesize>, 'cellA'>) =>
    resourcesOf(cell, 'AWS::ApiGateway::Stage').flatMap(
      ([, { Properties }]) =>
        Properties['MethodSettings'] as readonly { readonly MetricsEnabled?: boolean }[],
    );

  expect(metricsOf({ cellA })).toMatchObject([{ MetricsEnabled: false }]);
  expect(metricsOf(synthesize({ config: { detailedMetrics: true } }))).toMatchObject([
    { MetricsEnabled: true },
  ]);
});

describe('the gateway, where it answers by itself', () => {
  test('has an answer chosen here for every type of error', () => {
    expect([...answers.keys()].toSorted()).toEqual(allTypes.toSorted());
  });

  test('answers 4xx only to a caller who proves nothing, to an unknown route, and to a request that is too large', () => {
    const refusals = [...answers].filter(([, { StatusCode }]) => StatusCode.startsWith('4'));

    expect(Object.fromEntries(refusals.map(([type, { StatusCode }]) => [type, StatusCode]))).toEqual({
      ACCESS_DENIED: '403',
      EXPIRED_TOKEN: '403',
      INVALID_API_KEY: '403',
      INVALID_SIGNATURE: '403',
      MISSING_AUTHENTICATION_TOKEN: '403',
      REQUEST_TOO_LARGE: '413',
      RESOURCE_NOT_FOUND: '404',
      UNAUTHORIZED: '401',
    });
  });

  test.each(['THROTTLED', 'INTEGRATION_TIMEOUT', 'BAD_REQUEST_BODY', 'DEFAULT_4XX', 'DEFAULT_5XX'])(
    'asks the sender to try again: %s',
    (type) => {
      expect(answers.get(type)).toMatchObject({
        StatusCode: '503',
        ResponseParameters: { 'gatewayresponse.header.Retry-After': "'1'" },
      });
    },
  );

  test.each([...answers])('answers with a problem document: %s', (_type, answer) => {
    expect(answer.ResponseParameters).toMatchObject({
      'gatewayresponse.header.Content-Type': "'application/problem+json'",
    });
    expect(JSON.parse(answer.ResponseTemplates['application/json'] ?? '')).toEqual({
      type: 'about:blank',
      title: expect.any(String),
      status: Number(answer.StatusCode),
    });
  });
});

describe('the routes', () => {
  const methods = resourcesOf(cellA, 'AWS::ApiGateway::Method').map(([, { Properties }]) => Properties);
  const parts = new Map(
    resourcesOf(cellA, 'AWS::ApiGateway::Resource').map(([id, { Properties }]) => [id, Properties]),
  );

  /** The path of a resource: `/v1/alarms`; of the root `/`. */
  function pathOf(reference: unknown): string {
    const { Ref: id } = reference as { readonly Ref?: string };
    const resource = id === undefined ? undefined : parts.get(id);
    if (resource === undefined) return '/';
    return `${pathOf(resource['ParentId'])}/${resource['PathPart']}`.replace('//', '/');
  }

  test('are those of the table, each with its function, and no other', () => {
    const made = methods.map(({ HttpMethod, ResourceId, AuthorizationType, Integration }) => ({
      method: HttpMethod,
      path: pathOf(ResourceId),
      isSigned: AuthorizationType === 'AWS_IAM',
      servedBy: /Functions(Intake|People|Screen|Step)/.exec(JSON.stringify(Integration))?.[1]?.toLowerCase(),
    }));
    const wanted = Object.values<Route>(routes).map(({ method, path, servedBy, caller }) => ({
      ...{ method, path, isSigned: caller === 'AWS signature', servedBy },
    }));

    expect(made).toHaveLength(wanted.length);
    expect(made).toEqual(expect.arrayContaining(wanted));
  });

  test('are logged as the table has them, without the keys in paths', () => {
    const [stage] = resourcesOf(cellA, 'AWS::ApiGateway::Stage');
    const log = stage?.[1].Properties['AccessLogSetting'] as { readonly Format: string } | undefined;

    expect(JSON.parse(log?.Format ?? '')).toMatchObject({ path: '$context.resourcePath' });
  });

  test('ask people for a signature, but for the description of the API', () => {
    const peoples = Object.values<Route>(routes).filter(({ servedBy }) =>
      ['people', 'step'].includes(servedBy),
    );

    expect(peoples.filter(({ caller }) => caller !== 'AWS signature').map(({ path }) => path)).toEqual([
      '/v1/openapi.json',
    ]);
  });

  test('are known to the functions that send links, by the API’s own name', () => {
    const told = resourcesOf(cellA, 'AWS::Lambda::Function').flatMap(([, { Properties }]) => {
      const { Variables } = Properties['Environment'] as { Variables: Readonly<Record<string, unknown>> };
      const url = Variables['SCREENS_URL'];
      return url === undefined ? [] : [[Properties['FunctionName'], textOf(url)]];
    });

    expect(told).toEqual([
      [
        'permanence-step',
        expect.stringMatching(/^https:\/\/<Intake\w+>\.execute-api\.eu-central-1\.<AWS::URLSuffix>\/live$/),
      ],
      ['permanence-guardian', expect.any(String)],
    ]);
  });

  test('pass every request on as it came in: the function checks it', () => {
    for (const method of methods) {
      expect(method).toMatchObject({ Integration: { Type: 'AWS_PROXY' } });
      expect(method).not.toHaveProperty('RequestValidatorId');
    }
  });

  test('are logged, so that what was accepted can be counted; never with a header or a body', () => {
    const [stage] = resourcesOf(cellA, 'AWS::ApiGateway::Stage');
    const log = stage?.[1].Properties['AccessLogSetting'] as { readonly Format: string } | undefined;

    expect(JSON.parse(log?.Format ?? '')).toMatchObject({ status: '$context.status' });
    expect(log?.Format).not.toMatch(/header|body|authorizer/i);
  });

  test('let a storm of 10,000 alarms a minute through, many times over', () => {
    const [stage] = resourcesOf(cellA, 'AWS::ApiGateway::Stage');

    expect(stage?.[1].Properties['MethodSettings']).toMatchObject([
      { ThrottlingBurstLimit: 5000, ThrottlingRateLimit: 5000, HttpMethod: '*', ResourcePath: '/*' },
    ]);
  });
});
