import type { Parts } from '../parts.ts';
import type { PhoneBook } from '../phones/phone-book.ts';
import { awsError } from '../service.ts';
import { uuid } from './uuid.ts';

export interface OutgoingSms {
  readonly region: string;
  readonly to: string;
  readonly text: string;
  /** The message attributes of the request, by name. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** Over all parts. Source: SNS developer guide, publishing to a mobile phone. */
const maximumCharacters = 1600;

/** Sends an SMS as SNS does: the answer is an id, and says nothing of its arrival. Throws what SNS refuses at once. */
export function sendSms(
  parts: Parts,
  phones: PhoneBook,
  sms: OutgoingSms,
  { drop }: { drop: boolean },
): string {
  check(sms);
  const from = senderOf(phones, sms);
  const messageId = uuid(parts.random);
  if (drop) {
    parts.tell(`SMS ${sms.region} -> ${sms.to}: accepted, and lost on its way`);
    return messageId;
  }
  phones.deliver({ region: sms.region, from, to: sms.to, text: sms.text, messageId });
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

/** A number named by the request must be the account's own, in that region. Nobody can answer a sender id. */
function senderOf(phones: PhoneBook, { region, attributes }: OutgoingSms): string | undefined {
  const named = attributes['AWS.MM.SMS.OriginationNumber'];
  const own = phones.numbersOf(region);
  if (named === undefined) return attributes['AWS.SNS.SMS.SenderID'] === undefined ? own[0] : undefined;
  if (own.includes(named)) return named;
  throw invalid(`OriginationNumber Reason: ${named} is not a number of this account in ${region}`);
}

function invalid(reason: string) {
  return awsError('InvalidParameter', `Invalid parameter: ${reason}`);
}
