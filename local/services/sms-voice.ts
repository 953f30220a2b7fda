import { createHash } from 'node:crypto';
import type { Parts } from '../kernel/parts.ts';
import { type CloudService, isAwsError } from '../kernel/service.ts';
import type { PhoneBook, ReceivedSms } from '../phones/phone-book.ts';
import type { Resource } from '../template/resource.ts';
import type { Topics } from './sns/topics.ts';
import { knownProperties, listOf, onlyKnown, optionalTextOf, textOf } from './wire/properties.ts';
import { uuid } from './wire/uuid.ts';

const known = [
  'DeletionProtectionEnabled',
  'IsoCountryCode',
  'MandatoryKeywords',
  'NumberCapabilities',
  'NumberType',
  'OptOutListName',
  'SelfManagedOptOutsEnabled',
  'Tags',
  'TwoWay',
];

/**
 * The begin of a country's numbers here, and how many digits follow. The numbers are valid in length and look
 * invented.
 */
const countries: Readonly<Record<string, { readonly prefix: string; readonly digits: number }>> = {
  BE: { prefix: '+3246000', digits: 5 },
  CA: { prefix: '+161355501', digits: 2 },
  DE: { prefix: '+4915500', digits: 7 },
  FR: { prefix: '+33700', digits: 6 },
  GB: { prefix: '+447700900', digits: 3 },
  IE: { prefix: '+3538900', digits: 5 },
  LU: { prefix: '+352621', digits: 6 },
  NL: { prefix: '+3197010', digits: 6 },
  US: { prefix: '+120655501', digits: 2 },
};

/** A number that people ordered before the deployment, and how they set it up. */
export interface OrderedNumber {
  readonly region: string;
  /** E.164. */
  readonly number: string;
  /** @default - made from the number */
  readonly arn?: string;
  /** The topic of its region that gets the SMS to this number. */
  readonly topicName: string;
  /** The AWS services that its resource policy allows to send from it. */
  readonly sharedWith: readonly string[];
}

/** The numbers of the account. */
export interface OwnNumbers {
  /** Adds a number that people ordered. Returns its ARN. */
  order(ordered: OrderedNumber): string;
}

/** AWS End User Messaging: the numbers of each region, and the SMS that people send to them. */
export function smsVoiceService(parts: Parts, phones: PhoneBook, topics: Topics): CloudService & OwnNumbers {
  const arnOf = (region: string, id: string) =>
    `arn:aws:sms-voice:${region}:${parts.account}:phone-number/${id}`;
  const add = ({ number, region, arn, channelArn }: AddedNumber) => {
    const receiver = { parts, topics, number, arn, channelArn };
    phones.addNumber({ number, region, arn, receive: (sms) => receive(receiver, sms) });
    return arn;
  };
  return {
    order({ region, number, topicName, arn = arnOf(region, idOf(region, number)) }) {
      if (phones.isTwoWay(number)) throw new Error(`the number ${number} is there twice`);
      return add({ number, region, arn, channelArn: `arn:aws:sns:${region}:${parts.account}:${topicName}` });
    },
    resourceTypes: {
      'AWS::SMSVOICE::PhoneNumber'(resource) {
        const properties = knownProperties(resource, known);
        if (!listOf(properties, 'NumberCapabilities').includes('SMS')) {
          throw new Error('NumberCapabilities must hold SMS');
        }
        const number = numberFor(resource, textOf(properties, 'IsoCountryCode'), phones);
        const { region } = resource;
        const id = idOf(region, number);
        const channelArn = channelOf(properties['TwoWay']);
        const arn = add({ number, region, arn: arnOf(region, id), channelArn });
        return { ref: id, attributes: { Arn: arn, PhoneNumber: number, PhoneNumberId: id } };
      },
    },
  };
}

interface AddedNumber {
  readonly number: string;
  readonly region: string;
  readonly arn: string;
  /** The topic that gets the SMS; undefined when nobody can write to the number. */
  readonly channelArn: string | undefined;
}

function idOf(region: string, number: string): string {
  return `phone-${digest(`${region}/${number}`).toString(16)}`;
}

/** The same template always gives the same numbers, and no two are alike. */
function numberFor(resource: Resource, country: string, phones: PhoneBook): string {
  const plan = countries[country];
  if (plan === undefined) {
    throw new Error(`no numbers of ${country} here; there are those of ${Object.keys(countries).join(', ')}`);
  }
  const range = 10 ** plan.digits;
  const start = digest(`${resource.region}/${resource.stackName}/${resource.logicalId}`);
  for (let offset = 0; offset < range; offset++) {
    const number = plan.prefix + String((start + offset) % range).padStart(plan.digits, '0');
    const isTaken = phones.phones().some((phone) => phone.number === number) || phones.isTwoWay(number);
    if (!isTaken) return number;
  }
  throw new Error(`all numbers of ${country} are taken`);
}

function digest(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0);
}

function channelOf(twoWay: unknown): string | undefined {
  if (twoWay === undefined) return undefined;
  const properties = onlyKnown(twoWay, ['ChannelArn', 'Enabled']);
  return properties['Enabled'] === true || properties['Enabled'] === 'true'
    ? optionalTextOf(properties, 'ChannelArn')
    : undefined;
}

interface Inbound {
  readonly parts: Parts;
  readonly topics: Topics;
  readonly number: string;
  readonly arn: string;
  readonly channelArn: string | undefined;
}

/** Source: AWS End User Messaging user guide, two-way SMS payload. */
function receive({ parts, topics, number, arn, channelArn }: Inbound, sms: ReceivedSms): void {
  parts.tell(`SMS ${sms.from} -> ${number}: ${sms.text}`);
  if (channelArn === undefined) {
    parts.tell(`${number} is not two-way: the message is lost`);
    return;
  }
  const payload = {
    originationNumber: sms.from,
    destinationNumber: number,
    messageKeyword: sms.text.trim().split(/\s+/)[0]?.toUpperCase() ?? '',
    messageBody: sms.text,
    inboundMessageId: uuid(parts.random),
    ...(sms.previousMessageId !== undefined && { previousPublishedMessageId: sms.previousMessageId }),
  };
  try {
    topics.publish(
      channelArn,
      { subject: undefined, text: JSON.stringify(payload), attributes: {} },
      { kind: 'service', principal: 'sms-voice.amazonaws.com', sourceArn: arn },
    );
  } catch (error) {
    if (!isAwsError(error)) throw error;
    parts.tell(`${number} cannot publish to ${channelArn}: ${error.message}`);
  }
}
