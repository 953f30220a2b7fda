import type { Parts } from '../../kernel/parts.ts';
import type { AwsCall, Permission } from '../../kernel/service.ts';
import { formOf } from '../wire/query-protocol.ts';

/**
 * An SMS has no ARN: only a statement on `*` covers it. SNS sends it in the caller's name, and AWS checks that
 * permission as well.
 */
export function snsPermissions({ account }: Parts, operation: string, call: AwsCall): readonly Permission[] {
  const form = formOf(call);
  if (operation === 'CreateTopic') {
    const resource = `arn:aws:sns:${call.region}:${account}:${form.get('Name')}`;
    return [{ action: 'sns:CreateTopic', resource }];
  }
  if (operation === 'GetSMSSandboxAccountStatus' || operation === 'ListSubscriptions')
    return [{ action: `sns:${operation}`, resource: '*' }];
  if (operation === 'Unsubscribe') {
    const resource = (form.get('SubscriptionArn') ?? '').split(':').slice(0, 6).join(':');
    return [{ action: 'sns:Unsubscribe', resource }];
  }
  if (!form.has('PhoneNumber'))
    return [{ action: `sns:${operation}`, resource: form.get('TopicArn') ?? '*' }];
  return [
    { action: 'sns:Publish', resource: '*' },
    { action: 'sms-voice:SendTextMessage', resource: '*' },
  ];
}
