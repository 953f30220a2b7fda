import type { RegionAccount } from '../../account/account.ts';
import { awsError } from '../../kernel/service.ts';
import type { Document } from '../wire/json-protocol.ts';
import { type Contact, describeContact } from './contact.ts';
import { contactFlowOf, type Instance, type Queue, type RoutingProfile, uuidOf } from './instances.ts';
import { invalid, required } from './wire.ts';

/** What people ask an instance about itself, and what they switch there by hand. */
export interface Look {
  readonly instance: Instance;
  readonly request: Document;
  readonly account: RegionAccount;
  readonly contacts: readonly Contact[];
}

/** The operations by name. Source: Amazon Connect API reference. */
export const lookingOperations: Readonly<Record<string, (look: Look) => Document>> = {
  DescribeInstance: ({ instance }) => ({
    Instance: {
      Id: instance.id,
      Arn: instance.arn,
      InstanceStatus: 'ACTIVE',
      OutboundCallsEnabled: instance.allowsOutboundCalls,
    },
  }),
  UpdateInstanceAttribute({ instance, request }) {
    const type = required(request, 'AttributeType');
    if (type !== 'OUTBOUND_CALLS') throw new Error(`The local cloud does not know the attribute ${type}`);
    instance.allowsOutboundCalls = required(request, 'Value') === 'true';
    return {};
  },
  ListPhoneNumbersV2: ({ instance }) => ({
    ListPhoneNumbersSummaryList: [...instance.numbers].map((PhoneNumber) => ({
      PhoneNumber,
      PhoneNumberId: uuidOf(PhoneNumber),
      InstanceId: instance.id,
      TargetArn: instance.arn,
      PhoneNumberType: 'DID',
    })),
  }),
  DescribeContactFlow({ instance, request }) {
    const { id, arn, name, content, state } = contactFlowOf(instance, required(request, 'ContactFlowId'));
    const flow = { Id: id, Arn: arn, Name: name, Type: 'CONTACT_FLOW', Content: content };
    return { ContactFlow: { ...flow, State: state, Status: 'PUBLISHED' } };
  },
  UpdateContactFlowMetadata({ instance, request }) {
    const state = required(request, 'ContactFlowState');
    if (state !== 'ACTIVE' && state !== 'ARCHIVED') throw invalid('ContactFlowState is ACTIVE or ARCHIVED');
    contactFlowOf(instance, required(request, 'ContactFlowId')).state = state;
    return {};
  },
  DescribeQueue: ({ instance, request }) => ({ Queue: described(queueOf(instance, request)) }),
  UpdateQueueStatus({ instance, request }) {
    const status = required(request, 'Status');
    if (status !== 'ENABLED' && status !== 'DISABLED') throw invalid('Status is ENABLED or DISABLED');
    queueOf(instance, request).status = status;
    return {};
  },
  SearchRoutingProfiles: ({ instance, account }) => ({
    RoutingProfiles: instance.routingProfiles.map((profile, index) =>
      routingProfile(profile, index === 0 ? account.operators : 0),
    ),
  }),
  SearchContacts: ({ request, contacts, instance }) => ({
    Contacts: contactsIn(request, contacts, instance),
  }),
};

function queueOf({ queues, arn }: Instance, request: Document): Queue {
  const id = required(request, 'QueueId');
  const found = queues.get(`${arn}/queue/${id}`);
  if (found === undefined) throw awsError('ResourceNotFoundException', `There is no queue ${id}`);
  return found;
}

function described({ arn, name, status, maxContacts }: Queue): Document {
  const limit = Number.isSafeInteger(maxContacts) && maxContacts < Number.MAX_SAFE_INTEGER;
  return {
    QueueArn: arn,
    QueueId: lastOf(arn),
    Name: name,
    Status: status,
    ...(limit && { MaxContacts: maxContacts }),
  };
}

function routingProfile({ arn, name, queueArns, channels }: RoutingProfile, users: number): Document {
  return {
    RoutingProfileArn: arn,
    RoutingProfileId: lastOf(arn),
    Name: name,
    MediaConcurrencies: channels,
    AssociatedQueueIds: queueArns.map(lastOf),
    NumberOfAssociatedUsers: users,
  };
}

/** The newest first, as a request with this sort order gets them. Moments are epoch seconds. */
function contactsIn(
  request: Document,
  contacts: readonly Contact[],
  instance: Instance,
): readonly Document[] {
  const { StartTime, EndTime } = Object(request['TimeRange']);
  const { Channels = ['VOICE', 'TASK'] } = Object(request['SearchCriteria']);
  return contacts
    .map((contact) => contact.record())
    .filter((one) => one.instance === instance && Channels.includes(one.channel))
    .filter(({ initiatedAt }) => initiatedAt >= StartTime * 1000 && initiatedAt <= EndTime * 1000)
    .sort((one, other) => other.initiatedAt - one.initiatedAt)
    .slice(0, Number(request['MaxResults'] ?? 25))
    .map((one) => Object(describeContact(one)['Contact']));
}

function lastOf(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}
