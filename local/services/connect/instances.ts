import { createHash } from 'node:crypto';
import { awsError } from '../../kernel/service.ts';
import type { Resource } from '../../template/resource.ts';
import type { Flow } from './flow/flow.ts';

/** A contact center in one region, and what belongs to it. */
export interface Instance {
  readonly arn: string;
  readonly id: string;
  readonly region: string;
  allowsOutboundCalls: boolean;
  /** Its own phone numbers. */
  readonly numbers: Set<string>;
  /** By id. */
  readonly flows: Map<string, ContactFlow>;
  /** The functions that its flows may invoke, by ARN. */
  readonly functions: Set<string>;
  /** By ARN. */
  readonly queues: Map<string, Queue>;
  readonly routingProfiles: RoutingProfile[];
}

export interface ContactFlow {
  readonly id: string;
  readonly arn: string;
  readonly name: string;
  /** As the template gave it. */
  readonly content: string;
  readonly flow: Flow;
  /** Nobody can start an archived flow. */
  state: 'ACTIVE' | 'ARCHIVED';
}

/** Which contacts its users get: the channels, and the queues. */
export interface RoutingProfile {
  readonly arn: string;
  readonly name: string;
  readonly channels: readonly unknown[];
  readonly queueArns: readonly string[];
}

export interface Queue {
  readonly arn: string;
  readonly name: string;
  /** How many contacts may wait in the queue at once. */
  readonly maxContacts: number;
  status: 'ENABLED' | 'DISABLED';
  /** The contacts that wait in the queue, by id. */
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

/** Finds the flow with this id or ARN, as a request names it. */
export function contactFlowOf(instance: Instance, id: string): ContactFlow {
  const found = instance.flows.get(id) ?? [...instance.flows.values()].find(({ arn }) => arn === id);
  if (found !== undefined) return found;
  throw awsError('ResourceNotFoundException', `There is no contact flow ${id} in ${instance.arn}`);
}

/** An id in the form of a UUID. The same template always gives the same ids. */
export function stableId({ region, stackName, logicalId }: Resource): string {
  return uuidOf(`${region}/${stackName}/${logicalId}`);
}

/** The same text gives the same id. */
export function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`];
  return [...parts, hex.slice(20, 32)].join('-');
}

/**
 * The begin of a country's numbers here, and how many digits follow. The numbers are valid in length and look
 * invented.
 */
const countries: Readonly<Record<string, { readonly prefix: string; readonly digits: number }>> = {
  BE: { prefix: '+322888', digits: 4 },
  DE: { prefix: '+493023125', digits: 3 },
  FR: { prefix: '+3319900', digits: 5 },
  GB: { prefix: '+442079460', digits: 3 },
  IE: { prefix: '+35312010', digits: 4 },
  IT: { prefix: '+39060000', digits: 5 },
  LU: { prefix: '+3522788', digits: 4 },
  NL: { prefix: '+3185888', digits: 4 },
  US: { prefix: '+121255501', digits: 2 },
};

/** A number of this country that is not in use. The same seed gives the same number. */
export function claimNumber(country: string, seed: number, isTaken: (number: string) => boolean): string {
  const plan = countries[country];
  if (plan === undefined) {
    throw new Error(`no numbers of ${country} here; there are those of ${Object.keys(countries).join(', ')}`);
  }
  const range = 10 ** plan.digits;
  for (let offset = 0; offset < range; offset += 1) {
    const number = plan.prefix + String((seed + offset) % range).padStart(plan.digits, '0');
    if (!isTaken(number)) return number;
  }
  throw new Error(`all numbers of ${country} are taken`);
}

/**
 * The calling codes with two digits. Those with one digit are 1 and 7. All others have three. Source: ITU-T E.164.
 */
const ofTwoDigits = /^\+(?:20|27|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;

/** The calling code of a number in E.164. */
export function callingCode(number: string): string {
  if (/^\+[17]/.test(number)) return number.slice(1, 2);
  return ofTwoDigits.test(number) ? number.slice(1, 3) : number.slice(1, 4);
}

/** The countries that a new instance in Europe may call: United Kingdom, Italy, France, Ireland and United States. */
export const callableFromTheStart: readonly string[] = ['44', '39', '33', '353', '1'];
