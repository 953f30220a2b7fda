import { benchedCloud } from './laptop.ts';
import type { BenchOptions } from './options.ts';

const limits = { median: 60, p99: 200 };

/** The best open-source peer, which polls; measured on such a machine. */
const peer = { median: 2600, worst: 4700 };

/** From the POST to the SMS handed to SNS: alarms one after the other, each resolved before the next. */
export async function postToSms({ isQuick }: BenchOptions): Promise<void> {
  const alarms = isQuick ? 5 : 200;
  const { cloud, alarm, call, skip } = await benchedCloud(1);
  await until(async () => (await call('GET', '/eu-central-1/v1/health')).status === 200);
  const took: number[] = [];
  for (let number = 0; number < alarms; number++) {
    const event = { dedupKey: `bench-${number}`, service: 'acme-shop', summary: `bench ${number}` };
    const seen = smsIn(cloud.trace);
    const from = cloud.now();
    await alarm(event);
    await until(async () => smsIn(cloud.trace) > seen);
    took.push((cloud.trace.filter(isSms)[seen]?.at ?? Number.NaN) - from);
    await alarm({ ...event, state: 'resolved' });
    // All that follows at once has happened. The incident itself lives on until its customer has been told.
    await skip(0);
  }
  await cloud.close();
  const sorted = [...took].sort((one, another) => one - another);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  console.log(`  median ${at(0.5)} ms (at most ${limits.median}; a polling peer ${peer.median})`);
  console.log(`  p99    ${at(0.99)} ms (at most ${limits.p99}; a polling peer's worst ${peer.worst})`);
  console.log(`  worst  ${sorted.at(-1)} ms, the first with cold functions`);
}

type Trace = Awaited<ReturnType<typeof benchedCloud>>['cloud']['trace'];

function isSms({ service, operation }: Trace[number]): boolean {
  return service === 'sns' && operation === 'Publish';
}

function smsIn(trace: Trace): number {
  return trace.filter(isSms).length;
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  const patience = Date.now() + 30_000;
  while (!(await isSo())) {
    if (Date.now() > patience) throw new Error('nothing happened for 30 seconds');
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}
