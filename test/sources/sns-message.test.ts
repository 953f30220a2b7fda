import { describe, expect, test } from '@jest/globals';
import { snsSigner } from '../../local/services/sns/certificate.ts';
import {
  certificateUrl,
  confirmationUrl,
  isSignedBy,
  readSnsMessage,
  type SnsMessage,
  stringToSign,
} from '../../sources/sns-message.ts';

const signer = snsSigner();
const stranger = snsSigner();
const topicArn = 'arn:aws:sns:eu-west-1:123456789012:alarms';
const certificate =
  'https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-f3ecfb7224c7233fe7bb5f59f96de52f.pem';

const common = {
  MessageId: '22b80b92-fdea-4c2c-8f9d-bdfb0c7bf324',
  TopicArn: topicArn,
  Timestamp: '2026-02-02T12:06:35.523Z',
  SignatureVersion: '1',
  Signature: '',
  SigningCertURL: certificate,
};
const notification = {
  ...{ ...common, Type: 'Notification', Subject: 'ALARM: "web-5xx" in EU (Ireland)' },
  Message: '{"AlarmName":"web-5xx"}',
};
const confirmation = {
  ...{ ...common, Type: 'SubscriptionConfirmation', Token: '2336412f37', Message: 'You have chosen' },
  SubscribeURL: `https://sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription&TopicArn=${topicArn}&Token=2336412f37`,
};

function read(message: object): SnsMessage {
  const found = readSnsMessage(JSON.stringify(message));
  if (found === undefined) throw new Error('it is no message of SNS');
  return found;
}

/** Signs as SNS would, with what the documents say is to be signed. */
function signed(message: { readonly [member: string]: string }, text: string, version = '1') {
  return { ...message, SignatureVersion: version, Signature: signer.sign(text, version) };
}

const textOfNotification = [
  ...['Message', notification.Message, 'MessageId', common.MessageId, 'Subject', notification.Subject],
  ...['Timestamp', common.Timestamp, 'TopicArn', topicArn, 'Type', 'Notification', ''],
].join('\n');

describe('what SNS signs', () => {
  test('is each member’s name and value on lines of their own', () => {
    expect(stringToSign(read(notification))).toBe(textOfNotification);
  });

  test.each([undefined, null])('has no subject where the message has none (%s)', (Subject) => {
    const text = textOfNotification.replace(/Subject\n.*\n/, '');

    expect(stringToSign(read({ ...notification, Subject }))).toBe(text);
  });

  test('of a confirmation is its token and its URL as well', () => {
    expect(
      stringToSign(read(confirmation))
        .split('\n')
        .filter((_, line) => line % 2 === 0),
    ).toEqual([...['Message', 'MessageId', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type', '']]);
  });
});

describe('a signature', () => {
  test.each(['1', '2'])('of version %s is right', (version) => {
    const message = read(signed(notification, textOfNotification, version));

    expect(isSignedBy(message, signer.certificate)).toBe(true);
  });

  test.each(['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn'])(
    'does not cover another %s',
    (name) => {
      const message = read({ ...signed(notification, textOfNotification), [name]: 'changed' });

      expect(isSignedBy(message, signer.certificate)).toBe(false);
    },
  );

  test('by somebody else is wrong', () => {
    expect(isSignedBy(read(signed(notification, textOfNotification)), stranger.certificate)).toBe(false);
  });

  test('of one version does not count as one of the other', () => {
    const message = read({ ...signed(notification, textOfNotification, '2'), SignatureVersion: '1' });

    expect(isSignedBy(message, signer.certificate)).toBe(false);
  });

  test.each(['0', '3', '', 'constructor', '__proto__'])('of version %j is wrong', (version) => {
    const message = read({ ...signed(notification, textOfNotification), SignatureVersion: version });

    expect(isSignedBy(message, signer.certificate)).toBe(false);
  });

  test.each(['', '!!!', 'Zm9yZ2Vk'])('that is %j is wrong', (Signature) => {
    expect(isSignedBy(read({ ...notification, Signature }), signer.certificate)).toBe(false);
  });

  test('that is replayed is right: the same event again is what makes it harmless', () => {
    const message = read(signed(notification, textOfNotification));

    expect([1, 2].map(() => isSignedBy(message, signer.certificate))).toEqual([true, true]);
  });
});

describe('a certificate', () => {
  test.each([
    certificate,
    certificate.replace('eu-west-1', 'us-gov-west-1'),
    certificate.replace('eu-west-1.amazonaws.com', 'cn-north-1.amazonaws.com.cn'),
  ])('is fetched from SNS: %s', (url) => {
    expect(certificateUrl(read({ ...notification, SigningCertURL: url }))).toBe(url);
  });

  test.each([
    ['another host', certificate.replace('amazonaws.com', 'amazonaws.com.evil.test')],
    ['a bucket of somebody', 'https://sns.s3.amazonaws.com/SimpleNotificationService-f3ecfb72.pem'],
    ['a host that only begins so', certificate.replace('sns.', 'sns.evil.')],
    ['a host that only ends so', certificate.replace('sns.', 'evil-sns.')],
    ['no TLS', certificate.replace('https', 'http')],
    ['another port', certificate.replace('.com/', '.com:8443/')],
    ['another user', certificate.replace('https://', 'https://evil.test@')],
    ['another file', certificate.replace('SimpleNotificationService', 'Other')],
    ['a query', `${certificate}?x=1`],
    ['a path up', certificate.replace('/Simple', '/a/../b/Simple')],
    ['no URL', 'certificate.pem'],
  ])('is not fetched from elsewhere: %s', (_what, SigningCertURL) => {
    expect(certificateUrl(read({ ...notification, SigningCertURL }))).toBeUndefined();
  });
});

describe('a confirmation', () => {
  test('asks SNS, for the message’s own topic', () => {
    expect(confirmationUrl(read(confirmation))).toBe(confirmation.SubscribeURL);
  });

  test.each([
    ['another host', confirmation.SubscribeURL.replace('sns.eu-west-1', 'evil.test/sns.eu-west-1')],
    ['another topic', confirmation.SubscribeURL.replace(':alarms', ':others')],
    ['another action', confirmation.SubscribeURL.replace('ConfirmSubscription', 'Unsubscribe')],
  ])('does not ask for %s', (_what, SubscribeURL) => {
    expect(confirmationUrl(read({ ...confirmation, SubscribeURL }))).toBeUndefined();
  });

  test('comes with no notification', () => {
    expect(confirmationUrl(read(notification))).toBeUndefined();
  });
});

describe('a body that is no message of SNS', () => {
  test.each(['', 'disk full!', '[]', 'null', '{}', JSON.stringify({ ...notification, Type: 'Surprise' })])(
    'such as %j is told apart',
    (body) => {
      expect(readSnsMessage(body)).toBeUndefined();
    },
  );

  test('has to have everything that proves it', () => {
    for (const name of Object.keys(notification).filter((each) => each !== 'Subject')) {
      expect(readSnsMessage(JSON.stringify({ ...notification, [name]: undefined }))).toBeUndefined();
    }
  });
});
