/** Amazon SNS: SMS, and topics with their subscribers. */

import { type Account, accountOf } from '../../account/account.ts';
import type { Parts } from '../../kernel/parts.ts';
import { type AwsCall, type AwsError, awsError, type CloudService } from '../../kernel/service.ts';
import type { PhoneBook } from '../../phones/phone-book.ts';
import {
  formAction,
  formEntries,
  formOf,
  onlyFormMembers,
  xmlAnswer,
  xmlFailure,
} from '../wire/query-protocol.ts';
import { snsPermissions } from './permissions.ts';
import { certificatePath, type Post } from './posting.ts';
import { sendSms } from './sms-sending.ts';
import { deliveryOf, type TopicStore, type Topics, topicStore, topicsOf } from './topics.ts';
import { type WebSubscribers, webSubscribers } from './web.ts';

const namespace = 'http://sns.amazonaws.com/doc/2010-03-31/';
const membersOfPublish = ['Message', 'MessageAttributes.', 'PhoneNumber', 'Subject', 'TopicArn'];
const membersOfSubscribe = ['Attributes.', 'Endpoint', 'Protocol', 'ReturnSubscriptionArn', 'TopicArn'];

/** The actions of SNS: by a form, or by a plain GET to its host from anybody who got the URL. */
const actions = [
  ...[
    'CreateTopic',
    'GetSMSSandboxAccountStatus',
    'ListSubscriptions',
    'Publish',
    'Subscribe',
    'Unsubscribe',
  ],
];
const plainRequests = ['GetCertificate', 'ConfirmSubscription'];

/** Amazon SNS: SMS to phones, and topics whose subscribers are functions, queues and web servers. */
export function snsService(
  parts: Parts,
  phones: PhoneBook,
  post: Post,
  account: Account = accountOf(),
): CloudService & { readonly topics: Topics } {
  const web = webSubscribers(parts, post);
  const store = topicStore(parts, web);
  return {
    topics: topicsOf(store, parts),
    resourceTypes: {
      'AWS::SNS::Topic': store.provisionTopic,
      'AWS::SNS::Subscription': store.provisionSubscription,
    },
    aws: {
      signingName: 'sns',
      operation: operationOf,
      fault: (call) => (formOf(call).has('PhoneNumber') ? 'sms' : undefined),
      permissions: (call) =>
        plainRequests.includes(operationOf(call)) ? [] : snsPermissions(parts, operationOf(call), call),
      async perform(call, { drop }) {
        const operation = operationOf(call);
        if (operation === 'GetCertificate') return { status: 200, body: web.signer.certificate };
        if (operation === 'ConfirmSubscription') return confirm(web, call.query);
        const form = formOf(call);
        if (operation === 'GetSMSSandboxAccountStatus') {
          const IsInSandbox = String(account.of(call.region).smsSandbox);
          return xmlAnswer(operation, namespace, { IsInSandbox });
        }
        if (operation === 'ListSubscriptions') return listSubscriptions(store, form, call.region);
        if (operation === 'Unsubscribe') {
          store.unsubscribe(form.get('SubscriptionArn') ?? '');
          return xmlAnswer(operation, namespace, {});
        }
        if (operation === 'Subscribe') return subscribe(store, form, call.region);
        if (operation === 'CreateTopic') return createTopic(store, form, call.region);
        onlyFormMembers(form, membersOfPublish);
        const MessageId = form.has('PhoneNumber')
          ? sendSms(parts, phones, smsOf(form, call.region), { drop, account: account.of(call.region) })
          : publish(store, form, call.region);
        return xmlAnswer('Publish', namespace, { MessageId });
      },
      failure: (_call, error) => xmlFailure(inTheWordsOfSns(error), namespace),
    },
  };
}

function operationOf(call: AwsCall): string {
  if (call.method !== 'GET') return formAction(call, actions);
  if (call.path === certificatePath) return 'GetCertificate';
  const action = call.query.get('Action');
  if (call.path === '/' && action === 'ConfirmSubscription') return action;
  throw new Error(`The local cloud does not know GET ${call.path} ${action ?? ''} of SNS`);
}

function confirm(web: WebSubscribers, query: URLSearchParams) {
  const SubscriptionArn = web.confirm(query.get('TopicArn') ?? '', query.get('Token') ?? '');
  return xmlAnswer('ConfirmSubscription', namespace, { SubscriptionArn });
}

/** All of them at once: AWS gives 100 at a time. Source: SNS API reference, ListSubscriptions. */
function listSubscriptions(store: TopicStore, form: URLSearchParams, region: string) {
  onlyFormMembers(form, []);
  const Subscriptions = store
    .subscriptionsIn(region)
    .map(({ arn, topicArn, protocol, endpoint, isConfirmed }) => ({
      SubscriptionArn: isConfirmed ? arn : 'PendingConfirmation',
      Owner: topicArn.split(':')[4] ?? '',
      Protocol: protocol,
      Endpoint: endpoint,
      TopicArn: topicArn,
    }));
  return xmlAnswer('ListSubscriptions', namespace, { Subscriptions });
}

function createTopic(store: TopicStore, form: URLSearchParams, region: string) {
  onlyFormMembers(form, ['Attributes.', 'Name']);
  const { SignatureVersion, ...unknown } = formEntries(form, 'Attributes.entry', {
    key: 'key',
    value: 'value',
  });
  if (Object.keys(unknown).length > 0) {
    throw new Error(`The local cloud does not know ${Object.keys(unknown).join(', ')} of CreateTopic`);
  }
  const TopicArn = store.create(region, form.get('Name') ?? '', SignatureVersion);
  return xmlAnswer('CreateTopic', namespace, { TopicArn });
}

function smsOf(form: URLSearchParams, region: string) {
  return {
    region,
    to: form.get('PhoneNumber') ?? '',
    text: form.get('Message') ?? '',
    attributes: formEntries(form, 'MessageAttributes.entry', { key: 'Name', value: 'Value.StringValue' }),
  };
}

function publish(store: TopicStore, form: URLSearchParams, region: string): string {
  const topicArn = form.get('TopicArn');
  const text = form.get('Message') ?? '';
  if (topicArn === null) throw awsError('InvalidParameter', 'Invalid parameter: TopicArn or PhoneNumber');
  if (text === '') throw awsError('InvalidParameter', 'Invalid parameter: Empty message');
  store.check(topicArn, region);
  const types = formEntries(form, 'MessageAttributes.entry', { key: 'Name', value: 'Value.DataType' });
  const values = formEntries(form, 'MessageAttributes.entry', { key: 'Name', value: 'Value.StringValue' });
  const attributes = Object.fromEntries(
    Object.entries(types).map(([name, Type]) => [name, { Type, Value: values[name] ?? '' }]),
  );
  return store.send(topicArn, { subject: form.get('Subject') ?? undefined, text, attributes });
}

function subscribe(store: TopicStore, form: URLSearchParams, region: string) {
  onlyFormMembers(form, membersOfSubscribe);
  const attributes = formEntries(form, 'Attributes.entry', { key: 'key', value: 'value' });
  const unknown = Object.keys(attributes).filter((name) => name !== 'RawMessageDelivery');
  if (unknown.length > 0) throw new Error(`The local cloud does not know ${unknown.join(', ')} of Subscribe`);
  const topicArn = form.get('TopicArn') ?? '';
  store.check(topicArn, region);
  const SubscriptionArn = store.subscribe(topicArn, {
    ...deliveryOf(
      form.get('Protocol') ?? '',
      form.get('Endpoint') ?? '',
      attributes['RawMessageDelivery'] === 'true',
    ),
    deadLetterArn: undefined,
  });
  return xmlAnswer('Subscribe', namespace, { SubscriptionArn });
}

/** Replaces AWS's usual error codes by those of SNS. */
function inTheWordsOfSns(error: AwsError): AwsError {
  const codes: Readonly<Record<string, string>> = {
    AccessDeniedException: 'AuthorizationError',
    ThrottlingException: 'Throttled',
  };
  const code = codes[error.code];
  if (code === undefined) return error;
  return awsError(code, error.message, { status: code === 'AuthorizationError' ? 403 : error.status });
}
