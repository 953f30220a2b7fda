import type { Visits } from '../../kernel/visits.ts';
import type { PhoneBook } from '../../phones/phone-book.ts';
import type { Resource, ResourceTypes } from '../../template/resource.ts';
import { knownProperties, listOf, numberOf, onlyKnown, optionalTextOf, textOf } from '../wire/properties.ts';
import type { Flow } from './flow/flow.ts';
import { placesOfFlow } from './flow/places.ts';
import { readFlow } from './flow/run/read-flow.ts';
import { claimNumber, type Instance, type Instances, stableId } from './instances.ts';

const attributesOfInstance = [
  'AutoResolveBestVoices',
  'ContactLens',
  'ContactflowLogs',
  'EarlyMedia',
  'InboundCalls',
  'OutboundCalls',
  'UseCustomTTSVoices',
];

/** The resource types of Amazon Connect. Hours exist only so that others can refer to them. */
export function connectResourceTypes(instances: Instances, phones: PhoneBook, visits: Visits): ResourceTypes {
  const instanceOf: InstanceOf = (arn, { region }) => {
    const instance = instances.byArn(arn);
    if (instance?.region === region) return instance;
    throw new Error(`${arn} is no instance in ${region}`);
  };
  const isTaken = (number: string) =>
    phones.phones().some((phone) => phone.number === number) ||
    instances.all().some(({ numbers }) => numbers.has(number));
  return {
    'AWS::Connect::Instance': (resource) => provisionInstance(instances, resource),
    'AWS::Connect::PhoneNumber': (resource) => provisionNumber(instanceOf, resource, isTaken),
    'AWS::Connect::HoursOfOperation': (resource) => provisionHours(instanceOf, resource),
    'AWS::Connect::Queue': (resource) => provisionQueue(instanceOf, resource),
    'AWS::Connect::RoutingProfile': (resource) => provisionRoutingProfile(instanceOf, resource),
    'AWS::Connect::ContactFlow': (resource) => provisionFlow(instanceOf, visits, resource),
    'AWS::Connect::IntegrationAssociation': (resource) => provisionIntegration(instanceOf, resource),
  };
}

type InstanceOf = (arn: string, resource: Resource) => Instance;

function provisionInstance(instances: Instances, resource: Resource) {
  const known = ['Attributes', 'IdentityManagementType', 'InstanceAlias', 'Tags'];
  const properties = knownProperties(resource, known);
  const attributes = onlyKnown(properties['Attributes'], attributesOfInstance);
  textOf(properties, 'IdentityManagementType');
  const id = stableId(resource);
  const { region, account } = resource;
  const arn = `arn:aws:connect:${region}:${account}:instance/${id}`;
  instances.add({
    arn,
    id,
    region,
    allowsOutboundCalls: String(attributes['OutboundCalls']) === 'true',
    numbers: new Set(),
    flows: new Map(),
    functions: new Set(),
    queues: new Map(),
    routingProfiles: [],
  });
  const role = `arn:aws:iam::${account}:role/aws-service-role/connect.amazonaws.com/AWSServiceRoleForAmazonConnect`;
  return { ref: arn, attributes: { Arn: arn, Id: id, InstanceStatus: 'ACTIVE', ServiceRole: role } };
}

function provisionQueue(instanceOf: InstanceOf, resource: Resource) {
  const properties = knownProperties(resource, [
    'Description',
    'HoursOfOperationArn',
    'InstanceArn',
    'MaxContacts',
    'Name',
    'OutboundCallerConfig',
    'Status',
    'Tags',
  ]);
  const instance = instanceOf(textOf(properties, 'InstanceArn'), resource);
  textOf(properties, 'HoursOfOperationArn');
  const maxContacts = numberOf(properties, 'MaxContacts', Number.MAX_SAFE_INTEGER);
  onlyKnown(properties['OutboundCallerConfig'] ?? {}, ['OutboundCallerIdName', 'OutboundCallerIdNumberArn']);
  const arn = `${instance.arn}/queue/${stableId(resource)}`;
  const name = textOf(properties, 'Name');
  instance.queues.set(arn, { arn, name, maxContacts, status: 'ENABLED', waiting: new Set() });
  return { ref: arn, attributes: { QueueArn: arn, Type: 'STANDARD' } };
}

function provisionFlow(instanceOf: InstanceOf, visits: Visits, resource: Resource) {
  const known = ['Content', 'Description', 'InstanceArn', 'Name', 'State', 'Tags', 'Type'];
  const properties = knownProperties(resource, known);
  const instance = instanceOf(textOf(properties, 'InstanceArn'), resource);
  const type = textOf(properties, 'Type');
  if (type !== 'CONTACT_FLOW') throw new Error(`flows of type ${type} are not known here, but CONTACT_FLOW`);
  if ((optionalTextOf(properties, 'State') ?? 'ACTIVE') !== 'ACTIVE') throw new Error('State must be ACTIVE');
  const name = textOf(properties, 'Name');
  const id = stableId(resource);
  const arn = `${instance.arn}/contact-flow/${id}`;
  const content = textOf(properties, 'Content');
  const flow = readFlow(content);
  refuseStrangers(instance, flow);
  instance.flows.set(id, { id, arn, name, content, flow, state: 'ACTIVE' });
  visits.expect(placesOfFlow(name, flow));
  return { ref: arn, attributes: { ContactFlowArn: arn } };
}

/**
 * A flow may name only functions that are associated with its instance. Source: Amazon Connect administrator guide,
 * "Grant Amazon Connect access to your Lambda functions".
 */
function refuseStrangers({ arn, functions }: Instance, flow: Flow): void {
  for (const { type, parameters } of flow.actions.values()) {
    const functionArn = parameters['LambdaFunctionARN'];
    if (type !== 'InvokeLambdaFunction' || typeof functionArn !== 'string' || functionArn.startsWith('$.'))
      continue;
    if (!functions.has(functionArn))
      throw new Error(`InvalidContactFlowException: ${functionArn} is not associated with ${arn}`);
  }
}

function provisionNumber(instanceOf: InstanceOf, resource: Resource, isTaken: (number: string) => boolean) {
  const properties = knownProperties(resource, ['CountryCode', 'Description', 'Tags', 'TargetArn', 'Type']);
  const instance = instanceOf(textOf(properties, 'TargetArn'), resource);
  const type = textOf(properties, 'Type');
  if (type !== 'DID') throw new Error(`numbers of type ${type} are not known here, but DID`);
  const id = stableId(resource);
  const number = claimNumber(textOf(properties, 'CountryCode'), Number.parseInt(id.slice(0, 8), 16), isTaken);
  instance.numbers.add(number);
  const arn = `arn:aws:connect:${resource.region}:${resource.account}:phone-number/${id}`;
  return { ref: arn, attributes: { Address: number, PhoneNumberArn: arn } };
}

function provisionHours(instanceOf: InstanceOf, resource: Resource) {
  const known = ['Config', 'Description', 'InstanceArn', 'Name', 'Tags', 'TimeZone'];
  const properties = knownProperties(resource, known);
  const instance = instanceOf(textOf(properties, 'InstanceArn'), resource);
  for (const name of ['Name', 'TimeZone']) textOf(properties, name);
  for (const day of listOf(properties, 'Config')) onlyKnown(day, ['Day', 'EndTime', 'StartTime']);
  const arn = `${instance.arn}/operating-hours/${stableId(resource)}`;
  return { ref: arn, attributes: { HoursOfOperationArn: arn } };
}

function provisionRoutingProfile(instanceOf: InstanceOf, resource: Resource) {
  const properties = knownProperties(resource, [
    'AgentAvailabilityTimer',
    'DefaultOutboundQueueArn',
    'Description',
    'InstanceArn',
    'MediaConcurrencies',
    'Name',
    'QueueConfigs',
    'Tags',
  ]);
  const instance = instanceOf(textOf(properties, 'InstanceArn'), resource);
  for (const name of ['DefaultOutboundQueueArn', 'Description', 'Name']) textOf(properties, name);
  const channels = listOf(properties, 'MediaConcurrencies');
  for (const one of channels) onlyKnown(one, ['Channel', 'Concurrency']);
  const queueArns = listOf(properties, 'QueueConfigs').map((one) => {
    const { QueueReference } = onlyKnown(one, ['Delay', 'Priority', 'QueueReference']);
    return textOf(onlyKnown(QueueReference, ['Channel', 'QueueArn']), 'QueueArn');
  });
  const arn = `${instance.arn}/routing-profile/${stableId(resource)}`;
  instance.routingProfiles.push({ arn, name: textOf(properties, 'Name'), channels, queueArns });
  return { ref: arn, attributes: { RoutingProfileArn: arn } };
}

function provisionIntegration(instanceOf: InstanceOf, resource: Resource) {
  const known = ['InstanceId', 'IntegrationArn', 'IntegrationType', 'Tags'];
  const properties = knownProperties(resource, known);
  const instance = instanceOf(textOf(properties, 'InstanceId'), resource);
  const type = textOf(properties, 'IntegrationType');
  if (type !== 'LAMBDA_FUNCTION') throw new Error(`integrations of type ${type} are not known here`);
  const functionArn = textOf(properties, 'IntegrationArn');
  instance.functions.add(functionArn);
  return {
    ref: `${instance.arn}|${type}|${functionArn}`,
    attributes: { IntegrationAssociationId: stableId(resource) },
  };
}
