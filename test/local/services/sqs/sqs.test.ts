import {
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sqsService } from '../../../../local/services/sqs/sqs.ts';
import { resource, serve, stage } from '../stage.ts';

const region = 'eu-central-1';
const { parts, clock, refused, told } = stage();
const service = sqsService(parts, () => server.url);
const queueArn = (name: string) => `arn:aws:sqs:${region}:000000000000:${name}`;
const function_ = {
  kind: 'role',
  roleArn: 'arn:aws:iam::000000000000:role/answer',
  sessionName: 'answer',
  region,
} as const;

let server: Awaited<ReturnType<typeof serve>>;
let client: SQSClient;
let queueUrl: string;
let count = 0;

beforeAll(async () => {
  server = await serve(service.aws);
  client = new SQSClient(server.client(region));
});
afterAll(() => server.close());

beforeEach(() => {
  queueUrl = queue({ QueueName: `queue-${++count}`, VisibilityTimeout: 60 });
});

function queue(properties: Readonly<Record<string, unknown>>): string {
  return service.resourceTypes['AWS::SQS::Queue']?.(resource('AWS::SQS::Queue', properties)).ref ?? '';
}
const send = (MessageBody: string) =>
  client.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody }));
const receive = async (QueueUrl = queueUrl) =>
  (await client.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: 20 })))
    .Messages ?? [];

describe('a queue', () => {
  test('returns what was sent, with the checksums that the client verifies', async () => {
    await send('first: é');
    await send('second');

    const messages = await receive();

    expect(messages.map(({ Body }) => Body)).toEqual(['first: é', 'second']);
  });

  test('hides a received message until its visibility timeout has passed on the clock of the cloud', async () => {
    await send('once');
    await receive();

    expect(await receive()).toEqual([]);
    clock.advance(60);
    expect(await receive()).toHaveLength(1);
  });

  test('forgets a deleted message', async () => {
    await send('delete me');
    const [message] = await receive();

    await client.send(
      new DeleteMessageCommand({ QueueUrl: queueUrl, ReceiptHandle: message?.ReceiptHandle }),
    );
    clock.advance(60);

    expect(await receive()).toEqual([]);
  });

  test('keeps a message when the receipt for its deletion is not the latest', async () => {
    await send('keep me');
    const [first] = await receive();
    clock.advance(60);
    await receive();

    await client.send(new DeleteMessageCommand({ QueueUrl: queueUrl, ReceiptHandle: first?.ReceiptHandle }));
    clock.advance(60);

    expect(await receive()).toHaveLength(1);
  });

  test('counts the waiting and the hidden messages', async () => {
    await send('a');
    await client.send(new ReceiveMessageCommand({ QueueUrl: queueUrl }));
    await send('b');

    const { Attributes } = await client.send(
      new GetQueueAttributesCommand({
        QueueUrl: queueUrl,
        AttributeNames: ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'],
      }),
    );

    expect(Attributes).toEqual({
      ApproximateNumberOfMessages: '1',
      ApproximateNumberOfMessagesNotVisible: '1',
    });
  });

  test('is found by its name', async () => {
    const { QueueUrl } = await client.send(new GetQueueUrlCommand({ QueueName: `queue-${count}` }));

    expect(QueueUrl).toBe(queueUrl);
  });

  test('that does not exist is refused as in AWS', async () => {
    const wrong = client.send(new GetQueueUrlCommand({ QueueName: 'none' }));

    await expect(wrong).rejects.toMatchObject({ name: 'QueueDoesNotExist' });
  });

  test('moves a message that was received too often to its dead-letter queue', async () => {
    const graveyard = queue({ QueueName: 'graveyard' });
    queueUrl = queue({
      QueueName: 'impatient',
      VisibilityTimeout: 1,
      RedrivePolicy: { deadLetterTargetArn: queueArn('graveyard'), maxReceiveCount: 1 },
    });
    await send('poison');
    await receive();
    clock.advance(1);

    expect(await receive()).toEqual([]);
    expect((await receive(graveyard)).map(({ Body }) => Body)).toEqual(['poison']);
  });
});

describe('sending from inside the cloud', () => {
  test('puts the message into the queue', async () => {
    service.queues.send(queueArn(`queue-${count}`), 'dead letter', function_);

    expect((await receive()).map(({ Body }) => Body)).toEqual(['dead letter']);
  });

  test('needs the permission of the queue or of the role', async () => {
    refused.add('sqs:SendMessage');

    service.queues.send(queueArn(`queue-${count}`), 'dead letter', function_);

    refused.clear();
    expect(await receive()).toEqual([]);
    expect(told.at(-1)).toContain('is lost');
  });
});

test('a first-in-first-out queue is not supported', () => {
  expect(() => queue({ QueueName: 'q.fifo', FifoQueue: true })).toThrow('FifoQueue');
});
