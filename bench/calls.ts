import { GetExecutionHistoryCommand, SFNClient } from '@aws-sdk/client-sfn';
import type { CallRecord } from '../local/trace.ts';
import { type BenchedCloud, benchedCloud } from './laptop.ts';

const limit = 6;
const primary = '+32470000001';

/** What does not depend on the machine: calls one after the other, invocations included, and state transitions. */
export async function calls(): Promise<void> {
  const bench = await benchedCloud(0);
  await bench.skip(60);
  const cold = await callsToSms(bench, 'cold');
  const warm = await shortest(bench);
  console.log(`  POST -> SMS, warm: ${warm.length} calls one after the other (at most ${limit})`);
  for (const [index, record] of warm.entries()) console.log(`    ${index + 1}. ${nameOf(record)}`);
  const added = cold.length - warm.length;
  console.log(
    `  POST -> SMS, cold: ${cold.length}; a cold start adds ${added}: ${cold.map(nameOf).join(', ')}`,
  );

  const answered = await incident(bench, 'answered', async () => {
    await bench.skip(5);
    await bench.call('POST', `/local/phones/${encodeURIComponent(primary)}/messages`, {
      text: 'ja',
    });
    await bench.skip(1);
  });
  console.log(`  answered at once and resolved: ${answered}`);
  console.log(`  goes round once, then resolved: ${await incident(bench, 'round', () => bench.skip(905))}`);
  await bench.cloud.close();
}

/** Calls that are made at the same time overlap in the trace more often than not: the shortest row has none of them twice. */
async function shortest(bench: BenchedCloud): Promise<readonly CallRecord[]> {
  const rows: (readonly CallRecord[])[] = [];
  for (let run = 0; run < warmRuns; run++) rows.push(await callsToSms(bench, `warm ${run}`));
  return rows.reduce((a, b) => (b.length < a.length ? b : a));
}

const warmRuns = 10;

async function callsToSms(bench: BenchedCloud, dedupKey: string): Promise<readonly CallRecord[]> {
  const before = bench.cloud.trace.length;
  await bench.alarm({ dedupKey, service: 'acme-shop', summary: dedupKey });
  await bench.skip(1);
  const records = bench.cloud.trace.slice(before);
  await bench.alarm({ dedupKey, service: 'acme-shop', summary: dedupKey, state: 'resolved' });
  await bench.skip(1);
  const sms = records.find(({ service, operation }) => service === 'sns' && operation === 'Publish');
  if (sms === undefined) throw new Error('no SMS was sent');
  const start = records.find(({ operation }) => operation === 'StartExecution');
  const [intake, step] = records.filter(({ service }) => service === 'lambda');
  if (start === undefined || intake === undefined || step === undefined)
    throw new Error('no execution was started');
  return [intake, ...chainTo(start, records), step, ...chainTo(sms, records)];
}

/** The longest row of calls of one function, each begun after the one before it was answered, that ends with a call. */
function chainTo(last: CallRecord, records: readonly CallRecord[]): readonly CallRecord[] {
  return longestChain(
    records.filter(({ caller }) => caller === last.caller),
    last,
  );
}

function longestChain(records: readonly CallRecord[], last: CallRecord): readonly CallRecord[] {
  const before = records.filter(({ endedAt = Number.POSITIVE_INFINITY }) => endedAt < last.startedAt);
  const chains = before.map((record) => longestChain(before, record));
  const longest = chains.reduce<readonly CallRecord[]>((a, b) => (b.length > a.length ? b : a), []);
  return [...longest, last];
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

function nameOf({ caller, service, operation }: CallRecord): string {
  return `${caller} -> ${service} ${operation}`;
}
