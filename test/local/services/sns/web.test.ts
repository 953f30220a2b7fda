import { createVerify, X509Certificate } from 'node:crypto';
import { beforeEach, describe, expect, test } from '@jest/globals';
import type { AwsCall } from '../../../../local/kernel/service.ts';
import { phoneBook } from '../../../../local/phones/phone-book.ts';
import { snsService } from '../../../../local/services/sns/sns.ts';
import { resource, stage } from '../stage.ts';

const region = 'eu-central-1';
const topicArn = `arn:aws:sns:${region}:000000000000:alarms`;
const deadLetterArn = `arn:aws:sqs:${region}:000000000000:dead`;

interface Posted {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly message: Readonly<Record<string, string>>;
}

let world: ReturnType<typeof stage>;
let sns: ReturnType<typeof snsService>;
let posted: Posted[];
/** What the web server answers. Undefined: no answer. */
let status: number | undefined;

beforeEach(() => {
  world = stage();
  posted = [];
  status = 200;
  sns = snsService(world.parts, phoneBook([], world.clock), (url, headers, body) => {
    posted.push({ url, headers, message: JSON.parse(body) });
    return status === undefined ? new Promise(() => {}) : Promise.resolve(status);
  });
});

function subscribe(version = '1') {
  const { 'AWS::SNS::Topic': topic, 'AWS::SNS::Subscription': subscription } = sns.resourceTypes;
  topic?.(resource('AWS::SNS::Topic', { TopicName: 'alarms', SignatureVersion: version }));
  const to = { TopicArn: topicArn, Protocol: 'https', Endpoint: 'https://shop.test/alarms' };
  const RedrivePolicy = { deadLetterTargetArn: deadLetterArn };
  subscription?.(resource('AWS::SNS::Subscription', { ...to, RedrivePolicy }));
}

async function get(url: string) {
  const { pathname: path, searchParams: query } = new URL(url);
  const call = { method: 'GET', path, query, region, service: 'sns', body: Buffer.from('') };
  return sns.aws?.perform(call as AwsCall, { drop: false });
}

async function confirm() {
  await get(String(posted[0]?.message['SubscribeURL']));
}

async function publish(Message: string) {
  const form = new URLSearchParams({ Action: 'Publish', TopicArn: topicArn, Message });
  const call = { method: 'POST', region, service: 'sns', body: Buffer.from(form.toString()) };
  await sns.aws?.perform(call as AwsCall, { drop: false });
  await settled();
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

async function skip(seconds: number) {
  world.clock.advance(seconds);
  await settled();
}

describe('a web server that is subscribed', () => {
  test('is asked to confirm first, and gets nothing before it has', async () => {
    subscribe();
    await publish('too early');

    expect(posted.map(({ message }) => message['Type'])).toEqual(['SubscriptionConfirmation']);
    expect(posted[0]?.headers).toMatchObject({ 'x-amz-sns-message-type': 'SubscriptionConfirmation' });
  });

  test('is asked again when it is subscribed again, until it has confirmed', async () => {
    subscribe();
    subscribe();
    await confirm();
    subscribe();

    expect(posted).toHaveLength(2);
  });

  test('gets the messages once it has confirmed', async () => {
    subscribe();
    await confirm();
    await publish('hello');

    expect(posted[1]?.message).toMatchObject({ Type: 'Notification', Message: 'hello', TopicArn: topicArn });
    expect(posted[1]?.headers).toMatchObject({ 'content-type': 'text/plain; charset=UTF-8' });
  });

  test('cannot confirm with another token', async () => {
    subscribe();
    const url = String(posted[0]?.message['SubscribeURL']).replace(/Token=\w+/, 'Token=guessed');

    await expect(get(url)).rejects.toThrow('Token');
  });

  test.each([
    ['1', 'RSA-SHA1'],
    ['2', 'RSA-SHA256'],
  ])(
    'can check signatures of version %s with the certificate that SNS serves',
    async (version, algorithm) => {
      subscribe(version);
      await confirm();
      await publish('hello');

      const message: Posted['message'] = posted[1]?.message ?? {};
      const names = ['Message', 'MessageId', 'Timestamp', 'TopicArn', 'Type'];
      const text = names.map((name) => `${name}\n${message[name]}\n`).join('');
      const pem = String((await get(String(message['SigningCertURL'])))?.body);
      expect(new X509Certificate(pem).subject).toBe('CN=sns.amazonaws.com');
      expect(message['SignatureVersion']).toBe(version);
      expect(createVerify(algorithm).update(text).verify(pem, String(message['Signature']), 'base64')).toBe(
        true,
      );
    },
  );
});

describe('a web server that does not take a message', () => {
  beforeEach(async () => {
    subscribe();
    await confirm();
  });
  const messages = () => posted.slice(1).map(({ message }) => message);

  test('gets the same message again, three times 20 seconds apart; then it is a dead letter', async () => {
    status = 503;
    await publish('hello');
    for (let retry = 0; retry < 10; retry++) await skip(20);

    expect(messages()).toHaveLength(4);
    expect(new Set(messages().map(({ MessageId }) => MessageId)).size).toBe(1);
    expect(world.queued).toMatchObject([{ queueArn: deadLetterArn }]);
  });

  test('counts as having taken it when its answer is 4xx', async () => {
    status = 403;
    await publish('hello');
    for (let retry = 0; retry < 10; retry++) await skip(20);

    expect(messages()).toHaveLength(1);
    expect(world.queued).toEqual([]);
  });

  test('gets 15 seconds for its answer', async () => {
    status = undefined;
    await publish('hello');
    await skip(15);
    status = 200;
    await skip(19);
    expect(messages()).toHaveLength(1);
    await skip(1);

    expect(messages()).toHaveLength(2);
    expect(world.queued).toEqual([]);
  });
});
