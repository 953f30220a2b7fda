import { join } from 'node:path';
import { deployedOrganization } from '../cli/laptop/deployed-organization.ts';
import { phoneOwners } from '../cli/laptop/phone-owners.ts';
import { orderedNumbers } from '../cli/laptop/sms-numbers.ts';
import { synthesize } from '../cli/laptop/synthesize.ts';
import { type Cloud, startCloud } from '../local/cloud.ts';
import { theNight } from '../test/scenarios/laptop.ts';

/** The product on this machine, as the benches use it. */
export interface BenchedCloud {
  readonly cloud: Cloud;
  readonly assembly: string;
  call(method: string, path: string, body?: unknown): Promise<Response>;
  alarm(alarm: Record<string, unknown>): Promise<{ readonly incidentId: string; readonly code: string }>;
  skip(seconds: number): Promise<void>;
  /** What happens at the same time takes turns in the order of this seed; null: as it comes. */
  lockstep(seed: number | null): Promise<void>;
}

const headers = { authorization: 'Bearer laptop-key-for-trying-only', 'content-type': 'application/json' };

export async function benchedCloud(
  speed: number,
  options: { readonly asModules?: boolean } = {},
): Promise<BenchedCloud> {
  const synthesized = await synthesize(join(import.meta.dirname, '../organization.yaml'));
  if (synthesized.kind === 'failed') throw new Error(synthesized.message);
  const { assembly } = synthesized;
  const cloud = await startCloud({
    assembly,
    phones: phoneOwners(deployedOrganization(assembly)),
    smsNumbers: orderedNumbers(assembly),
    ...{ port: 0, speed },
    // Who is on call is the same whenever it is measured.
    startAt: theNight,
    ...options,
  });
  const call = (method: string, path: string, body?: unknown) =>
    fetch(cloud.url + path, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  return {
    cloud,
    assembly,
    call,
    async alarm(alarm) {
      const response = await call('POST', '/eu-central-1/v1/alarms', alarm);
      if (response.status !== 202) throw new Error(`the alarm was answered with ${response.status}`);
      return (await response.json()) as { incidentId: string; code: string };
    },
    async skip(advanceSeconds) {
      await (await call('POST', '/local/clock', { advanceSeconds })).text();
    },
    async lockstep(seed) {
      await (await call('PUT', '/local/schedule', { seed })).text();
    },
  };
}
