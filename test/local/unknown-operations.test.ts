import { rmSync } from 'node:fs';
import { ConnectClient, DeleteUserCommand } from '@aws-sdk/client-connect';
import { DynamoDBClient, ListBackupsCommand } from '@aws-sdk/client-dynamodb';
import { ListPlatformApplicationsCommand, SNSClient } from '@aws-sdk/client-sns';
import { ListQueuesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type RunningCloud, runningCloud } from './running-cloud.ts';
import { synthesizedSmallApp } from './small-app/small-app.ts';

let assembly: string;
let cloud: RunningCloud;
beforeAll(async () => {
  assembly = await synthesizedSmallApp();
  cloud = await runningCloud(assembly);
});
afterAll(async () => {
  await cloud.cloud.close();
  rmSync(assembly, { recursive: true, force: true });
});

const client = () => ({
  region: 'eu-central-1',
  endpoint: cloud.cloud.url,
  credentials: { accessKeyId: 'laptop', secretAccessKey: 'laptop' },
});

/** Sends a request with the scope of a signature; the local cloud checks no more of it. */
const send = (
  service: string,
  {
    method = 'POST',
    path = '/',
    headers = {},
    body = '',
  }: Partial<Record<'method' | 'path' | 'body', string>> & {
    readonly headers?: Readonly<Record<string, string>>;
  },
) =>
  fetch(`${cloud.cloud.url}${path}`, {
    method,
    headers: {
      ...headers,
      authorization: `AWS4-HMAC-SHA256 Credential=laptop/20261123/eu-central-1/${service}/aws4_request`,
    },
    ...(method === 'GET' ? {} : { body }),
  });

describe('an operation that the local cloud does not know', () => {
  test.each([
    ['the query protocol', () => new SNSClient(client()).send(new ListPlatformApplicationsCommand({}))],
    ['JSON', () => new DynamoDBClient(client()).send(new ListBackupsCommand({}))],
    ['JSON, of queues', () => new SQSClient(client()).send(new ListQueuesCommand({}))],
    [
      'REST with JSON',
      () => new ConnectClient(client()).send(new DeleteUserCommand({ InstanceId: 'a', UserId: 'b' })),
    ],
  ])('is an error that a client of %s understands', async (_protocol, call) => {
    await expect(call()).rejects.toMatchObject({
      name: 'NotKnownInTheLocalCloud',
      message: expect.stringContaining('The local cloud does not know'),
    });
    expect(cloud.told.at(-1)).toContain('NOT KNOWN');
  });

  test('is an error in XML for a client of REST with XML', async () => {
    const answer = await send('s3', { method: 'GET', path: '/bucket', headers: {} });

    expect(answer.status).toBe(501);
    expect(answer.headers.get('content-type')).toBe('application/xml');
    expect(await answer.text()).toContain('<Error><Code>NotKnownInTheLocalCloud</Code>');
  });

  test('is an error in CBOR for a client of that protocol', async () => {
    const answer = await send('monitoring', {
      path: '/service/GraniteServiceVersion20100801/operation/ListDashboards',
      headers: { 'smithy-protocol': 'rpc-v2-cbor', 'content-type': 'application/cbor' },
    });
    const body = Buffer.from(await answer.arrayBuffer());

    expect(answer.headers.get('smithy-protocol')).toBe('rpc-v2-cbor');
    expect([body[0], body[1]]).toEqual([0xa2, 0x79]); // a map of two entries, and the first text
    expect(body.toString('latin1')).toContain('NotKnownInTheLocalCloud');
    expect(body.toString('latin1')).toContain('/operation/ListDashboards');
  });
});

describe('a service that the local cloud does not know', () => {
  test('answers in the query protocol when it is asked in that', async () => {
    const answer = await send('iam', {
      headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
      body: 'Action=ListUsers&Version=2010-05-08',
    });

    expect(await answer.text()).toMatch(
      /^<ErrorResponse .*<Code>NotKnownInTheLocalCloud<\/Code><Message>The local cloud does not know the service iam/,
    );
  });

  test('answers in JSON when it is asked in that', async () => {
    const answer = await send('kms', { headers: { 'x-amz-target': 'TrentService.ListKeys' }, body: '{}' });

    expect(await answer.json()).toMatchObject({ __type: 'NotKnownInTheLocalCloud' });
  });
});
