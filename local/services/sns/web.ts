import type { Parts } from '../../kernel/parts.ts';
import { awsError } from '../../kernel/service.ts';
import { uuid } from '../wire/uuid.ts';
import { type SnsSigner, snsSigner } from './certificate.ts';
import type { Delivery, TopicMessage } from './delivery.ts';
import { type Post, type PostedMessage, postToSubscriber, signed, snsHost } from './posting.ts';

/** The subscribers of SNS that are web servers. */
export interface WebSubscribers {
  /** The key and certificate that sign the messages. */
  readonly signer: SnsSigner;
  /**
   * Asks whether the endpoint wants the messages of the topic. The endpoint confirms by fetching the URL that it
   * gets.
   */
  askToConfirm(subscription: Delivery, signatureVersion: string): void;
  /** Confirms a subscription. Returns its ARN. Throws the error with which SNS refuses. */
  confirm(topicArn: string, token: string): string;
  isConfirmed(subscriptionArn: string): boolean;
  deliver(subscription: Delivery, message: TopicMessage, signatureVersion: string): void;
}

export function webSubscribers(parts: Parts, post: Post): WebSubscribers {
  const signer = snsSigner();
  const tokens = new Map<string, string>();
  const confirmed = new Set<string>();
  const send = ({ endpoint, arn }: Delivery, version: string, message: PostedMessage, giveUp: () => void) => {
    const to = { endpoint, subscriptionArn: arn };
    postToSubscriber({ ...parts, post }, to, signed(signer, version, message), giveUp).catch(
      (error: unknown) =>
        parts.tell(`NOT KNOWN: SNS posts to ${endpoint}: ${error instanceof Error ? error.message : error}`),
    );
  };
  return {
    signer,
    isConfirmed: (subscriptionArn) => confirmed.has(subscriptionArn),
    askToConfirm(subscription, version) {
      const token = `${uuid(parts.random)}${uuid(parts.random)}`.replaceAll('-', '');
      tokens.set(`${subscription.topicArn} ${token}`, subscription.arn);
      send(subscription, version, confirmationRequest(parts, subscription.topicArn, token), () =>
        parts.tell(`${subscription.endpoint} never confirmed its subscription`),
      );
    },
    confirm(topicArn, token) {
      const arn = tokens.get(`${topicArn} ${token}`);
      if (arn === undefined) throw awsError('InvalidParameter', 'Invalid parameter: Token');
      confirmed.add(arn);
      return arn;
    },
    deliver(subscription, message, version) {
      const { deadLetterArn, topicArn } = subscription;
      const notification = notificationOf(parts, subscription, message);
      send(subscription, version, notification, () => {
        if (deadLetterArn === undefined) return parts.tell(`a message of ${topicArn} is lost`);
        const caller = { kind: 'service', principal: 'sns.amazonaws.com', sourceArn: topicArn } as const;
        return parts.queues.send(deadLetterArn, JSON.stringify(notification), caller);
      });
    },
  };
}

function confirmationRequest({ clock, random }: Parts, topicArn: string, token: string): PostedMessage {
  const query = new URLSearchParams({ Action: 'ConfirmSubscription', TopicArn: topicArn, Token: token });
  return {
    Type: 'SubscriptionConfirmation',
    MessageId: uuid(random),
    Token: token,
    TopicArn: topicArn,
    Message: `You have chosen to subscribe to the topic ${topicArn}.\nTo confirm the subscription, visit the SubscribeURL included in this message.`,
    SubscribeURL: `https://${snsHost(topicArn)}/?${query}`,
    Timestamp: new Date(clock.now()).toISOString(),
  };
}

function notificationOf({ clock }: Parts, { arn, topicArn }: Delivery, message: TopicMessage): PostedMessage {
  return {
    Type: 'Notification',
    MessageId: message.id,
    TopicArn: topicArn,
    ...(message.subject !== undefined && { Subject: message.subject }),
    Message: message.text,
    Timestamp: new Date(clock.now()).toISOString(),
    UnsubscribeURL: `https://${snsHost(topicArn)}/?Action=Unsubscribe&SubscriptionArn=${arn}`,
    ...(Object.keys(message.attributes).length > 0 && { MessageAttributes: message.attributes }),
  };
}
