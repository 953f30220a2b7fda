import type { Parts } from '../../kernel/parts.ts';
import { type AwsError, awsError, type Caller } from '../../kernel/service.ts';
import type { Resource } from '../../template/resource.ts';
import { deadLetterArn, generatedName, knownProperties, optionalTextOf, textOf } from '../wire/properties.ts';
import { uuid } from '../wire/uuid.ts';
import { type Delivery, deliver, type TopicMessage } from './delivery.ts';
import type { WebSubscribers } from './web.ts';

/** The topics, for other services of the cloud that publish to one. */
export interface Topics {
  /** Checks whether `caller` may publish. Returns the id of the message. Throws the error with which SNS refuses. */
  publish(topicArn: string, message: Omit<TopicMessage, 'id'>, caller: Caller): string;
}

/** A topic. */
interface Topic {
  readonly signatureVersion: string;
  readonly subscriptions: Delivery[];
}

export interface TopicStore {
  /** Makes a topic, or finds the one with this name. Returns its ARN. */
  create(region: string, name: string, signatureVersion: string | undefined): string;
  provisionTopic(resource: Resource): { ref: string; attributes: Record<string, string> };
  provisionSubscription(resource: Resource): { ref: string; attributes: Record<string, string> };
  subscribe(topicArn: string, subscription: Omit<Delivery, 'arn' | 'topicArn'>): string;
  unsubscribe(subscriptionArn: string): void;
  subscriptionsIn(region: string): readonly (Delivery & { readonly isConfirmed: boolean })[];
  /** Delivers the message without a check of permissions. */
  send(topicArn: string, message: Omit<TopicMessage, 'id'>): string;
  /** Throws when there is no such topic in this region. */
  check(topicArn: string, region: string): void;
}

export function topicStore(parts: Parts, web: WebSubscribers): TopicStore {
  const topics = new Map<string, Topic>();
  const topicOf = (topicArn: string) => topics.get(topicArn) ?? missingTopic();
  const create: TopicStore['create'] = (region, name, signatureVersion = '1') => {
    if (!['1', '2'].includes(signatureVersion))
      throw new Error(`SignatureVersion ${signatureVersion} is not known`);
    const arn = `arn:aws:sns:${region}:${parts.account}:${name}`;
    if (!topics.has(arn)) topics.set(arn, { signatureVersion, subscriptions: [] });
    return arn;
  };
  const subscribe: TopicStore['subscribe'] = (topicArn, subscription) => {
    const { subscriptions: others, signatureVersion } = topicOf(topicArn);
    const same = others.find(
      (one) => one.endpoint === subscription.endpoint && one.protocol === subscription.protocol,
    );
    if (same !== undefined) {
      // As in AWS, SNS asks an endpoint again that has not confirmed.
      if (isWeb(same) && !web.isConfirmed(same.arn)) web.askToConfirm(same, signatureVersion);
      return same.arn;
    }
    const arn = `${topicArn}:${uuid(parts.random)}`;
    const fresh = { ...subscription, arn, topicArn };
    others.push(fresh);
    if (isWeb(fresh)) web.askToConfirm(fresh, signatureVersion);
    return arn;
  };
  return {
    create,
    subscribe,
    provisionTopic(resource) {
      const properties = knownProperties(resource, ['TopicName', 'DisplayName', 'SignatureVersion']);
      const name = optionalTextOf(properties, 'TopicName') ?? generatedName(resource);
      const arn = create(resource.region, name, optionalTextOf(properties, 'SignatureVersion'));
      return { ref: arn, attributes: { TopicArn: arn, TopicName: name } };
    },
    provisionSubscription(resource) {
      const properties = knownProperties(resource, knownOfSubscription);
      checkRegion(resource, textOf(properties, 'TopicArn'), optionalTextOf(properties, 'Region'));
      const arn = subscribe(textOf(properties, 'TopicArn'), {
        ...deliveryOf(
          textOf(properties, 'Protocol'),
          textOf(properties, 'Endpoint'),
          String(properties['RawMessageDelivery'] ?? false) === 'true',
        ),
        deadLetterArn: deadLetterArn(properties['RedrivePolicy']),
      });
      return { ref: arn, attributes: { Arn: arn } };
    },
    send(topicArn, message) {
      const id = uuid(parts.random);
      const { subscriptions, signatureVersion } = topicOf(topicArn);
      for (const subscription of subscriptions) {
        if (!isWeb(subscription)) deliver(parts, subscription, { ...message, id });
        else if (web.isConfirmed(subscription.arn))
          web.deliver(subscription, { ...message, id }, signatureVersion);
      }
      return id;
    },
    unsubscribe: (subscriptionArn) => unsubscribe(topics.values(), subscriptionArn),
    subscriptionsIn: (region) =>
      subscriptionsIn(topics, region).map((one) => ({
        ...one,
        isConfirmed: !isWeb(one) || web.isConfirmed(one.arn),
      })),
    check(topicArn, region) {
      if (!topics.has(topicArn) || topicArn.split(':')[3] !== region) missingTopic();
    },
  };
}

const knownOfSubscription = [
  ...['TopicArn', 'Protocol', 'Endpoint', 'RedrivePolicy', 'RawMessageDelivery', 'Region'],
];

/** Source: CloudFormation template reference, AWS::SNS::Subscription: the region is that of the topic. */
function checkRegion(resource: Resource, topicArn: string, region = resource.region): void {
  if (topicArn.split(':')[3] !== region)
    throw new Error(`Region must be the topic's: ${topicArn} is not in ${region}`);
}

function unsubscribe(topics: Iterable<Topic>, subscriptionArn: string): void {
  for (const { subscriptions } of topics) {
    const index = subscriptions.findIndex(({ arn }) => arn === subscriptionArn);
    if (index >= 0) subscriptions.splice(index, 1);
  }
}

function subscriptionsIn(topics: ReadonlyMap<string, Topic>, region: string): readonly Delivery[] {
  return [...topics]
    .filter(([arn]) => arn.split(':')[3] === region)
    .flatMap(([, { subscriptions }]) => subscriptions);
}

const protocols: readonly string[] = ['http', 'https', 'lambda', 'sqs'] satisfies Delivery['protocol'][];

/** How a subscription gets its messages. Web servers get signed messages, and never raw ones here. */
export function deliveryOf(
  protocol: string,
  endpoint: string,
  isRaw: boolean,
): Pick<Delivery, 'endpoint' | 'isRaw' | 'protocol'> {
  if (!protocols.includes(protocol)) {
    throw new Error(
      `The local cloud does not know subscriptions of protocol ${protocol}; it knows ${protocols.join(', ')}`,
    );
  }
  const delivery = { protocol: protocol as Delivery['protocol'], endpoint, isRaw };
  if (!isWeb(delivery)) return delivery;
  if (isRaw) throw new Error('The local cloud does not know raw messages to web servers');
  if (!endpoint.startsWith(`${protocol}://`))
    throw awsError('InvalidParameter', 'Invalid parameter: Endpoint');
  return delivery;
}

function isWeb({ protocol }: Pick<Delivery, 'protocol'>): boolean {
  return protocol === 'http' || protocol === 'https';
}

/** Publishes from inside the cloud, as another service of AWS. The policy of the topic must allow that. */
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
