import { createHash } from 'node:crypto';
import { awsError } from '../../kernel/service.ts';
import type { Resource } from '../../template/resource.ts';
import type { Flow } from './flow/flow.ts';

/** A contact center in one region, and what belongs to it. */
export interface Instance {
  readonly arn: string;
  readonly id: string;
  readonly region: string;
  readonly allowsOutboundCalls: boolean;
  /** Its own phone numbers. */
  readonly numbers: Set<string>;
  /** By id. */
  readonly flows: Map<string, ContactFlow>;
  /** Those that its flows may invoke, by ARN. */
  readonly functions: Set<string>;
  /** By ARN. */
  readonly queues: Map<string, Queue>;
}

export interface ContactFlow {
  readonly id: string;
  readonly arn: string;
  readonly name: string;
  readonly flow: Flow;
}

export interface Queue {
  readonly arn: string;
  readonly name: string;
  /** How many contacts may wait in it at once. */
  readonly maxContacts: number;
  /** The contacts that wait in it, by id. */
  readonly waiting: Set<string>;
}

/** The instances of all regions. */
export interface Instances {
  add(instance: Instance): void;
  byArn(arn: string): Instance | undefined;
  byId(id: string, region: string): Instance | undefined;
  all(): readonly Instance[];
}

export function instanceStore(): Instances {
  const instances: Instance[] = [];
  return {
    add: (instance) => void instances.push(instance),
    byArn: (arn) => instances.find((one) => one.arn === arn),
    byId: (id, region) => instances.find((one) => one.id === id && one.region === region),
    all: () => instances,
  };
}

/** The flow of this id or ARN, as a request names it. */
export function contactFlowOf(instance: Instance, id: string): ContactFlow {
  const found = instance.flows.get(id) ?? [...instance.flows.values()].find(({ arn }) => arn === id);
  if (found !== undefined) return found;
  throw awsError('ResourceNotFoundException', `There is no contact flow ${id} in ${instance.arn}`);
}

/** An id in the form of a UUID: the same template gives the same ones. */
export function stableId({ region, stackName, logicalId }: Resource): string {
  return uuidOf(`${region}/${stackName}/${logicalId}`);
}

/** The same text gives the same id. */
export function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`];
  return [...parts, hex.slice(20, 32)].join('-');
}
