import { watchThreads } from '../test/scenarios/code-that-ran.ts';
import { type BenchedCloud, benchedCloud } from './laptop.ts';
import { linesThatRan } from './lines-that-ran.ts';

/**
 * Counts the files of the product in which anything ran, for the walks that a reader follows first. Before the rooms and the
 * one list of timers these were as in `before`, counted in the same way.
 */
export async function walks(): Promise<void> {
  const watch = watchThreads();
  const bench = await benchedCloud(0, { asModules: true });
  const filesOf = async (walk: () => Promise<unknown>): Promise<readonly string[]> => {
    await watch.ran();
    await walk();
    const ran = await watch.ran();
    return linesThatRan(bench.assembly, ran)
      .filter(({ lines, neverRun }) => neverRun.length < lines)
      .map(({ path }) => path)
      .sort();
  };
  await bench.skip(60);
  for (const [name, walk] of Object.entries(walksOf(bench))) {
    let files: readonly string[] = [];
    // What a cold start alone runs is not counted: the last of several walks is.
    for (let times = 0; times < walksToWarm; times++) {
      await walk.begin();
      files = await filesOf(walk.go);
      await walk.end?.();
    }
    console.log(`  ${name}: ${files.length} files (before the rooms: ${countedBefore[name]})`);
    if (process.argv.includes('--files')) for (const file of files) console.log(`    ${file}`);
  }
  await bench.cloud.close();
  watch.end();
}

/** Counted by this bench at the last commit before the rooms. */
const countedBefore: Readonly<Record<string, number>> = {};

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

function walksOf({ alarm, skip, call }: BenchedCloud): Readonly<Record<string, Walk>> {
  const fires = async () => {
    alarms += 1;
    ({ code } = await alarm({ dedupKey: `walk-${alarms}`, service: 'acme-shop', summary: `walk ${alarms}` }));
    await skip(0);
  };
  const writes = async (text: string) => {
    await call('POST', `/local/phones/${primary}/messages`, { text });
    await skip(0);
  };
  const ends = async () => {
    const event = { dedupKey: `walk-${alarms}`, service: 'acme-shop', summary: `walk ${alarms}` };
    await alarm({ ...event, state: 'resolved' });
    await skip(1);
  };
  // A hanging SMS stops the walk where it is handed over.
  const smsHangs = async (hangs: boolean) => {
    await call('PUT', '/local/faults', hangs ? [{ region: '*', service: 'sms', mode: 'hang' }] : []);
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
    "a guardian's sweep": { begin: async () => ends().then(() => skip(61)), go: () => skip(10) },
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
