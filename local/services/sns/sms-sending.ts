import type { RegionAccount } from '../../account/account.ts';
import type { Parts } from '../../kernel/parts.ts';
import { awsError } from '../../kernel/service.ts';
import type { PhoneBook, TwoWayNumber } from '../../phones/phone-book.ts';
import { uuid } from '../wire/uuid.ts';

export interface OutgoingSms {
  readonly region: string;
  readonly to: string;
  readonly text: string;
  /** The message attributes of the request, by name. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** Over all parts. Source: SNS developer guide, publishing to a mobile phone. */
const maximumCharacters = 1600;

/**
 * Sends an SMS as SNS does. The returned id does not say whether the SMS arrives. Throws when SNS refuses at once.
 */
export function sendSms(
  parts: Parts,
  phones: PhoneBook,
  sms: OutgoingSms,
  { drop, account }: { readonly drop: boolean; readonly account: RegionAccount },
): string {
  check(sms);
  const sender = senderOf(parts, phones, sms, account);
  const messageId = uuid(parts.random);
  if (drop) {
    parts.tell(`SMS ${sms.region} -> ${sms.to}: accepted, and lost on its way`);
    return messageId;
  }
  if (sender.kind === 'none') {
    parts.tell(`SMS ${sms.region} -> ${sms.to}: accepted, and not sent: ${sender.reason}`);
    return messageId;
  }
  phones.deliver({ region: sms.region, from: sender.number, to: sms.to, text: sms.text, messageId });
  const owner = phones.phones().find(({ number }) => number === sms.to)?.owner ?? 'unknown';
  parts.tell(`SMS ${sms.region} -> ${owner} ${sms.to}: ${sms.text}`);
  return messageId;
}

function check({ to, text, attributes }: OutgoingSms): void {
  if (!/^\+[1-9]\d{6,14}$/.test(to)) throw invalid(`PhoneNumber Reason: ${to} is not valid to publish to`);
  if (text.length === 0) throw invalid('Empty message');
  if (text.length > maximumCharacters) throw invalid(`Message Reason: over ${maximumCharacters} characters`);
  const type = attributes['AWS.SNS.SMS.SMSType'];
  if (type !== undefined && !['Transactional', 'Promotional'].includes(type)) {
    throw invalid('SMSType Reason: not one of Transactional, Promotional');
  }
  const unknown = Object.keys(attributes).filter((name) => name.startsWith('AWS.') && !known.includes(name));
  if (unknown.length > 0) throw new Error(`The local cloud does not know ${unknown.join(', ')} of an SMS`);
}

const known = [
  'AWS.MM.SMS.OriginationNumber',
  'AWS.SNS.SMS.MaxPrice',
  'AWS.SNS.SMS.SMSType',
  'AWS.SNS.SMS.SenderID',
];

type Sender =
  /** Without a number the sender is a sender id. Nobody can answer that. */
  | { readonly kind: 'sender'; readonly number: string | undefined }
  | { readonly kind: 'none'; readonly reason: string };

/**
 * Chooses the sender. A number that the request names must belong to the account in that region. Without one, SNS
 * takes a number whose resource policy allows it. If there is none, SNS still accepts the message, and only the
 * delivery log says that it was not sent. In some countries AWS would send from a number that its customers share.
 * Nobody can rely on such a number or answer it, so it is left out here.
 */
function senderOf(
  parts: Parts,
  phones: PhoneBook,
  { region, attributes }: OutgoingSms,
  account: RegionAccount,
): Sender {
  const named = attributes['AWS.MM.SMS.OriginationNumber'];
  const own = phones.numbersOf(region);
  if (named !== undefined && !own.some(({ number }) => number === named)) {
    throw invalid(`OriginationNumber Reason: ${named} is not a number of this account in ${region}`);
  }
  if (account.smsSandbox && own.length > 0)
    return { kind: 'none', reason: 'the account is in the SMS sandbox, and the phone is not verified' };
  if (account.smsSpent >= account.smsMonthlyLimit)
    return { kind: 'none', reason: `the limit of ${account.smsMonthlyLimit} dollars a month is used up` };
  if (named === undefined && attributes['AWS.SNS.SMS.SenderID'] !== undefined) {
    return { kind: 'sender', number: undefined };
  }
  const usable = own.filter((one) => isLentToSns(parts, one));
  const sender = usable.find(({ number }) => named === undefined || number === named);
  if (sender !== undefined) return { kind: 'sender', number: sender.number };
  const reason = own.length === 0 ? 'the account has no number there' : 'no number there is shared with SNS';
  return { kind: 'none', reason: `no origination identity available: ${reason}` };
}

/** Source: AWS End User Messaging user guide, "Request a phone number": a policy is needed within one account, too. */
function isLentToSns({ authorizer, account }: Parts, { arn, region }: TwoWayNumber): boolean {
  const sns = {
    kind: 'service',
    principal: 'sns.amazonaws.com',
    sourceArn: `arn:aws:sns:${region}:${account}:*`,
  } as const;
  const needed = { action: 'sms-voice:SendTextMessage', resource: arn };
  return authorizer.refusal(sns, needed) === undefined;
}

function invalid(reason: string) {
  return awsError('InvalidParameter', `Invalid parameter: ${reason}`);
}
