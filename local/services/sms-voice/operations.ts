import type { Account } from '../../account/account.ts';
import type { HandmadePolicies } from '../../iam/iam.ts';
import type { Parts } from '../../kernel/parts.ts';
import { type AwsCall, type AwsService, awsError, type Permission } from '../../kernel/service.ts';
import {
  type Document,
  documentOf,
  jsonAnswer,
  jsonFailure,
  onlyMembers,
  requiredText,
  targetOperation,
} from '../wire/json-protocol.ts';
import type { NumberStore, OwnNumber } from './own-numbers.ts';

/** What the operations read and change. */
interface Surroundings {
  readonly numbers: NumberStore;
  readonly account: Account;
  readonly policies: HandmadePolicies;
}

type Operation = (around: Surroundings, region: string, request: Document) => Document;

const operations: Readonly<
  Record<string, { readonly members: readonly string[]; readonly perform: Operation }>
> = {
  DescribeSpendLimits: { members: ['MaxResults', 'NextToken'], perform: describeSpendLimits },
  DescribePhoneNumbers: { members: ['MaxResults', 'NextToken', 'PhoneNumberIds'], perform: describeNumbers },
  UpdatePhoneNumber: {
    members: [
      'DeletionProtectionEnabled',
      'PhoneNumberId',
      'SelfManagedOptOutsEnabled',
      'TwoWayChannelArn',
      'TwoWayEnabled',
    ],
    perform: updateNumber,
  },
  GetResourcePolicy: { members: ['ResourceArn'], perform: getPolicy },
  PutResourcePolicy: { members: ['Policy', 'ResourceArn'], perform: putPolicy },
  DeleteResourcePolicy: { members: ['ResourceArn'], perform: deletePolicy },
};

/** The API of AWS End User Messaging: limits, and the numbers as people set them up. */
export function smsVoiceApi(parts: Parts, around: Surroundings): AwsService {
  const operation = (call: AwsCall) => targetOperation(call, Object.keys(operations));
  return {
    signingName: 'sms-voice',
    operation,
    fault: () => undefined,
    permissions: (call) => [permissionOf(parts, call, operation(call))],
    async perform(call) {
      const name = operation(call);
      const known = operations[name];
      if (known === undefined) throw new Error(`The local cloud does not carry out ${name}`);
      const request = documentOf(call);
      onlyMembers(request, known.members, name);
      return jsonAnswer(known.perform(around, call.region, request));
    },
    failure: (_call, error) => jsonFailure(error),
  };
}

function permissionOf({ account }: Parts, call: AwsCall, name: string): Permission {
  const request = documentOf(call);
  const id = request['ResourceArn'] ?? request['PhoneNumberId'];
  const arn = String(id ?? '*');
  const isWhole = arn === '*' || arn.startsWith('arn:');
  const resource = isWhole ? arn : `arn:aws:sms-voice:${call.region}:${account}:phone-number/${arn}`;
  return { action: `sms-voice:${name}`, resource };
}

function describeSpendLimits({ account }: Surroundings, region: string): Document {
  const { smsMonthlyLimit } = account.of(region);
  const limit = { EnforcedLimit: smsMonthlyLimit, MaxLimit: smsMonthlyLimit, Overridden: false };
  const Name = 'TEXT_MESSAGE_MONTHLY_SPEND_LIMIT';
  return { SpendLimits: [{ Name, ...limit }] };
}

function describeNumbers({ numbers }: Surroundings, region: string, request: Document): Document {
  const ids = request['PhoneNumberIds'];
  const asked = Array.isArray(ids) ? ids.map((id) => numbers.find(region, String(id))) : numbers.in(region);
  return { PhoneNumbers: asked.map(described) };
}

function updateNumber({ numbers }: Surroundings, region: string, request: Document): Document {
  const number = numbers.find(region, requiredText(request, 'PhoneNumberId'));
  const { TwoWayEnabled, TwoWayChannelArn, SelfManagedOptOutsEnabled, DeletionProtectionEnabled } = request;
  const isTwoWay = TwoWayEnabled ?? number.channelArn !== undefined;
  const channelArn = isTwoWay === true ? String(TwoWayChannelArn ?? number.channelArn) : undefined;
  if (channelArn === 'undefined') throw awsError('ValidationException', 'TwoWayChannelArn is required');
  return described(
    numbers.change(number, {
      channelArn,
      selfManagedOptOuts: (SelfManagedOptOutsEnabled ?? number.selfManagedOptOuts) === true,
      deletionProtection: (DeletionProtectionEnabled ?? number.deletionProtection) === true,
    }),
  );
}

/** Source: AWS End User Messaging API reference, PhoneNumberInformation. */
function described({ number, id, arn, country, channelArn, ...own }: OwnNumber): Document {
  return {
    PhoneNumberArn: arn,
    PhoneNumberId: id,
    PhoneNumber: number,
    Status: 'ACTIVE',
    IsoCountryCode: country,
    MessageType: 'TRANSACTIONAL',
    NumberCapabilities: ['SMS'],
    NumberType: 'LONG_CODE',
    MonthlyLeasingPrice: '0.00',
    TwoWayEnabled: channelArn !== undefined,
    ...(channelArn !== undefined && { TwoWayChannelArn: channelArn }),
    SelfManagedOptOutsEnabled: own.selfManagedOptOuts,
    OptOutListName: 'Default',
    DeletionProtectionEnabled: own.deletionProtection,
    CreatedTimestamp: 0,
  };
}

function getPolicy({ numbers, policies }: Surroundings, region: string, request: Document): Document {
  const { arn } = numbers.find(region, requiredText(request, 'ResourceArn'));
  const document = policies.documentOf(arn);
  if (document === undefined) throw awsError('ResourceNotFoundException', `${arn} has no resource policy`);
  return { ResourceArn: arn, Policy: JSON.stringify(document) };
}

function putPolicy({ numbers, policies }: Surroundings, region: string, request: Document): Document {
  const { arn } = numbers.find(region, requiredText(request, 'ResourceArn'));
  const Policy = requiredText(request, 'Policy');
  policies.setDocument(arn, Object(JSON.parse(Policy)));
  return { ResourceArn: arn, Policy };
}

function deletePolicy({ numbers, policies }: Surroundings, region: string, request: Document): Document {
  const { arn } = numbers.find(region, requiredText(request, 'ResourceArn'));
  policies.setDocument(arn, undefined);
  return { ResourceArn: arn };
}
