import { setTimeout as sleep } from 'node:timers/promises';
import { benchedCloud } from './laptop.ts';
import type { BenchOptions } from './options.ts';

const atOnce = 20;

/** Processor time of all threads, sources included. `before` is what it was when a thread compiled its bundle anew. */
const limits = { cpuMs: 32, before: 64 };

/** In real time: a page takes this long only where nothing goes on any more. */
const longestMs = 120_000;

/** Alarms from many sources at the same time, each of another incident: what each costs up to its page. */
export async function burst({ isQuick }: BenchOptions): Promise<void> {
  const alarms = isQuick ? 20 : 300;
  const { cloud, call } = await benchedCloud(1);
  const pages = () => cloud.trace.filter(isPage).length;
  const statuses: number[] = [];
  const left = Array.from({ length: alarms }, (_, index) => `burst-${index}`);
  const source = async () => {
    for (let dedupKey = left.pop(); dedupKey !== undefined; dedupKey = left.pop()) {
      const alarm = { dedupKey, service: 'acme-shop', summary: dedupKey };
      const response = await call('POST', '/eu-central-1/v1/alarms', alarm);
      statuses.push(response.status);
      await response.text();
    }
  };

  const from = performance.now();
  const used = process.cpuUsage();
  await Promise.all(Array.from({ length: atOnce }, source));
  const answered = performance.now() - from;
  const accepted = statuses.filter((status) => status === 202).length;
  while (pages() < accepted && performance.now() - from < longestMs) await sleep(10);
  const { user, system } = process.cpuUsage(used);
  const wall = performance.now() - from;
  const paged = pages();
  await cloud.close();

  if (paged < accepted) throw new Error(`${paged} pages for ${accepted} alarms`);
  const cpuMs = (user + system) / 1000 / alarms;
  const refused = statuses.filter((status) => status === 503).length;
  console.log(
    `  ${alarms} alarms, ${atOnce} at a time: ${cpuMs.toFixed(1)} ms of processor an alarm up to its page ` +
      `(at most ${limits.cpuMs}; ${limits.before} before threads kept their compiled code)`,
  );
  console.log(
    `  answered after ${(answered / 1000).toFixed(1)} s, paged after ${(wall / 1000).toFixed(1)} s, ${refused} answers of 503`,
  );
}

function isPage({
  service,
  operation,
  caller,
  outcome,
}: {
  readonly service: string;
  readonly operation: string;
  readonly caller: string;
  readonly outcome?: string;
}): boolean {
  return (
    service === 'sns' && operation === 'Publish' && caller === 'permanence-step' && outcome === 'answered'
  );
}
