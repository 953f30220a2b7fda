import { type RanCode, watchThreads } from '../test/scenarios/code-that-ran.ts';
import { type BenchedCloud, benchedCloud } from './laptop.ts';
import { linesThatRan } from './lines-that-ran.ts';
import type { BenchOptions } from './options.ts';

/** Counts the files of the product in which anything ran, for the walks through the code that a reader follows first. */
export async function walks({ isQuick, listsFiles }: BenchOptions): Promise<void> {
  const watch = watchThreads();
  const bench = await benchedCloud(0, { asModules: true });
  await withoutGuardians(bench, []);
  for (const [name, walk] of Object.entries(walksOf(bench))) {
    const counts: (readonly string[])[] = [];
    // A thread that starts runs every file once, and one that is replaced is not counted: the walk in the middle met neither.
    for (let times = 0; times < (isQuick ? 3 : walksToWarm); times++) {
      await walk.begin();
      await watch.ran();
      await walk.go();
      counts.push(filesIn(bench.assembly, await watch.ran()));
      await walk.end?.();
    }
    const sorted = counts.toSorted((one, other) => one.length - other.length);
    const files = sorted[Math.floor((sorted.length - 1) / 2)] ?? [];
    console.log(
      `  ${name}: ${files.length} files (before the rooms ${countedBefore[name]}; at most ${limits[name]})`,
    );
    if (listsFiles) for (const file of files) console.log(`    ${file}`);
  }
  await bench.cloud.close();
  watch.end();
}

function filesIn(assembly: string, ran: readonly RanCode[]): readonly string[] {
  return linesThatRan(assembly, ran)
    .filter(({ lines, neverRun }) => neverRun.length < lines)
    .map(({ path }) => path)
    .sort();
}

/** Counted by this bench at the last commit before the rooms. */
const countedBefore: Readonly<Record<string, number>> = {
  'an alarm to the SMS': 54,
  'a reply to its effect': 60,
  "an operator's press": 78,
  'a deadline to the task': 51,
};

const limits: Readonly<Record<string, number>> = {
  'an alarm to the SMS': 36,
  'a reply to its effect': 40,
  "an operator's press": 70,
  'a deadline to the task': 50,
};

/** A guardian's sweep between two walks would be counted with one of them. */
async function withoutGuardians({ call }: BenchedCloud, faults: readonly object[]): Promise<void> {
  const dropped = { region: '*', service: 'schedules', mode: 'drop' };
  await call('PUT', '/local/faults', [dropped, ...faults]);
}

const primary = encodeURIComponent('+32470000001');

/** Each function has two threads, and either may be the one that is cold. */
const walksToWarm = 5;

interface Walk {
  readonly begin: () => Promise<unknown>;
  readonly go: () => Promise<unknown>;
  readonly end?: () => Promise<unknown>;
}

let alarms = 0;
let code = '';

function walksOf(bench: BenchedCloud): Readonly<Record<string, Walk>> {
  const { alarm, skip, call } = bench;
  const fires = async () => {
    alarms += 1;
    ({ code } = await alarm({ dedupKey: `walk-${alarms}`, service: 'acme-shop', summary: `walk ${alarms}` }));
    await skip(0);
  };
  const writes = async (text: string) => {
    await call('POST', `/local/phones/${primary}/messages`, { text });
    await skip(0);
  };
  // A hanging SMS stops the walk where it is handed over.
  const smsHangs = async (hangs: boolean) => {
    await withoutGuardians(bench, hangs ? [{ region: '*', service: 'sms', mode: 'hang' }] : []);
    await skip(hangs ? 0 : 10);
  };
  return {
    'an alarm to the SMS': { begin: () => smsHangs(true), go: fires, end: () => smsHangs(false) },
    'a reply to its effect': {
      begin: async () => fires().then(() => smsHangs(true)),
      end: () => smsHangs(false),
      go: () => writes(`${code} ja`),
    },
    "an operator's press": { begin: fires, go: () => presses(call, skip) },
    'a deadline to the task': {
      begin: async () => fires().then(() => skip(14 * 60)),
      go: () => skip(5 * 60),
    },
  };
}

/** An operator presses "is on it" on the screen of the newest task. */
async function presses(call: BenchedCloud['call'], skip: BenchedCloud['skip']): Promise<void> {
  const { tasks } = (await (await call('GET', '/local/state')).json()) as {
    tasks: readonly { readonly references: readonly { readonly name: string; readonly value: string }[] }[];
  };
  const address = tasks.at(-1)?.references.find(({ name }) => name === 'Screen')?.value ?? '';
  const page = await (await fetch(address)).text();
  const press = /name="press" value="(confirmed [^"]+)"/.exec(page)?.[1] ?? '';
  const form = /name="form" value="([^"]+)"/.exec(page)?.[1] ?? '';
  const body = new URLSearchParams({ press, form, by: 'Olga', who: '', note: '' });
  const { status } = await fetch(address, { method: 'POST', body, redirect: 'manual' });
  if (status !== 303) throw new Error(`the screen answered ${status}`);
  await skip(0);
}
