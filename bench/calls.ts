import { GetExecutionHistoryCommand, SFNClient } from '@aws-sdk/client-sfn';
import { callsOneAfterTheOther, nameOf, type Run } from './calls-one-after-the-other.ts';
import { type BenchedCloud, benchedCloud } from './laptop.ts';
import type { BenchOptions } from './options.ts';
import { phoneRings } from './phone-rings.ts';

const limit = 6;
const primary = '+32470000001';

/** What does not depend on the machine: calls one after the other, invocations included, and state transitions. */
export async function calls({ isQuick }: BenchOptions): Promise<void> {
  const runs = isQuick ? 5 : 10;
  const bench = await benchedCloud(0);
  await bench.skip(60);
  const cold = callsOneAfterTheOther([await pageBySms(bench, 'cold')]);
  const warm = callsOneAfterTheOther(await warmPages(bench, runs));
  console.log(`  POST -> SMS, warm: ${warm.length} calls one after the other (at most ${limit})`);
  for (const [index, record] of warm.entries()) console.log(`    ${index + 1}. ${nameOf(record)}`);
  const added = cold.length - warm.length;
  console.log(
    `  POST -> SMS, cold: ${cold.length}; a cold start adds ${added}: ${cold.map(nameOf).join(', ')}`,
  );

  await bench.cloud.close();

  await phoneRings(runs);

  const answered = await alone('answered', async ({ skip, call }) => {
    await skip(5);
    await call('POST', `/local/phones/${encodeURIComponent(primary)}/messages`, { text: 'ja' });
    await skip(1);
  });
  console.log(`  answered at once and resolved: ${answered}`);
  console.log(`  goes round once, then resolved: ${await alone('round', ({ skip }) => skip(905))}`);
}

/** In a cloud of its own: what operators are still asked about another incident must not count. */
async function alone(dedupKey: string, happens: (bench: BenchedCloud) => Promise<void>): Promise<string> {
  const bench = await benchedCloud(0);
  await bench.skip(60);
  const counted = await incident(bench, dedupKey, () => happens(bench));
  await bench.cloud.close();
  return counted;
}

async function warmPages(bench: BenchedCloud, count: number): Promise<readonly Run[]> {
  const runs: Run[] = [];
  for (let seed = 1; seed <= count; seed++) {
    await bench.lockstep(seed);
    runs.push(await pageBySms(bench, `warm ${seed}`));
  }
  await bench.lockstep(null);
  return runs;
}

async function pageBySms(bench: BenchedCloud, dedupKey: string): Promise<Run> {
  const before = bench.cloud.trace.length;
  await bench.alarm({ dedupKey, service: 'acme-shop', summary: dedupKey });
  await bench.skip(1);
  const records = bench.cloud.trace.slice(before);
  await bench.alarm({ dedupKey, service: 'acme-shop', summary: dedupKey, state: 'resolved' });
  await bench.skip(1);
  const last = records.find(({ service, operation }) => service === 'sns' && operation === 'Publish');
  if (last === undefined) throw new Error('no SMS was sent');
  return { records, last };
}

async function incident(
  bench: BenchedCloud,
  dedupKey: string,
  happen: () => Promise<unknown>,
): Promise<string> {
  const before = bench.cloud.trace.length;
  const alarm = { dedupKey, service: 'acme-shop', summary: dedupKey };
  const { incidentId } = await bench.alarm(alarm);
  await happen();
  await bench.alarm({ ...alarm, state: 'resolved' });
  await bench.skip(1);
  const records = bench.cloud.trace
    .slice(before)
    .filter(({ caller, operation }) => !`${caller} ${operation}`.includes('guardian'));
  const invocations = records.filter(({ service }) => service === 'lambda').length;
  const transitions = await transitionsOf(bench, incidentId);
  return `${records.length - invocations} calls, ${invocations} invocations, ${transitions} state transitions`;
}

async function transitionsOf({ cloud }: BenchedCloud, incidentId: string): Promise<number> {
  const credentials = { accessKeyId: 'owner', secretAccessKey: 'owner' };
  const client = new SFNClient({ endpoint: cloud.url, region: 'eu-central-1', credentials });
  const machine = 'arn:aws:states:eu-central-1:000000000000:execution:permanence-escalation';
  const executionArn = `${machine}:${incidentId}-1`;
  const { events = [] } = await client.send(
    new GetExecutionHistoryCommand({ executionArn, maxResults: 1000 }),
  );
  client.destroy();
  return events.filter(({ type }) => type?.endsWith('StateEntered')).length;
}
