import { expect, test } from '@jest/globals';
import type { APIGatewayProxyEvent } from 'aws-lambda';
import { ownAddress } from '../../../lambda/http/problem.ts';

function asked(domainName: string, path: string, headers: Readonly<Record<string, string>>) {
  return { headers, requestContext: { domainName, path } } as unknown as APIGatewayProxyEvent;
}

const https = { 'X-Forwarded-Proto': 'https', 'X-Forwarded-Port': '443' };

test.each([
  [
    'abc.execute-api.eu-central-1.amazonaws.com',
    '/live/v1/x',
    https,
    'https://abc.execute-api.eu-central-1.amazonaws.com/live',
  ],
  ['pager.example.com', '/v1/x', https, 'https://pager.example.com'],
  ['example.com', '/pager/v1/x', {}, 'https://example.com/pager'],
  [
    '127.0.0.1',
    '/eu-west-2/v1/x',
    { 'x-forwarded-proto': 'http', 'x-forwarded-port': '4600' },
    'http://127.0.0.1:4600/eu-west-2',
  ],
])('a cell that is asked through %s%s knows where it is', (domain, path, headers, address) => {
  expect(ownAddress(asked(domain, path, headers), '/v1/x')).toBe(address);
});
