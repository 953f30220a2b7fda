import { beforeEach, describe, expect, test } from '@jest/globals';
import { type AwsAnswer, type AwsCall, isAwsError } from '../../../local/kernel/service.ts';
import { s3Service } from '../../../local/services/s3.ts';
import { resource, stage } from './stage.ts';

let world: ReturnType<typeof stage>;
let service: ReturnType<typeof s3Service>;

beforeEach(() => {
  world = stage();
  service = s3Service(world.parts);
  service.resourceTypes['AWS::S3::Bucket']?.(
    resource('AWS::S3::Bucket', {
      BucketName: 'organization',
      VersioningConfiguration: { Status: 'Enabled' },
    }),
  );
});

function callOf(method: string, path: string, more: Partial<AwsCall> = {}): AwsCall {
  return {
    service: 's3',
    region: 'eu-central-1',
    caller: { kind: 'account' },
    method,
    path,
    query: new URLSearchParams(),
    headers: {},
    body: Buffer.from(''),
    ...more,
  };
}

async function answerTo(call: AwsCall, { drop } = { drop: false }): Promise<AwsAnswer | undefined> {
  try {
    return await service.aws?.perform(call, { drop });
  } catch (error) {
    if (isAwsError(error)) return service.aws?.failure(call, error);
    throw error;
  }
}
const put = (text: string, headers = {}) =>
  answerTo(callOf('PUT', '/organization/v1/org%20file.json', { body: Buffer.from(text), headers }));
const get = (more: Partial<AwsCall> = {}) =>
  answerTo(callOf('GET', '/organization/v1/org%20file.json', more));

describe('an object', () => {
  test('is read as it was written', async () => {
    await put('{"version":1}', { 'content-type': 'application/json' });

    const answer = await get();

    expect(answer).toMatchObject({ status: 200, headers: { 'content-type': 'application/json' } });
    expect(String(answer?.body)).toBe('{"version":1}');
  });

  test('that does not exist is NoSuchKey', async () => {
    expect(await get()).toMatchObject({
      status: 404,
      body: expect.stringContaining('<Code>NoSuchKey</Code>'),
    });
  });

  test('that does not exist is denied to a caller that may not list the bucket', async () => {
    world.refused.add('s3:ListBucket');

    expect(await get()).toMatchObject({
      status: 403,
      body: expect.stringContaining('<Code>AccessDenied</Code>'),
    });
    expect(world.asked[0]?.permission).toEqual({
      action: 's3:ListBucket',
      resource: 'arn:aws:s3:::organization',
    });
  });

  test('is not written again when the request says that it must not exist', async () => {
    await put('first');

    expect(await put('second', { 'if-none-match': '*' })).toMatchObject({ status: 412 });
    expect(String((await get())?.body)).toBe('first');
  });

  test('is not sent again to a client that has it', async () => {
    const etag = (await put('first'))?.headers?.['etag'] ?? '';

    expect(await get({ headers: { 'if-none-match': etag } })).toMatchObject({ status: 304 });
  });

  test('is lost while objects are dropped', async () => {
    const call = callOf('PUT', '/organization/lost', { body: Buffer.from('x') });

    expect(await answerTo(call, { drop: true })).toMatchObject({ status: 200 });
    expect(await answerTo(callOf('HEAD', '/organization/lost'))).toEqual({
      status: 404,
      headers: { 'content-type': 'application/xml' },
    });
  });

  test('needs a permission for its own key', () => {
    expect(service.aws?.permissions(callOf('GET', '/organization/v1/org%20file.json'))).toEqual([
      { action: 's3:GetObject', resource: 'arn:aws:s3:::organization/v1/org file.json' },
    ]);
  });
});

describe('a bucket', () => {
  test('redirects a request to another region', async () => {
    expect(await get({ region: 'eu-west-2' })).toMatchObject({ status: 301 });
  });

  test('that does not exist is NoSuchBucket', async () => {
    expect(await answerTo(callOf('GET', '/other/key'))).toMatchObject({
      status: 404,
      body: expect.stringContaining('NoSuchBucket'),
    });
  });

  test.each([
    ['listing', callOf('GET', '/organization')],
    ['deleting', callOf('DELETE', '/organization/key')],
    ['a sub-resource', callOf('GET', '/organization/key', { query: new URLSearchParams('acl=') })],
  ])('does not know %s', (_, call) => {
    expect(() => service.aws?.operation(call)).toThrow('does not know');
  });

  test('is refused for an unknown property', () => {
    const template = resource('AWS::S3::Bucket', { WebsiteConfiguration: {} });

    expect(() => service.resourceTypes['AWS::S3::Bucket']?.(template)).toThrow('WebsiteConfiguration');
  });
});
