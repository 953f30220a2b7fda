import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FaultMode, Parts } from '../../../local/kernel/parts.ts';
import {
  type AwsAnswer,
  type AwsCall,
  type AwsService,
  type Caller,
  isAwsError,
  type Permission,
} from '../../../local/kernel/service.ts';
import { visitBook } from '../../../local/kernel/visits.ts';
import type { Resource } from '../../../local/template/resource.ts';
import type { Clock } from '../../../local/time/clock.ts';
import { seededRandom } from '../../../local/time/random.ts';
import type { Timer } from '../../../local/time/timer-queue.ts';

export const account = '000000000000';

/** A clock that stands still until a test moves it. */
export function handClock(startAt = Date.parse('2026-11-23T03:10:20.500Z')) {
  let now = startAt;
  const timers: { readonly timer: Timer; readonly fire: () => void }[] = [];
  const clock: Clock = {
    now: () => now,
    at(due, label, fire) {
      const timer = { due, label };
      timers.push({ timer, fire });
      return timer;
    },
    cancel(timer) {
      const index = timers.findIndex((entry) => entry.timer === timer);
      if (index >= 0) timers.splice(index, 1);
    },
  };
  return {
    ...clock,
    advance(seconds: number) {
      const until = now + seconds * 1000;
      for (;;) {
        timers.sort((a, b) => a.timer.due - b.timer.due);
        const [next] = timers;
        if (next === undefined || next.timer.due > until) break;
        now = Math.max(now, next.timer.due);
        timers.shift();
        next.fire();
      }
      now = until;
    },
  };
}

export interface Enqueued {
  readonly functionArn: string;
  readonly payload: unknown;
  readonly caller: Caller;
}

/**
 * The parts that a service needs, with a record of their calls. Everything is allowed unless `refused` says
 * otherwise.
 */
export function stage() {
  const clock = handClock();
  const enqueued: Enqueued[] = [];
  const queued: { readonly queueArn: string; readonly body: string; readonly caller: Caller }[] = [];
  const asked: { readonly caller: Caller; readonly permission: Permission }[] = [];
  const told: string[] = [];
  const refused = new Set<string>();
  const modes = new Map<string, FaultMode>();
  const parts: Parts = {
    clock,
    account,
    activity: { begin: () => () => {} },
    faults: { mode: (service, { to }) => modes.get(`${service} ${to}`), onChange: () => () => {} },
    authorizer: {
      refusal(caller, permission) {
        asked.push({ caller, permission });
        return refused.has(permission.action) ? `not authorized to perform: ${permission.action}` : undefined;
      },
    },
    functions: {
      invoke: () => Promise.reject(new Error('nobody waits for a function here')),
      enqueue: (functionArn, payload, caller) => enqueued.push({ functionArn, payload, caller }),
    },
    queues: { send: (queueArn, body, caller) => queued.push({ queueArn, body, caller }) },
    visits: visitBook(),
    random: seededRandom(1).next,
    tell: (line) => told.push(line),
  };
  return { parts, clock, enqueued, queued, asked, told, refused, modes };
}

/** A resource as in the templates. */
export function resource(
  type: string,
  properties: Readonly<Record<string, unknown>>,
  { region = 'eu-central-1', logicalId = 'It' }: { region?: string; logicalId?: string } = {},
): Resource {
  return {
    logicalId,
    type,
    stackName: 'test',
    region,
    account,
    properties,
    assetPath: () => {
      throw new Error('no assets here');
    },
  };
}

/** Serves the wire protocols of some services, for the real SDK clients. */
export async function serve(...services: readonly (AwsService | undefined)[]) {
  const server = createServer((request, response) => void answer(request, response, services));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    client: (region: string) => ({
      region,
      endpoint: `http://127.0.0.1:${port}`,
      credentials: { accessKeyId: 'AKIATEST', secretAccessKey: 'test' },
      maxAttempts: 1,
    }),
    url: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  services: readonly (AwsService | undefined)[],
) {
  const call = await callOf(request);
  const service = services.find((candidate) => candidate?.signingName === call.service);
  const { status, headers, body } = await outcome(call, service);
  response.writeHead(status, headers);
  response.end(body);
}

async function outcome(call: AwsCall, service: AwsService | undefined): Promise<AwsAnswer> {
  try {
    if (service === undefined) throw new Error(`no service ${call.service}`);
    service.operation(call);
    service.permissions(call);
    return await service.perform(call, { drop: false });
  } catch (error) {
    if (service !== undefined && isAwsError(error)) return service.failure(call, error);
    return { status: 501, body: String(error) };
  }
}

async function callOf(request: IncomingMessage): Promise<AwsCall> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const url = new URL(request.url ?? '/', 'http://local');
  const scope = /Credential=[^/]+\/\d{8}\/([^/]+)\/([^/]+)\//.exec(request.headers.authorization ?? '');
  return {
    region: scope?.[1] ?? '',
    service: scope?.[2] ?? '',
    caller: { kind: 'account' },
    method: request.method ?? '',
    path: url.pathname,
    query: url.searchParams,
    headers: Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
    ),
    body: Buffer.concat(chunks),
  };
}
