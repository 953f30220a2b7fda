import { join } from 'node:path';
import { pageFacts } from '../../cli/laptop/page-facts.ts';
import { phoneOwners } from '../../cli/laptop/phone-owners.ts';
import { orderedNumbers } from '../../cli/laptop/sms-numbers.ts';
import type { RegionAccount } from '../../local/account/account.ts';
import { type Cloud, startCloud } from '../../local/cloud.ts';
import type { Phone } from '../../local/phones/phone-book.ts';
import { togetherHeader } from '../../local/quiet/lockstep.ts';
import type { OrderedNumber } from '../../local/services/sms-voice/sms-voice.ts';
import { type AnswerWait, answerWait } from './answered.ts';
import { callTo } from './call-to.ts';
import { type CallsInHand, callsInHand, contactCenter } from './calls-in-hand.ts';
import { exampleOrganization } from './example.ts';
import { watchPassing } from './passed-through.ts';
import type { Accepted, Answer, NativeAlarm, PostOptions, RequestOptions } from './requests.ts';
import { type StoredIncident, storedIncident } from './stored-incident.ts';
import { type TasksInHand, tasksInHand } from './tasks-in-hand.ts';
import { theAssembly } from './the-assembly.ts';

/** The night of the scenarios: Monday 23 November 2026, 03:10 in Brussels. */
export const theNight = Date.parse('2026-11-23T02:10:00Z');

export const own = 'eu-central-1';
export const other = 'eu-west-2';

export interface Fault {
  readonly region?: string | { readonly from: string; readonly to: string };
  readonly service?: string;
  readonly mode?: string;
  readonly kill?: string;
  readonly afterCall?: number;
}

/** Switches the guardians off. A wait without overdue incidents then takes a tenth of the time to play. */
export const withoutGuardians: Fault = { region: '*', service: 'schedules', mode: 'drop' };

/** The product on a laptop. Its clock stands still until a scenario skips time. */
export interface Laptop extends CallsInHand, TasksInHand, AnswerWait {
  readonly cloud: Cloud;
  /** The log of the cloud: a line for each event. */
  readonly told: readonly string[];
  /** Sends a native alarm to a cell, and waits until all that follows at once has happened. */
  alarm(alarm: NativeAlarm, region?: string): Promise<Accepted>;
  /** Sends alarms to a cell at the same time. */
  together(alarms: readonly NativeAlarm[]): Promise<readonly Accepted[]>;
  /** Sends an alarm to both cells at the same time. Returns the answer of the first cell, then the other's. */
  atBothCells(alarm: NativeAlarm): Promise<readonly [Accepted, Accepted]>;
  /** Sends a body unchanged, with the key of the example's integration or another one; `null` for no key. */
  post(body: string, options?: PostOptions): Promise<Accepted>;
  /** Sends a request to a cell's API. The functions behind it may still run after the answer. */
  request(method: string, path: string, options?: RequestOptions): Promise<Answer>;
  /** The messages on a responder's phone, oldest first. */
  texts(responder: string): Promise<readonly string[]>;
  phone(responder: string): Promise<Phone>;
  /** The responder answers by SMS. Waits until all that follows at once has happened. */
  reply(responder: string, text: string): Promise<void>;
  /** A person with another number writes to the first cell's number. */
  stranger(number: string, text: string): Promise<void>;
  skip(seconds: number): Promise<void>;
  faults(...faults: readonly Fault[]): Promise<void>;
  /** The guardians run from now on. All other faults end. */
  startGuardians(): Promise<void>;
  /** No guardians are started any more; the running ones sweep for two more minutes. All other faults end. */
  stopGuardians(): Promise<void>;
  lockstep(seed: number): Promise<void>;
  executions(): Promise<
    readonly {
      readonly name: string;
      readonly status: string;
      readonly state: string;
      readonly region: string;
    }[]
  >;
  /** The incident as it is stored, with its whole timeline. */
  incident(incidentId: string): Promise<StoredIncident>;
  close(): Promise<void>;
}

/** Starts the synthesized stacks on a free port. */
export async function laptop(
  options: {
    readonly startAt?: number;
    readonly seed?: number;
    readonly assembly?: string;
    /**
     * The assembly has the functions, workflows and flows of the product. @default - not when an assembly is given
     */
    readonly runsTheProduct?: boolean;
    readonly port?: number;
    /**
     * The guardians run from their first minute on, for scenarios of takeover, redrive or publication. @default false
     */
    readonly guardians?: boolean;
    /**
     * What the account has before it deploys the templates. @default - a number in each region, and SNS may send from
     * it
     */
    readonly smsNumbers?: readonly OrderedNumber[];
    /** What AWS has not granted the account yet. @default - everything is granted */
    readonly account?: Partial<RegionAccount>;
  } = {},
): Promise<Laptop> {
  const assembly = options.assembly ?? (await theAssembly());
  const told: string[] = [];
  const { runsTheProduct = options.assembly === undefined } = options;
  const passing = runsTheProduct ? watchPassing() : undefined;
  const smsNumbers = options.smsNumbers ?? orderedNumbers(assembly);
  const cloud = await startCloud({
    tell: (line) => void told.push(line),
    assembly,
    asModules: passing !== undefined,
    phones: phoneOwners(exampleOrganization),
    smsNumbers,
    account: options.account ?? {},
    page: pageFacts,
    port: options.port ?? 0,
    speed: 0,
    startAt: options.startAt ?? theNight,
    seed: options.seed ?? 1,
  });
  const call = callTo(cloud.url);
  let always = options.guardians === true ? [] : [withoutGuardians];
  const faults: Laptop['faults'] = async (...some) => {
    await call('PUT', '/local/faults', [...some, ...always]);
  };
  await faults();
  const skip = async (advanceSeconds: number) => {
    await call('POST', '/local/clock', { advanceSeconds });
  };
  const request: Laptop['request'] = async (method, path, { region = own, headers = {}, body } = {}) => {
    const response = await fetch(`${cloud.url}/${region}${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, body: JSON.parse(text) };
  };
  const post: Laptop['post'] = async (body, { region = own, key = laptopKey, together = 1 } = {}) => {
    const authorization: Record<string, string> = key === null ? {} : { authorization: `Bearer ${key}` };
    const sent = { [togetherHeader]: String(together) };
    const headers = { ...authorization, ...sent, 'content-type': 'application/json' };
    const answer = await request('POST', '/v1/alarms', { region, headers, body });
    await skip(0);
    return answer as unknown as Accepted;
  };
  const phone = async (responder: string) => {
    const { responders, contactCenter: center } = exampleOrganization;
    const number = responder === contactCenter ? center.number : responders[responder]?.numbers[0];
    const found = (await call<State>('GET', '/local/state')).phones.find((each) => each.number === number);
    if (found === undefined) throw new Error(`no phone of ${responder}`);
    return found;
  };
  return {
    cloud,
    told,
    request,
    post,
    phone,
    skip,
    ...callsInHand(call, phone, skip),
    ...tasksInHand(call, skip),
    ...answerWait(cloud, call),
    alarm: (alarm, region = own) => post(JSON.stringify(alarm), { region }),
    together: (alarms) =>
      Promise.all(alarms.map((one) => post(JSON.stringify(one), { together: alarms.length }))),
    atBothCells(alarm) {
      const sent = JSON.stringify(alarm);
      return Promise.all([post(sent, { together: 2 }), post(sent, { region: other, together: 2 })]);
    },
    texts: async (responder) =>
      (await phone(responder)).messages.filter(({ direction }) => direction === 'in').map(({ text }) => text),
    async reply(responder, text) {
      const { number } = await phone(responder);
      await call('POST', `/local/phones/${encodeURIComponent(number)}/messages`, { text });
      await skip(0);
    },
    async stranger(number, text) {
      const to = smsNumbers.find(({ region }) => region === own)?.number;
      await call('POST', `/local/phones/${encodeURIComponent(number)}/messages`, { text, to });
      await skip(0);
    },
    faults,
    async startGuardians() {
      always = [];
      await faults();
    },
    async stopGuardians() {
      always = [withoutGuardians];
      await faults();
    },
    lockstep: async (seed) => {
      await call('PUT', '/local/schedule', { seed });
    },
    executions: async () => (await call<State>('GET', '/local/state')).executions,
    incident: (incidentId) => storedIncident(cloud.url, incidentId),
    close: () => passing?.close(cloud) ?? cloud.close(),
  };
}

/** The key of the example organization's integration `laptop`. */
const laptopKey = 'laptop-key-for-trying-only';

interface State {
  readonly phones: readonly Phone[];
  readonly executions: Awaited<ReturnType<Laptop['executions']>>;
}

export const root = join(import.meta.dirname, '../..');
