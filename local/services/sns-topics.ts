import type { Parts } from '../parts.ts';
import { type AwsError, awsError, type Caller } from '../service.ts';
import type { Resource } from '../template/resource.ts';
import { deadLetterArn, generatedName, knownProperties, optionalTextOf, textOf } from './properties.ts';
import { type Delivery, deliver, type TopicMessage } from './sns-delivery.ts';
import { uuid } from './uuid.ts';

/** The topics, for whoever publishes to one from inside the cloud. */
export interface Topics {
  /** Checks that `caller` may; answers with the id of the message, throws the error with which SNS refuses. */
  publish(topicArn: string, message: Omit<TopicMessage, 'id'>, caller: Caller): string;
}

export interface TopicStore {
  provisionTopic(resource: Resource): { ref: string; attributes: Record<string, string> };
  provisionSubscription(resource: Resource): { ref: string; attributes: Record<string, string> };
  subscribe(topicArn: string, subscription: Omit<Delivery, 'arn' | 'topicArn'>): string;
  /** Sends the message on, without asking whether it may. */
  send(topicArn: string, message: Omit<TopicMessage, 'id'>): string;
  /** Throws when there is no such topic in this region. */
  check(topicArn: string, region: string): void;
}

export function topicStore(parts: Parts): TopicStore {
  const topics = new Map<string, Delivery[]>();
  const subscriptionsOf = (topicArn: string) => topics.get(topicArn) ?? missingTopic();
  const subscribe: TopicStore['subscribe'] = (topicArn, subscription) => {
    const others = subscriptionsOf(topicArn);
    const same = others.find(
      (one) => one.endpoint === subscription.endpoint && one.protocol === subscription.protocol,
    );
    if (same !== undefined) return same.arn;
    const arn = `${topicArn}:${uuid(parts.random)}`;
    others.push({ ...subscription, arn, topicArn });
    return arn;
  };
  return {
    subscribe,
    provisionTopic(resource) {
      const properties = knownProperties(resource, ['TopicName', 'DisplayName', 'SignatureVersion']);
      const name = optionalTextOf(properties, 'TopicName') ?? generatedName(resource);
      const arn = `arn:aws:sns:${resource.region}:${resource.account}:${name}`;
      topics.set(arn, []);
      return { ref: arn, attributes: { TopicArn: arn, TopicName: name } };
    },
    provisionSubscription(resource) {
      const properties = knownProperties(resource, [
        'TopicArn',
        'Protocol',
        'Endpoint',
        'RedrivePolicy',
        'RawMessageDelivery',
      ]);
      const arn = subscribe(textOf(properties, 'TopicArn'), {
        protocol: protocolOf(textOf(properties, 'Protocol')),
        endpoint: textOf(properties, 'Endpoint'),
        isRaw: String(properties['RawMessageDelivery'] ?? false) === 'true',
        deadLetterArn: deadLetterArn(properties['RedrivePolicy']),
      });
      return { ref: arn, attributes: { Arn: arn } };
    },
    send(topicArn, message) {
      const id = uuid(parts.random);
      for (const subscription of subscriptionsOf(topicArn)) deliver(parts, subscription, { ...message, id });
      return id;
    },
    check(topicArn, region) {
      if (!topics.has(topicArn) || topicArn.split(':')[3] !== region) missingTopic();
    },
  };
}

export function protocolOf(protocol: string): Delivery['protocol'] {
  if (protocol === 'lambda' || protocol === 'sqs') return protocol;
  throw new Error(
    `The local cloud does not know subscriptions of protocol ${protocol}; it knows lambda and sqs`,
  );
}

/** Publishing from inside the cloud: another service of AWS, which the topic's policy must allow. */
export function topicsOf(store: TopicStore, { authorizer }: Parts): Topics {
  return {
    publish(topicArn, message, caller) {
      const refusal = authorizer.refusal(caller, { action: 'sns:Publish', resource: topicArn });
      if (refusal !== undefined) throw awsError('AuthorizationError', refusal, { status: 403 });
      return store.send(topicArn, message);
    },
  };
}

function missingTopic(): never {
  const error: AwsError = awsError('NotFound', 'Topic does not exist', { status: 404 });
  throw error;
}
