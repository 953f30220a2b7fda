import { type Cloud, type CloudOptions, startCloud } from '../../local/cloud.ts';
import type { FaultSwitch } from '../../local/faults/fault-switches.ts';
import type { Phone } from '../../local/phones/phone-book.ts';
import { togetherHeader } from '../../local/quiet/lockstep.ts';
import type { TaskView } from '../../local/services/connect/contact.ts';
import type { ExecutionView } from '../../local/services/step-functions.ts';

/** A running cloud, which tests use over HTTP like any other client. */
export interface RunningCloud {
  readonly cloud: Cloud;
  readonly told: readonly string[];
  /** `together` is the number of requests that are sent at the same time, this one included. */
  alarm(id: string, together?: number): Promise<Response>;
  request(method: string, path: string, body?: unknown): Promise<Response>;
  skip(advanceSeconds: number): Promise<void>;
  switchFaults(...switches: FaultSwitch[]): Promise<void>;
  write(text: string): Promise<Response>;
  state(): Promise<LocalState>;
}

export interface LocalState {
  readonly now: number;
  readonly speed: number;
  readonly phones: readonly Phone[];
  readonly tasks: readonly TaskView[];
  readonly faults: readonly unknown[];
  readonly executions: readonly ExecutionView[];
}

export const number = '+32470000001';

/** Starts a cloud on any free port. Its clock stands still. */
export async function runningCloud(
  assembly: string,
  options: Partial<CloudOptions> = {},
): Promise<RunningCloud> {
  const told: string[] = [];
  const cloud = await startCloud({
    assembly,
    port: 0,
    speed: 0,
    seed: 7,
    startAt: Date.parse('2026-11-22T03:10:00Z'),
    phones: [{ number, owner: 'an', kind: 'responder', language: 'nl' }],
    // The template has a number for the first region.
    smsNumbers: [
      {
        region: 'eu-west-2',
        number: '+447700900001',
        topicName: 'replies',
        sharedWith: ['sns.amazonaws.com'],
      },
    ],
    tell: (line) => told.push(line),
    ...options,
  });
  const request = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    fetch(cloud.url + path, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) });
  return {
    cloud,
    told,
    request,
    alarm: (id, together = 1) =>
      request('POST', '/eu-central-1/alarms', { id, number }, { [togetherHeader]: String(together) }),
    async skip(advanceSeconds) {
      await request('POST', '/local/clock', { advanceSeconds });
    },
    async switchFaults(...switches) {
      await request('PUT', '/local/faults', switches);
    },
    write: (text) => request('POST', `/local/phones/${encodeURIComponent(number)}/messages`, { text }),
    state: async () => (await request('GET', '/local/state')).json() as Promise<LocalState>,
  };
}
