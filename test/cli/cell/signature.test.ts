import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { signedHeaders } from '../../../cli/cell/signature.ts';

const before = process.env;
beforeEach(() => {
  process.env = { ...before, AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE', AWS_SECRET_ACCESS_KEY: 'secret' };
});
afterEach(() => {
  process.env = before;
});

const request = (url: string) => ({
  method: 'GET',
  url: new URL(`${url}/v1/incidents`),
  headers: {},
  body: undefined,
});

describe('a request to a cell', () => {
  test.each([
    ['https://abc.execute-api.eu-west-2.amazonaws.com/live', 'AKIDEXAMPLE'],
    ['http://127.0.0.1:4600/eu-west-2', 'laptop'],
  ])('is signed for its region: %s', async (url, accessKey) => {
    const headers = await signedHeaders({ url, region: 'eu-west-2' }, request(url));

    expect(headers['authorization']).toMatch(
      new RegExp(`^AWS4-HMAC-SHA256 Credential=${accessKey}/\\d{8}/eu-west-2/execute-api/aws4_request, `),
    );
    expect(headers['authorization']).toMatch(/SignedHeaders=[^,]*\bhost\b/);
  });
});
