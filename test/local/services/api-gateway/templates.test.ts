import { describe, expect, test } from '@jest/globals';
import { anApi, apiTemplate, gatewayResponse, Integration } from '../../an-api.ts';

const RestApiId = { Ref: 'Api' };

function aMethod(properties: object): object {
  const ResourceId = { 'Fn::GetAtt': ['Api', 'RootResourceId'] };
  const defaults = { RestApiId, ResourceId, HttpMethod: 'PUT', AuthorizationType: 'NONE', Integration };
  return { Type: 'AWS::ApiGateway::Method', Properties: { ...defaults, ...properties } };
}

describe('an API that the local cloud does not support', () => {
  test.each([
    [
      'an authorizer',
      aMethod({ AuthorizationType: 'COGNITO_USER_POOLS' }),
      'COGNITO_USER_POOLS is not known',
    ],
    ['API keys', aMethod({ ApiKeyRequired: true }), 'API keys are not known'],
    ['a mock', aMethod({ Integration: { ...Integration, Type: 'MOCK' } }), 'type MOCK'],
    ['a model', aMethod({ RequestModels: {} }), 'RequestModels'],
    [
      'a function by another address',
      aMethod({ Integration: { ...Integration, Uri: 'x' } }),
      'invokes no function: x',
    ],
    [
      'a time-out above the limit',
      aMethod({ Integration: { ...Integration, TimeoutInMillis: 29_001 } }),
      '29000',
    ],
    ['an unknown type of response', gatewayResponse('TEAPOT', {}), 'TEAPOT is not known'],
    [
      'a header taken from the request',
      gatewayResponse('THROTTLED', {
        ResponseParameters: { 'gatewayresponse.header.A': 'method.request.header.A' },
      }),
      'method.request.header.A is not known',
    ],
    [
      'an unknown variable in a text',
      gatewayResponse('THROTTLED', { ResponseTemplates: { 'application/json': '{"a":"$context.stage"}' } }),
      '$context.stage is not known',
    ],
    [
      'another content type',
      gatewayResponse('THROTTLED', { ResponseTemplates: { 'text/html': '' } }),
      'not known here: text/html',
    ],
    [
      'a second API',
      { Type: 'AWS::ApiGateway::RestApi', Properties: { Name: 'b' } },
      'only one is known here',
    ],
    [
      'an API without address',
      { Type: 'AWS::ApiGateway::RestApi', Properties: { DisableExecuteApiEndpoint: true } },
      'without its own address',
    ],
    [
      'a request validator',
      { Type: 'AWS::ApiGateway::RequestValidator', Properties: {} },
      'AWS::ApiGateway::RequestValidator',
    ],
  ])('is refused: %s', (_, resource, message) => {
    expect(() => anApi(apiTemplate(['GET /'], { More: resource }))).toThrow(message);
  });

  test('is refused when a method is made after its deployment', () => {
    const DependsOn = ['Deployment'];
    const late = { ...aMethod({}), DependsOn };
    const { Resources } = apiTemplate(['GET /']) as { Resources: object };

    expect(() => anApi({ Resources: { ...Resources, Late: late } })).toThrow('which must depend on it');
  });
});
