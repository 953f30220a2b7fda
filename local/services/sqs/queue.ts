import type { Resource } from '../../template/resource.ts';
import {
  generatedName,
  knownProperties,
  numberOf,
  onlyKnown,
  optionalTextOf,
  textOf,
} from '../wire/properties.ts';
import { uuid } from '../wire/uuid.ts';

/** A message in a queue: hidden from other receivers until `visibleAt`. */
export interface QueuedMessage {
  readonly id: string;
  readonly body: string;
  readonly sentAt: number;
  receipt: string;
  receives: number;
  visibleAt: number;
}

/** A queue of the templates with its messages, oldest first. */
export interface Queue {
  readonly name: string;
  readonly arn: string;
  readonly visibilitySeconds: number;
  readonly retentionSeconds: number;
  /** How long each message is hidden at first. */
  readonly delaySeconds: number;
  readonly deadLetters: { readonly arn: string; readonly maximumReceives: number } | undefined;
  readonly messages: QueuedMessage[];
}

const known = [
  'DelaySeconds',
  'MaximumMessageSize',
  'MessageRetentionPeriod',
  'QueueName',
  'ReceiveMessageWaitTimeSeconds', // nothing waits here: an empty queue answers at once
  'RedriveAllowPolicy',
  'RedrivePolicy',
  'SqsManagedSseEnabled',
  'Tags',
  'VisibilityTimeout',
];

/** Reads AWS::SQS::Queue. Defaults: SQS API reference, SetQueueAttributes. */
export function queueOf(resource: Resource): Queue {
  const properties = knownProperties(resource, known);
  const name = optionalTextOf(properties, 'QueueName') ?? generatedName(resource);
  return {
    name,
    arn: `arn:aws:sqs:${resource.region}:${resource.account}:${name}`,
    visibilitySeconds: numberOf(properties, 'VisibilityTimeout', 30),
    retentionSeconds: numberOf(properties, 'MessageRetentionPeriod', 345_600),
    delaySeconds: numberOf(properties, 'DelaySeconds', 0),
    deadLetters: deadLettersOf(properties['RedrivePolicy']),
    messages: [],
  };
}

function deadLettersOf(redrivePolicy: unknown): Queue['deadLetters'] {
  if (redrivePolicy === undefined) return undefined;
  const properties = onlyKnown(redrivePolicy, ['deadLetterTargetArn', 'maxReceiveCount']);
  return {
    arn: textOf(properties, 'deadLetterTargetArn'),
    maximumReceives: numberOf(properties, 'maxReceiveCount', 10),
  };
}

export function put(queue: Queue, body: string, now: number, random: () => number): QueuedMessage {
  const message = {
    id: uuid(random),
    body,
    sentAt: now,
    receipt: '',
    receives: 0,
    visibleAt: now + queue.delaySeconds * 1000,
  };
  queue.messages.push(message);
  return message;
}

/** Returns messages and hides them. A message that was received too often moves to the dead-letter queue. */
export function take(
  queue: Queue,
  {
    now,
    most,
    hiddenSeconds,
  }: { readonly now: number; readonly most: number; readonly hiddenSeconds: number },
  { bury, random }: { readonly bury: (message: QueuedMessage) => void; readonly random: () => number },
): readonly QueuedMessage[] {
  const taken: QueuedMessage[] = [];
  for (const message of visible(queue, now)) {
    if (taken.length === most) break;
    if (queue.deadLetters !== undefined && message.receives >= queue.deadLetters.maximumReceives) {
      remove(queue, message.receipt);
      bury(message);
      continue;
    }
    message.receives++;
    message.receipt = uuid(random);
    message.visibleAt = now + hiddenSeconds * 1000;
    taken.push(message);
  }
  return taken;
}

/** Drops messages that are older than the retention period. */
export function visible(queue: Queue, now: number): readonly QueuedMessage[] {
  const expired = queue.messages.filter(({ sentAt }) => sentAt + queue.retentionSeconds * 1000 <= now);
  for (const message of expired) queue.messages.splice(queue.messages.indexOf(message), 1);
  return queue.messages.filter(({ visibleAt }) => visibleAt <= now);
}

/** Only the latest receipt removes a message. */
export function remove(queue: Queue, receipt: string): void {
  const index = queue.messages.findIndex((message) => message.receipt === receipt);
  if (index >= 0) queue.messages.splice(index, 1);
}
