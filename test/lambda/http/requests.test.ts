import { describe, expect, test } from '@jest/globals';
import type { APIGatewayProxyEvent } from 'aws-lambda';
import { type Handlers, handlerOf } from '../../../lambda/http/requests.ts';

const handlers: Handlers<'intake', undefined> = {
  sendAlarm: () => ({ statusCode: 202, body: 'alarm' }),
  postCloudWatch: () => ({ statusCode: 202, body: 'CloudWatch' }),
  health: () => ({ statusCode: 200, body: 'health' }),
  otherOnAlarms: () => ({ statusCode: 404, body: 'other' }),
  nothingAtRoot: () => ({ statusCode: 404, body: 'root' }),
  nothingThere: () => ({ statusCode: 404, body: 'nothing' }),
};

function asked(httpMethod: string, resource: string, path = resource): APIGatewayProxyEvent {
  return { httpMethod, resource, path } as APIGatewayProxyEvent;
}

async function bodyFor(event: APIGatewayProxyEvent): Promise<string> {
  return (await handlerOf(handlers, event)(event, undefined)).body;
}

describe('a request', () => {
  test.each([
    ['POST', '/v1/alarms', 'alarm'],
    ['POST', '/v1/integrations/cloudwatch/{key}', 'CloudWatch'],
    ['GET', '/v1/health', 'health'],
    ['DELETE', '/', 'root'],
    ['GET', '/{proxy+}', 'nothing'],
  ])('comes to the handler of its route: %s %s', async (method, resource, body) => {
    expect(await bodyFor(asked(method, resource))).toBe(body);
  });

  test('comes to the same handler through a domain whose base path stands before the path', async () => {
    expect(await bodyFor(asked('POST', '/v1/alarms', '/pager/v1/alarms'))).toBe('alarm');
  });

  test.each([
    ['GET', '/v1/incidents'],
    ['GET', '/constructor'],
  ])('of a route that the function does not serve is an error: %s %s', (method, resource) => {
    expect(() => handlerOf(handlers, asked(method, resource))).toThrow(`${method} ${resource}`);
  });
});
