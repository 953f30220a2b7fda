import { createVerify } from 'node:crypto';
import * as z from 'zod/mini';
import { objectIn } from './raw-event.ts';

/** The members of every SNS message over HTTPS, with the signature that proves that it comes from SNS. */
const signed = {
  MessageId: z.string(),
  TopicArn: z.string(),
  Timestamp: z.string(),
  Message: z.string(),
  SignatureVersion: z.string(),
  Signature: z.string(),
  SigningCertURL: z.string(),
};

const notification = z.object({
  ...signed,
  Type: z.literal('Notification'),
  Subject: z.optional(z.nullable(z.string())),
});

const handshake = z.object({
  ...signed,
  Type: z.enum(['SubscriptionConfirmation', 'UnsubscribeConfirmation']),
  Token: z.string(),
  SubscribeURL: z.string(),
});

/** What SNS posts to an HTTPS endpoint. Source: SNS developer guide, "HTTP/HTTPS notification JSON format". */
export type SnsMessage = z.infer<typeof notification> | z.infer<typeof handshake>;

/** Reads a posted body. Undefined if it is no SNS message. The signature is not checked yet. */
export function readSnsMessage(body: string): SnsMessage | undefined {
  const object = objectIn(body);
  const parsed = z.safeParse(z.union([notification, handshake]), object);
  return parsed.success ? parsed.data : undefined;
}

/** The members that are signed, in the order of their bytes. Source: SNS developer guide, "Verifying the signatures". */
const signedOfNotification = 'Message MessageId Subject Timestamp TopicArn Type'.split(' ');
const signedOfHandshake = 'Message MessageId SubscribeURL Timestamp Token TopicArn Type'.split(' ');

/** The text that SNS signs: each member's name and value on a line of its own. A notification without a subject leaves it out. */
export function stringToSign(message: SnsMessage): string {
  const members: Readonly<Record<string, unknown>> = message;
  const names = message.Type === 'Notification' ? signedOfNotification : signedOfHandshake;
  return names
    .filter((name) => typeof members[name] === 'string')
    .map((name) => `${name}\n${members[name]}\n`)
    .join('');
}

/** The algorithm of each signature version. A topic starts with 1, and its owner can choose 2. */
const algorithms: ReadonlyMap<string, string> = new Map([
  ['1', 'RSA-SHA1'],
  ['2', 'RSA-SHA256'],
]);

/**
 * Whether the owner of the certificate signed exactly this message. It proves only that SNS sent it, since any customer of AWS
 * can make SNS sign. The topic shows whose message it is.
 */
export function isSignedBy(message: SnsMessage, certificatePem: string): boolean {
  const algorithm = algorithms.get(message.SignatureVersion);
  if (algorithm === undefined) return false;
  return createVerify(algorithm)
    .update(stringToSign(message))
    .verify(certificatePem, Buffer.from(message.Signature, 'base64'));
}

/** The hosts of SNS, in any region and partition. Nobody else can have a certificate for them. */
const snsHost = /^sns\.[a-z0-9-]{3,}\.amazonaws\.com(\.cn)?$/;
const certificatePath = /^\/SimpleNotificationService-[a-zA-Z0-9]{32}\.pem$/;

/** Where to fetch the certificate. Undefined when the message names a host that is not of SNS. */
export function certificateUrl({ SigningCertURL }: SnsMessage): string | undefined {
  const url = urlOfSns(SigningCertURL);
  return url !== undefined && certificatePath.test(url.pathname) && url.search === '' ? url.href : undefined;
}

/** Where to confirm the subscription. Undefined when the URL is not of SNS or confirms another topic. */
export function confirmationUrl(message: SnsMessage): string | undefined {
  if (message.Type !== 'SubscriptionConfirmation') return undefined;
  const url = urlOfSns(message.SubscribeURL);
  const isMeant =
    url?.pathname === '/' &&
    url.searchParams.get('Action') === 'ConfirmSubscription' &&
    url.searchParams.get('TopicArn') === message.TopicArn;
  return isMeant ? url.href : undefined;
}

function urlOfSns(text: string): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isPlain = url?.protocol === 'https:' && url.port === '' && url.username === '' && url.password === '';
  return url !== undefined && isPlain && snsHost.test(url.hostname) ? url : undefined;
}
