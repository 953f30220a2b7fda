import type { Parts } from '../../kernel/parts.ts';

/** A message that is published to a topic. */
export interface TopicMessage {
  readonly id: string;
  readonly subject: string | undefined;
  readonly text: string;
  readonly attributes: Readonly<Record<string, { readonly Type: string; readonly Value: string }>>;
}

/** A subscription: where the messages of a topic go. */
export interface Delivery {
  readonly arn: string;
  readonly topicArn: string;
  readonly protocol: 'http' | 'https' | 'lambda' | 'sqs';
  readonly endpoint: string;
  readonly isRaw: boolean;
  readonly deadLetterArn: string | undefined;
}

/**
 * Delivers one message to a function or a queue, as SNS itself. The policy of the function or queue must allow that.
 */
export function deliver(parts: Parts, subscription: Delivery, message: TopicMessage): void {
  const caller = {
    kind: 'service',
    principal: 'sns.amazonaws.com',
    sourceArn: subscription.topicArn,
  } as const;
  const notification = notificationOf(parts, subscription, message);
  if (subscription.protocol === 'sqs') {
    parts.queues.send(
      subscription.endpoint,
      subscription.isRaw ? message.text : JSON.stringify(notification),
      caller,
    );
    return;
  }

  const needed = { action: 'lambda:InvokeFunction', resource: subscription.endpoint };
  const refusal = parts.authorizer.refusal(caller, needed);
  if (refusal === undefined) {
    parts.functions.enqueue(subscription.endpoint, lambdaEvent(subscription, notification), caller);
    return;
  }
  parts.tell(`${subscription.topicArn} cannot reach ${subscription.endpoint}: ${refusal}`);
  if (subscription.deadLetterArn !== undefined) {
    parts.queues.send(subscription.deadLetterArn, JSON.stringify(notification), caller);
  }
}

function notificationOf({ clock }: Parts, { arn, topicArn }: Delivery, message: TopicMessage) {
  const region = topicArn.split(':')[3];
  return {
    Type: 'Notification',
    MessageId: message.id,
    TopicArn: topicArn,
    ...(message.subject !== undefined && { Subject: message.subject }),
    Message: message.text,
    Timestamp: new Date(clock.now()).toISOString(),
    SignatureVersion: '1',
    Signature: 'unsigned',
    SigningCertURL: `https://sns.${region}.amazonaws.com/SimpleNotificationService-local.pem`,
    UnsubscribeURL: `https://sns.${region}.amazonaws.com/?Action=Unsubscribe&SubscriptionArn=${arn}`,
    MessageAttributes: message.attributes,
  };
}

/**
 * Source: Lambda developer guide, using Lambda with Amazon SNS. Two names in the event are spelt differently than for
 * queues.
 */
function lambdaEvent({ arn }: Delivery, notification: ReturnType<typeof notificationOf>) {
  const { SigningCertURL, UnsubscribeURL, ...rest } = notification;
  return {
    Records: [
      {
        EventSource: 'aws:sns',
        EventVersion: '1.0',
        EventSubscriptionArn: arn,
        Sns: {
          ...rest,
          Subject: rest.Subject ?? null,
          SigningCertUrl: SigningCertURL,
          UnsubscribeUrl: UnsubscribeURL,
        },
      },
    ],
  };
}
