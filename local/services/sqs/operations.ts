import { createHash } from 'node:crypto';
import type { Parts } from '../../kernel/parts.ts';
import { awsError } from '../../kernel/service.ts';
import { type Document, requiredText } from '../wire/json-protocol.ts';
import { put, type Queue, remove, take, visible } from './queue.ts';

/** The largest number of messages in one call. Source: SQS API reference, ReceiveMessage. */
const mostPerCall = 10;

/** The queue that a call names, and the queues to which its messages may move. */
export interface Chosen {
  readonly parts: Parts;
  readonly queues: Map<string, Queue>;
  readonly queue: Queue;
}

/** What the operations on one queue do. */
export function carryOut(chosen: Chosen, operation: string, request: Document): Document {
  const { parts, queue } = chosen;
  switch (operation) {
    case 'SendMessage': {
      const message = put(queue, requiredText(request, 'MessageBody'), parts.clock.now(), parts.random);
      return { MessageId: message.id, MD5OfMessageBody: md5(message.body) };
    }
    case 'ReceiveMessage':
      return receive(chosen, request);
    case 'DeleteMessage':
      remove(queue, requiredText(request, 'ReceiptHandle'));
      return {};
    case 'GetQueueAttributes':
      return { Attributes: attributesOf(queue, parts.clock.now(), request['AttributeNames']) };
    default:
      throw new Error(`${operation} is known, and yet not carried out`);
  }
}

function receive({ parts, queues, queue }: Chosen, request: Document): Document {
  const now = parts.clock.now();
  const most = Number(request['MaxNumberOfMessages'] ?? 1);
  if (most < 1 || most > mostPerCall) {
    throw awsError('InvalidParameterValue', `MaxNumberOfMessages must be between 1 and ${mostPerCall}`);
  }
  const hiddenSeconds = Number(request['VisibilityTimeout'] ?? queue.visibilitySeconds);
  const graveyard = queue.deadLetters && queues.get(queue.deadLetters.arn);
  const taken = take(
    queue,
    { now, most, hiddenSeconds },
    { random: parts.random, bury: ({ body }) => graveyard && put(graveyard, body, now, parts.random) },
  );
  if (taken.length === 0) return {};
  return {
    Messages: taken.map((message) => ({
      MessageId: message.id,
      ReceiptHandle: message.receipt,
      Body: message.body,
      MD5OfBody: md5(message.body),
      Attributes: {
        ApproximateReceiveCount: String(message.receives),
        SentTimestamp: String(message.sentAt),
      },
    })),
  };
}

function attributesOf(queue: Queue, now: number, names: unknown): Readonly<Record<string, string>> {
  const waiting = visible(queue, now).length;
  const all: Readonly<Record<string, string>> = {
    ApproximateNumberOfMessages: String(waiting),
    ApproximateNumberOfMessagesDelayed: '0',
    ApproximateNumberOfMessagesNotVisible: String(queue.messages.length - waiting),
    MessageRetentionPeriod: String(queue.retentionSeconds),
    QueueArn: queue.arn,
    VisibilityTimeout: String(queue.visibilitySeconds),
  };
  const wanted = Array.isArray(names) ? names.map(String) : [];
  if (wanted.includes('All')) return all;
  const unknown = wanted.filter((name) => !(name in all));
  if (unknown.length > 0)
    throw new Error(`The local cloud does not know the queue attributes ${unknown.join(', ')}`);
  return Object.fromEntries(wanted.map((name) => [name, all[name] ?? '']));
}

function md5(text: string): string {
  return createHash('md5').update(text).digest('hex');
}
