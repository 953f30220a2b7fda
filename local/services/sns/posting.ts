import type { Parts } from '../../kernel/parts.ts';
import type { SnsSigner } from './certificate.ts';

/** Sends a body to a web server of the cloud. Returns the status, or undefined when no answer came. */
export type Post = (
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string,
) => Promise<number | undefined>;

/** The document for a subscriber, before it is signed. */
export interface PostedMessage {
  readonly Type: 'Notification' | 'SubscriptionConfirmation';
  readonly MessageId: string;
  readonly TopicArn: string;
  readonly [member: string]: unknown;
}

export interface PostingParts extends Pick<Parts, 'clock' | 'tell'> {
  readonly post: Post;
}

/** Source: SNS developer guide, "Message delivery retries": without a policy of one's own, 3 retries, 20 seconds apart. */
const retries = 3;
const retryAfterMs = 20_000;

/** SNS waits this long for an answer. Source: the same, "Sending notifications to HTTP endpoints". */
const patienceMs = 15_000;

/**
 * Posts a message to a web server until the server takes it. As in AWS, a status from 200 to 499 counts as taken. SNS
 * tries again after a server error or silence. After the last try the message goes to `giveUp`.
 */
export async function postToSubscriber(
  parts: PostingParts,
  { endpoint, subscriptionArn }: { readonly endpoint: string; readonly subscriptionArn: string },
  message: PostedMessage,
  giveUp: () => void,
): Promise<void> {
  const headers = {
    'content-type': 'text/plain; charset=UTF-8',
    'user-agent': 'Amazon Simple Notification Service Agent',
    'x-amz-sns-message-id': message.MessageId,
    'x-amz-sns-message-type': message.Type,
    'x-amz-sns-subscription-arn': subscriptionArn,
    'x-amz-sns-topic-arn': message.TopicArn,
  };
  const body = JSON.stringify(message);
  for (let tries = 0; tries <= retries; tries++) {
    if (tries > 0) await later(parts, retryAfterMs, `SNS posts to ${endpoint} again`);
    const status = await inTime(parts, parts.post(endpoint, headers, body));
    if (status !== undefined && status >= 200 && status < 500) {
      if (status >= 300) parts.tell(`SNS takes ${status} of ${endpoint} for delivered`);
      return;
    }
    parts.tell(`SNS could not deliver to ${endpoint}: ${status ?? 'no answer'}`);
  }
  giveUp();
}

/**
 * The text that SNS signs: each of these members that exists, name and value on lines of their own. Source:
 * "Verifying the signatures".
 */
const signedMembers = [
  'Message',
  'MessageId',
  'SubscribeURL',
  'Subject',
  'Timestamp',
  'Token',
  'TopicArn',
  'Type',
];

/** The message with its signature and the address of the certificate. */
export function signed(signer: SnsSigner, version: string, message: PostedMessage): PostedMessage {
  const text = signedMembers
    .filter((name) => message[name] !== undefined)
    .map((name) => `${name}\n${message[name]}\n`)
    .join('');
  return {
    ...message,
    SignatureVersion: version,
    Signature: signer.sign(text, version),
    SigningCertURL: `https://${snsHost(message.TopicArn)}${certificatePath}`,
  };
}

/** The address of the certificate on the host of SNS, in each region. */
export const certificatePath = `/SimpleNotificationService-${'0123456789abcdef'.repeat(2)}.pem`;

export function snsHost(topicArn: string): string {
  return `sns.${topicArn.split(':')[3]}.amazonaws.com`;
}

function later({ clock }: PostingParts, ms: number, label: string): Promise<void> {
  return new Promise((resolve) => void clock.at(clock.now() + ms, label, resolve));
}

async function inTime(
  { clock }: PostingParts,
  status: Promise<number | undefined>,
): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const timer = clock.at(clock.now() + patienceMs, 'SNS waits for an answer', () => resolve(undefined));
    const done = () => clock.cancel(timer);
    status.then(resolve, reject).finally(done);
  });
}
