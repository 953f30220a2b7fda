import type { Parts } from '../parts.ts';
import type { PhoneBook } from '../phones/phone-book.ts';
import { type AwsCall, type AwsError, awsError, type CloudService, type Permission } from '../service.ts';
import { formAction, formEntries, formOf, onlyFormMembers, xmlAnswer, xmlFailure } from './query-protocol.ts';
import { sendSms } from './sms-sending.ts';
import { protocolOf, type TopicStore, type Topics, topicStore, topicsOf } from './sns-topics.ts';

const namespace = 'http://sns.amazonaws.com/doc/2010-03-31/';
const membersOfPublish = ['Message', 'MessageAttributes.', 'PhoneNumber', 'Subject', 'TopicArn'];
const membersOfSubscribe = ['Attributes.', 'Endpoint', 'Protocol', 'ReturnSubscriptionArn', 'TopicArn'];

/** Amazon SNS: SMS to phones, and topics whose subscribers are functions and queues. */
export function snsService(parts: Parts, phones: PhoneBook): CloudService & { readonly topics: Topics } {
  const store = topicStore(parts);
  const operation = (call: AwsCall) => formAction(call, ['Publish', 'Subscribe']);
  return {
    topics: topicsOf(store, parts),
    resourceTypes: {
      'AWS::SNS::Topic': store.provisionTopic,
      'AWS::SNS::Subscription': store.provisionSubscription,
    },
    aws: {
      signingName: 'sns',
      operation,
      fault: (call) => (formOf(call).has('PhoneNumber') ? 'sms' : undefined),
      permissions: (call) => permissionsOf(operation(call), formOf(call)),
      async perform(call, { drop }) {
        const form = formOf(call);
        if (operation(call) === 'Subscribe') return subscribe(store, form, call.region);
        onlyFormMembers(form, membersOfPublish);
        const MessageId = form.has('PhoneNumber')
          ? sendSms(parts, phones, smsOf(form, call.region), { drop })
          : publish(store, form, call.region);
        return xmlAnswer('Publish', namespace, { MessageId });
      },
      failure: (_call, error) => xmlFailure(inTheWordsOfSns(error), namespace),
    },
  };
}

/** An SMS has no ARN: only a statement on `*` covers it. SNS sends it in the name of the caller, which AWS checks too. */
function permissionsOf(operation: string, form: URLSearchParams): readonly Permission[] {
  if (!form.has('PhoneNumber'))
    return [{ action: `sns:${operation}`, resource: form.get('TopicArn') ?? '*' }];
  return [
    { action: 'sns:Publish', resource: '*' },
    { action: 'sms-voice:SendTextMessage', resource: '*' },
  ];
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
    protocol: protocolOf(form.get('Protocol') ?? ''),
    endpoint: form.get('Endpoint') ?? '',
    isRaw: attributes['RawMessageDelivery'] === 'true',
    deadLetterArn: undefined,
  });
  return xmlAnswer('Subscribe', namespace, { SubscriptionArn });
}

/** SNS has codes of its own for what most services call otherwise. */
function inTheWordsOfSns(error: AwsError): AwsError {
  const codes: Readonly<Record<string, string>> = {
    AccessDeniedException: 'AuthorizationError',
    ThrottlingException: 'Throttled',
  };
  const code = codes[error.code];
  if (code === undefined) return error;
  return awsError(code, error.message, { status: code === 'AuthorizationError' ? 403 : error.status });
}
