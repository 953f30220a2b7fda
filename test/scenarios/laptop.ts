import { join } from 'node:path';
import { DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import { type Head, headFromItem, incidentOf, type Item } from '../../aws/head.ts';
import { synthesize } from '../../cli/synthesize.ts';
import { phoneOwners } from '../../cli/phone-owners.ts';
import type { Incident } from '../../domain/incident.ts';
import type { Entry } from '../../domain/timeline.ts';
import { type Cloud, startCloud } from '../../local/cloud.ts';
import type { Phone } from '../../local/phones/phone-book.ts';
import { exampleFile, exampleOrganization } from './example.ts';

/** The night of the scenarios: Monday 23 November 2026, 03:10 in Brussels. */
export const theNight = Date.parse('2026-11-23T02:10:00Z');

export const own = 'eu-central-1';
export const other = 'eu-west-2';

export interface NativeAlarm {
  readonly dedupKey: string;
  readonly service: string;
  readonly summary: string;
  readonly severity?: string;
  readonly state?: 'firing' | 'resolved';
  readonly occurredAt?: string;
}

export interface Fault {
  readonly region?: string | { readonly from: string; readonly to: string };
  readonly service?: string;
  readonly mode?: string;
  readonly kill?: string;
  readonly afterCall?: number;
}

export interface Accepted {
  readonly status: number;
  readonly body: {
    readonly incidentId: string;
    readonly code: string;
    readonly status: string;
    readonly warnings?: readonly { readonly place: string; readonly message: string }[];
  };
}

/** The product on a laptop whose clock stands still until a scenario skips time. */
export interface Laptop {
  readonly cloud: Cloud;
  /** Sends a native alarm to a cell, and waits until all that follows at once has happened. */
  alarm(alarm: NativeAlarm, region?: string): Promise<Accepted>;
  /** Sends a body as it is. */
  post(body: string, options?: { readonly region?: string; readonly key?: string }): Promise<Accepted>;
  /** What came to the phone of a responder, oldest first. */
  texts(responder: string): Promise<readonly string[]>;
  phone(responder: string): Promise<Phone>;
  /** The responder writes back, and all that follows at once happens. */
  reply(responder: string, text: string): Promise<void>;
  skip(seconds: number): Promise<void>;
  faults(...faults: readonly Fault[]): Promise<void>;
  lockstep(seed: number): Promise<void>;
  executions(): Promise<readonly { readonly name: string; readonly status: string; readonly state: string; readonly region: string }[]>;
  /** The incident as it stands in the table, with its whole timeline. */
  incident(incidentId: string): Promise<StoredIncident>;
  close(): Promise<void>;
}

export interface StoredIncident {
  readonly head: Head;
  readonly incident: Incident;
  readonly timeline: readonly Entry[];
  /** Events that were stored beside it. */
  readonly alarms: number;
}

/** Starts the synthesized stacks on a free port. */
export async function laptop(options: { readonly startAt?: number; readonly seed?: number; readonly assembly?: string } = {}): Promise<Laptop> {
  const assembly = options.assembly ?? (await theAssembly());
  const cloud = await startCloud({
    assembly,
    phones: phoneOwners(exampleOrganization),
    port: 0,
    speed: 0,
    startAt: options.startAt ?? theNight,
    seed: options.seed ?? 1,
  });
  const call = callTo(cloud.url);
  const skip = async (advanceSeconds: number) => {
    await call('POST', '/local/clock', { advanceSeconds });
  };
  const post: Laptop['post'] = async (body, { region = own, key = laptopKey } = {}) => {
    const response = await fetch(`${cloud.url}/${region}/v1/alarms`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body,
    });
    const answer = { status: response.status, body: (await response.json()) as Accepted['body'] };
    await skip(0);
    return answer;
  };
  const phone = async (responder: string) => {
    const number = exampleOrganization.responders[responder]?.numbers[0];
    const found = (await call<State>('GET', '/local/state')).phones.find((each) => each.number === number);
    if (found === undefined) throw new Error(`no phone of ${responder}`);
    return found;
  };
  return {
    cloud,
    post,
    phone,
    skip,
    alarm: (alarm, region = own) => post(JSON.stringify(alarm), { region }),
    texts: async (responder) =>
      (await phone(responder)).messages.filter(({ direction }) => direction === 'in').map(({ text }) => text),
    async reply(responder, text) {
      const { number } = await phone(responder);
      await call('POST', `/local/phones/${encodeURIComponent(number)}/messages`, { text });
      await skip(0);
    },
    faults: async (...faults) => {
      await call('PUT', '/local/faults', faults);
    },
    lockstep: async (seed) => {
      await call('PUT', '/local/schedule', { seed });
    },
    executions: async () => (await call<State>('GET', '/local/state')).executions,
    incident: (incidentId) => storedIncident(cloud.url, incidentId),
    close: () => cloud.close(),
  };
}

/** The key of the example organization's integration \`laptop\`. */
const laptopKey = 'laptop-key-for-trying-only';

interface State {
  readonly phones: readonly Phone[];
  readonly executions: Awaited<ReturnType<Laptop['executions']>>;
}

async function theAssembly(): Promise<string> {
  const synthesized = await synthesize(exampleFile);
  if (synthesized.kind === 'failed') throw new Error(synthesized.message);
  return synthesized.assembly;
}

function callTo(url: string) {
  return async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const response = await fetch(url + path, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  };
}

async function storedIncident(url: string, incidentId: string): Promise<StoredIncident> {
  const [key = '', generation] = incidentId.split('-');
  const items = await itemsOf(url, key);
  const item =
    items.find(({ sk }) => sk?.S === `generation#${generation?.padStart(6, '0')}`) ??
    items.find(({ sk }) => sk?.S === 'head');
  if (item === undefined) throw new Error(`no incident ${incidentId}`);
  const head = headFromItem(items.find(({ sk }) => sk?.S === 'head') ?? item);
  const shown = head.generation === Number(generation) ? head : headFromItem(item);
  const incident = incidentOf(shown);
  const moved = items
    .filter(({ sk }) => sk?.S?.startsWith(`timeline#${generation?.padStart(6, '0')}`))
    .flatMap(({ entries }) => JSON.parse(entries?.S ?? '[]') as Entry[]);
  const alarms = items.filter(({ sk }) => sk?.S?.startsWith('alarm#')).length;
  return { head: shown, incident, timeline: [...moved, ...incident.timeline], alarms };
}

/** Reads as the account's owner would, with the AWS SDK. */
async function itemsOf(endpoint: string, key: string): Promise<readonly Item[]> {
  const client = new DynamoDBClient({
    endpoint,
    region: own,
    credentials: { accessKeyId: 'owner', secretAccessKey: 'owner' },
  });
  const command = new QueryCommand({
    TableName: 'permanence-incidents',
    KeyConditionExpression: 'pk = :key',
    ExpressionAttributeValues: { ':key': { S: key } },
  });
  const { Items = [] } = await client.send(command);
  client.destroy();
  return Items;
}

export const root = join(import.meta.dirname, '../..');
