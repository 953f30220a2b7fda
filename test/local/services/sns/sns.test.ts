import { PublishCommand, SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { AwsCall } from '../../../../local/kernel/service.ts';
import { type PhoneBook, phoneBook } from '../../../../local/phones/phone-book.ts';
import { smsVoiceService } from '../../../../local/services/sms-voice/sms-voice.ts';
import { snsService } from '../../../../local/services/sns/sns.ts';
import { resource, serve, stage } from '../stage.ts';

const an = { number: '+32470000001', owner: 'an', kind: 'responder', language: 'nl' } as const;
const region = 'eu-central-1';
const topicArn = `arn:aws:sns:${region}:000000000000:replies`;
const functionArn = `arn:aws:lambda:${region}:000000000000:function:answer`;
const service = { principal: 'sns.amazonaws.com', kind: 'service', sourceArn: topicArn };

/** No web server is subscribed here: see sns-web.test.ts. */
const post = () => Promise.resolve(undefined);

let world: ReturnType<typeof stage>;
let phones: PhoneBook;
let sns: ReturnType<typeof snsService>;
let client: SNSClient;
let closeServer: () => void;
let live: { current: ReturnType<typeof snsService> };

beforeAll(async () => {
  live = { current: snsService(stage().parts, phoneBook([], stage().clock), post) };
  const aws = live.current.aws;
  if (aws === undefined) throw new Error('SNS is at the port');
  const server = await serve({
    ...aws,
    permissions: (call) => live.current.aws?.permissions(call) ?? [],
    perform: (call, how) => live.current.aws?.perform(call, how) ?? Promise.reject(new Error('gone')),
  });
  client = new SNSClient(server.client(region));
  closeServer = server.close;
});
afterAll(() => closeServer());

beforeEach(() => {
  world = stage();
  phones = phoneBook([an], world.clock);
  sns = snsService(world.parts, phones, post);
  live.current = sns;
  sns.resourceTypes['AWS::SNS::Topic']?.(resource('AWS::SNS::Topic', { TopicName: 'replies' }));
});

function subscribeFunction(properties = {}) {
  sns.resourceTypes['AWS::SNS::Subscription']?.(
    resource('AWS::SNS::Subscription', {
      TopicArn: topicArn,
      Protocol: 'lambda',
      Endpoint: functionArn,
      ...properties,
    }),
  );
}

const number = (properties = {}) =>
  smsVoiceService(world.parts, phones, sns.topics).resourceTypes['AWS::SMSVOICE::PhoneNumber']?.(
    resource('AWS::SMSVOICE::PhoneNumber', {
      IsoCountryCode: 'BE',
      NumberType: 'LONG_CODE',
      NumberCapabilities: ['SMS'],
      MandatoryKeywords: {},
      TwoWay: { Enabled: true, ChannelArn: topicArn },
      ...properties,
    }),
  );

describe('an SMS', () => {
  beforeEach(() => void number());
  const sms = (Message: string, more = {}) =>
    client.send(new PublishCommand({ PhoneNumber: an.number, Message, ...more }));

  test('arrives on the phone of its number', async () => {
    const { MessageId } = await sms('A7K ACME <db-3> & more', {
      MessageAttributes: { 'AWS.SNS.SMS.SMSType': { DataType: 'String', StringValue: 'Transactional' } },
    });

    expect(MessageId).toMatch(/^[0-9a-f-]{36}$/);
    expect(phones.phones()).toEqual([
      {
        ...an,
        calls: [],
        messages: [{ direction: 'in', region, text: 'A7K ACME <db-3> & more', at: world.clock.now() }],
      },
    ]);
  });

  test('of several parts arrives, with the number of parts', async () => {
    await sms(`${'x'.repeat(160)}€`);

    expect(phones.phones()[0]?.messages).toMatchObject([{ parts: 2 }]);
  });

  test('to a number without an owner adds a phone of unknown', async () => {
    await client.send(new PublishCommand({ PhoneNumber: '+32470000099', Message: 'hello' }));

    expect(phones.phones()[1]).toMatchObject({ number: '+32470000099', owner: 'unknown' });
  });

  test.each([
    ['a number without a country', { PhoneNumber: '0470000001' }],
    ['no text', { Message: '' }],
    ['more than 1,600 characters', { Message: 'x'.repeat(1601) }],
    [
      'a number of somebody else as its origin',
      {
        MessageAttributes: { 'AWS.MM.SMS.OriginationNumber': { DataType: 'String', StringValue: '+32460' } },
      },
    ],
  ])('is refused for %s', async (_, more) => {
    await expect(sms('hello', more)).rejects.toMatchObject({ name: 'InvalidParameterException' });
  });

  test('needs a permission for `*`, since it has no ARN, and one for the service that sends it', () => {
    const call = { body: Buffer.from('Action=Publish&PhoneNumber=%2B32470000001&Message=x') } as AwsCall;

    expect(sns.aws?.fault(call)).toBe('sms');
    expect(sns.aws?.permissions(call)).toEqual([
      { action: 'sns:Publish', resource: '*' },
      { action: 'sms-voice:SendTextMessage', resource: '*' },
    ]);
  });

  test('is accepted and lost while SMS are dropped', async () => {
    const call = {
      body: Buffer.from('Action=Publish&PhoneNumber=%2B32470000001&Message=x'),
      region,
    } as AwsCall;

    const answer = await sns.aws?.perform(call, { drop: true });

    expect(answer?.status).toBe(200);
    expect(phones.phones()[0]?.messages).toEqual([]);
  });
});

describe('a topic', () => {
  test('passes a message to its function in the event that Lambda documents', async () => {
    subscribeFunction();

    await client.send(
      new PublishCommand({
        TopicArn: topicArn,
        Message: 'hello',
        MessageAttributes: { source: { DataType: 'String', StringValue: 'test' } },
      }),
    );

    expect(world.enqueued).toMatchObject([
      {
        functionArn,
        caller: service,
        payload: {
          Records: [
            {
              EventSource: 'aws:sns',
              EventVersion: '1.0',
              Sns: {
                Type: 'Notification',
                TopicArn: topicArn,
                Subject: null,
                Message: 'hello',
                Timestamp: '2026-11-23T03:10:20.500Z',
                MessageAttributes: { source: { Type: 'String', Value: 'test' } },
              },
            },
          ],
        },
      },
    ]);
  });

  test('puts a message into the subscription’s dead-letter queue when its function may not get it', async () => {
    const deadLetterTargetArn = `arn:aws:sqs:${region}:000000000000:dead`;
    subscribeFunction({ RedrivePolicy: { deadLetterTargetArn } });
    world.refused.add('lambda:InvokeFunction');

    await client.send(new PublishCommand({ TopicArn: topicArn, Message: 'hello' }));

    expect(world.enqueued).toEqual([]);
    expect(world.queued).toMatchObject([{ queueArn: deadLetterTargetArn, caller: service }]);
  });

  test('accepts subscribers outside the templates', async () => {
    const endpoint = `arn:aws:sqs:${region}:000000000000:copy`;

    const { SubscriptionArn } = await client.send(
      new SubscribeCommand({ TopicArn: topicArn, Protocol: 'sqs', Endpoint: endpoint }),
    );
    await client.send(new PublishCommand({ TopicArn: topicArn, Message: 'hello' }));

    expect(SubscriptionArn).toContain(topicArn);
    expect(JSON.parse(world.queued[0]?.body ?? '')).toMatchObject({ Type: 'Notification', Message: 'hello' });
  });

  test('that does not exist is not found', async () => {
    const publish = client.send(new PublishCommand({ TopicArn: `${topicArn}x`, Message: 'hello' }));

    await expect(publish).rejects.toMatchObject({ name: 'NotFoundException' });
  });

  test('refuses subscriptions of an unknown protocol', () => {
    expect(() => subscribeFunction({ Protocol: 'email' })).toThrow('email');
  });
});

describe('a number of AWS', () => {
  test('is always the same, and a number of its country', () => {
    const { PhoneNumber } = number()?.attributes ?? {};

    expect(PhoneNumber).toMatch(/^\+32460\d{7}$/);
    expect(phones.numbersOf(region)).toMatchObject([{ number: PhoneNumber }]);
  });

  test('passes on an SMS to it, with the id of the message that the SMS answers', async () => {
    const { PhoneNumber } = number()?.attributes ?? {};
    subscribeFunction();
    const { MessageId } = await client.send(new PublishCommand({ PhoneNumber: an.number, Message: 'A7K?' }));

    const sending = phones.send(an.number, { text: ' Yes please' });

    expect(sending).toEqual({ kind: 'sent', to: PhoneNumber, region });
    const event = world.enqueued[0]?.payload as { Records: { Sns: { Message: string } }[] };
    expect(JSON.parse(event.Records[0]?.Sns.Message ?? '')).toEqual({
      originationNumber: an.number,
      destinationNumber: PhoneNumber,
      messageKeyword: 'YES',
      messageBody: ' Yes please',
      inboundMessageId: expect.any(String),
      previousPublishedMessageId: MessageId,
    });
  });

  test('sends an SMS when its own policy allows that to SNS', async () => {
    const { Arn } = number()?.attributes ?? {};
    await client.send(new PublishCommand({ PhoneNumber: an.number, Message: 'A7K?' }));

    expect(phones.phones()[0]?.messages).toHaveLength(1);
    expect(world.asked).toEqual([
      {
        caller: { ...service, sourceArn: `arn:aws:sns:${region}:000000000000:*` },
        permission: { action: 'sms-voice:SendTextMessage', resource: Arn },
      },
    ]);
  });

  test('leaves an SMS accepted and unsent, as in AWS, when SNS may not use it or when it does not exist', async () => {
    const send = () => client.send(new PublishCommand({ PhoneNumber: an.number, Message: 'A7K?' }));
    const withoutNumber = await send();
    number();
    world.refused.add('sms-voice:SendTextMessage');
    const withoutPolicy = await send();

    expect([withoutNumber.MessageId, withoutPolicy.MessageId]).toEqual(Array(2).fill(expect.any(String)));
    expect(phones.phones()[0]?.messages).toEqual([]);
    expect(world.told).toEqual([
      expect.stringContaining('no origination identity available: the account has no number there'),
      expect.stringContaining('no origination identity available: no number there is shared with SNS'),
    ]);
  });

  test('needs the permission of its topic', () => {
    const { PhoneNumber, Arn } = number()?.attributes ?? {};
    subscribeFunction();
    world.refused.add('sns:Publish');

    phones.send(an.number, { text: 'yes', to: PhoneNumber });

    expect(world.enqueued).toEqual([]);
    expect(world.asked[0]).toEqual({
      caller: { kind: 'service', principal: 'sms-voice.amazonaws.com', sourceArn: Arn },
      permission: { action: 'sns:Publish', resource: topicArn },
    });
  });

  test('of a country without numbers here is refused, with the name of the country', () => {
    expect(() => number({ IsoCountryCode: 'ZZ' })).toThrow('ZZ');
  });
});
