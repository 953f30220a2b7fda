import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { PlaceKind, VisitedPlace } from '../local/kernel/visits.ts';
import { keptIn, passedThroughFolder } from '../test/scenarios/passed-through.ts';
import { benchedCloud } from './laptop.ts';
import { linesThatRan } from './lines-that-ran.ts';
import { printLines, printPlaces } from './shares.ts';

/**
 * Runs the scenarios, and prints how much of what the templates make they passed through, in either cell, and by name what
 * they never entered. Fails for a function, a state or an action of a contact flow that no scenario enters and that is not
 * excepted here, and for an exception that is none. Ways and lines are counted and named, and may stay untried: an action
 * of Amazon Connect must have ways out for errors that nothing here can cause.
 */
const excepted: Readonly<Record<string, string>> = {
  'permanence-escalation: Unknown turn (Fail)':
    'guards against a kind of turn that the step function does not have: it would take two releases that do not match',
  'permanence-page-without-table: Unknown turn (Fail)':
    'guards against the same, for what is carried without the table',
};

const scenarios = ['test/scenarios', 'test/browser'];

/** What must be entered. */
const required: readonly PlaceKind[] = ['function', 'state', 'flow action'];
const ways: readonly PlaceKind[] = ['way between states', 'way between actions'];

async function passedThrough(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'permanence-visits-'));
  const { assembly, there } = await theTemplates();
  const failed = await runScenarios(folder);
  const laptops = keptIn(folder);
  rmSync(folder, { recursive: true, force: true });
  const places = withTimes(
    there,
    laptops.flatMap((laptop) => laptop.places),
  );
  console.log(`\n${laptops.length} laptops of the scenarios passed through, of what the templates make:\n`);
  printPlaces([...required, ...ways], places, excepted);
  console.log(
    '\nand of the lines of the functions’ own code, in the threads that lived to the end of a scenario:\n',
  );
  printLines(
    linesThatRan(
      assembly,
      laptops.flatMap(({ code }) => code),
    ),
  );
  const problems = [
    ...(failed ? ['a scenario failed'] : []),
    ...neverEntered(places),
    ...wronglyExcepted(places),
  ];
  console.log(problems.length === 0 ? '\nNothing else is missing.' : `\n${problems.join('\n')}`);
  return problems.length === 0 ? 0 : 1;
}

/** True when one of them failed. */
function runScenarios(folder: string): Promise<boolean> {
  const jest = join(dirname(createRequire(import.meta.url).resolve('jest/package.json')), 'bin/jest.js');
  const named = process.argv.slice(2);
  return new Promise((resolve, reject) => {
    const run = spawn(process.execPath, [jest, ...(named.length === 0 ? scenarios : named)], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        ...process.env,
        [passedThroughFolder]: folder,
        AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
      },
    });
    run.on('error', reject);
    run.on('close', (code) => resolve(code !== 0));
  });
}

/** Where they are, and all that they make: the places of a cloud that has only begun. */
async function theTemplates() {
  const { cloud, assembly } = await benchedCloud(0);
  const there = cloud.visits();
  await cloud.close();
  return { assembly, there };
}

/** The places with the times of the scenarios. */
function withTimes(
  places: readonly VisitedPlace[],
  visited: readonly VisitedPlace[],
): readonly VisitedPlace[] {
  const times = new Map<string, number>();
  const keyOf = ({ kind, name }: VisitedPlace) => `${kind} ${name}`;
  for (const place of visited) times.set(keyOf(place), (times.get(keyOf(place)) ?? 0) + place.times);
  return places.map((place) => ({ ...place, times: times.get(keyOf(place)) ?? 0 }));
}

function neverEntered(places: readonly VisitedPlace[]): readonly string[] {
  return places
    .filter(({ kind, name, times }) => required.includes(kind) && times === 0 && !(name in excepted))
    .map(({ kind, name }) => `no scenario enters the ${kind} ${name}`);
}

/** Only a state that fails may be excepted, and only while nothing enters it. */
function wronglyExcepted(places: readonly VisitedPlace[]): readonly string[] {
  const never = places.filter(({ kind, times }) => kind === 'state' && times === 0).map(({ name }) => name);
  return Object.keys(excepted)
    .filter((name) => !name.endsWith('(Fail)') || !never.includes(name))
    .map((name) => `${name} is excepted, and is no Fail state that nothing enters`);
}

process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';
process.exit(await passedThrough());
