import { createHash } from 'node:crypto';
import { type Account, accountOf } from '../../account/account.ts';
import type { HandmadePolicies } from '../../iam/iam.ts';
import { emptyPolicies } from '../../iam/policies.ts';
import type { Parts } from '../../kernel/parts.ts';
import type { CloudService } from '../../kernel/service.ts';
import type { PhoneBook } from '../../phones/phone-book.ts';
import type { Resource } from '../../template/resource.ts';
import type { Topics } from '../sns/topics.ts';
import { knownProperties, listOf, onlyKnown, optionalTextOf, textOf } from '../wire/properties.ts';
import { smsVoiceApi } from './operations.ts';
import { numberStore } from './own-numbers.ts';

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
  /** Adds a number that people ordered. */
  order(ordered: OrderedNumber): void;
}

/** What the API of the numbers shows and changes beside them. */
export interface SmsVoiceSurroundings {
  readonly account: Account;
  readonly policies: HandmadePolicies;
}

/** AWS End User Messaging: the numbers of each region, and the SMS that people send to them. */
export function smsVoiceService(
  parts: Parts,
  phones: PhoneBook,
  topics: Topics,
  { account, policies }: SmsVoiceSurroundings = { account: accountOf(), policies: emptyPolicies() },
): CloudService & OwnNumbers {
  const numbers = numberStore(parts, phones, topics);
  const arnOf = (region: string, id: string) =>
    `arn:aws:sms-voice:${region}:${parts.account}:phone-number/${id}`;
  return {
    order({ region, number, topicName, sharedWith, arn = arnOf(region, idOf(region, number)) }) {
      if (phones.isTwoWay(number)) throw new Error(`the number ${number} is there twice`);
      const channelArn = `arn:aws:sns:${region}:${parts.account}:${topicName}`;
      const id = arn.slice(arn.lastIndexOf('/') + 1);
      const setUp = { channelArn, selfManagedOptOuts: true, deletionProtection: true };
      numbers.add({ number, region, id, arn, country: countryOf(number), ...setUp });
      if (sharedWith.length > 0) policies.setDocument(arn, sharing(arn, sharedWith));
    },
    aws: smsVoiceApi(parts, { numbers, account, policies }),
    resourceTypes: {
      'AWS::SMSVOICE::PhoneNumber'(resource) {
        const properties = knownProperties(resource, known);
        if (!listOf(properties, 'NumberCapabilities').includes('SMS')) {
          throw new Error('NumberCapabilities must hold SMS');
        }
        const country = textOf(properties, 'IsoCountryCode');
        const number = numberFor(resource, country, phones);
        const { region } = resource;
        const id = idOf(region, number);
        const arn = arnOf(region, id);
        numbers.add({
          ...{ number, region, id, arn, country },
          channelArn: channelOf(properties['TwoWay']),
          selfManagedOptOuts: isTrue(properties['SelfManagedOptOutsEnabled']),
          deletionProtection: isTrue(properties['DeletionProtectionEnabled']),
        });
        return { ref: id, attributes: { Arn: arn, PhoneNumber: number, PhoneNumberId: id } };
      },
    },
  };
}

/** The policy that lets services of AWS send from a number. */
function sharing(arn: string, services: readonly string[]): object {
  const statement = {
    Effect: 'Allow',
    Principal: { Service: services },
    Action: 'sms-voice:SendTextMessage',
  };
  return { Version: '2012-10-17', Statement: [{ ...statement, Resource: arn }] };
}

/** The country of a number that people ordered. Numbers of other countries than those known here count as British. */
function countryOf(number: string): string {
  const found = Object.entries(countries).find(([, { prefix }]) => number.startsWith(prefix.slice(0, 3)));
  return found?.[0] ?? 'GB';
}

function isTrue(value: unknown): boolean {
  return value === true || value === 'true';
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
  return isTrue(properties['Enabled']) ? optionalTextOf(properties, 'ChannelArn') : undefined;
}
