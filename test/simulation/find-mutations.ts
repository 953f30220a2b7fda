import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Mutation, mutations } from './mutations.ts';

const help = `npm run mutations -- [--nights 500] [--seed 1] [--only <words>]

Breaks the product on purpose, one rule after the other, each in a copy of its own, and plays nights until one goes wrong:
a simulation that misses none of its rules proves nothing.

  --nights  how many are played at most for each; 500 unless said
  --seed    of the first night; 1 unless said, or another where only a rare night shows it
  --only    breaks only what these words stand in`;

const root = join(import.meta.dirname, '../..');

/** What the copy does without. */
const leftOut = ['.git', 'node_modules', 'cdk.out', 'coverage', 'docs'];

interface Found {
  /** The number of nights that were played until one went wrong. */
  readonly nights: number;
  /** What the rule reported; undefined when no rule found the mutation. */
  readonly wrong: string | undefined;
}

/** Tries to find each mutation, and prints the result. Returns 1 when one was not found. */
async function findMutations(options: { nights: string; seed: string; only: string }): Promise<number> {
  const meant = mutations.filter(({ broken }) => broken.includes(options.only));
  let tried = 0;
  let found = 0;
  for (const mutation of meant) {
    if (process.exitCode !== undefined) break;
    const { nights, wrong } = await find(mutation, options);
    tried += 1;
    if (wrong !== undefined) found += 1;
    const said = wrong === undefined ? `NOT FOUND in ${nights} nights` : `found in night ${nights}: ${wrong}`;
    console.log(`without "${mutation.broken}": ${said}`);
  }
  console.log(`${found} of ${tried} found`);
  return found === meant.length ? 0 : 1;
}

async function find(mutation: Mutation, options: { nights: string; seed: string }): Promise<Found> {
  const copy = mkdtempSync(join(tmpdir(), 'permanence-mutation-'));
  try {
    copyTo(copy);
    breakIt(copy, mutation);
    const { nights, seed } = options;
    const from = String(mutation.seed ?? seed);
    const said = await simulate(copy, ['--until-wrong', '--nights', nights, '--seed', from]);
    const [, played = '0'] = /^(\d+) nights played/m.exec(said) ?? [];
    if (Number(played) === 0) throw new Error(`no night could be played:\n${said}`);
    const [, wrong] = /WENT WRONG:\n {2}(.*)/.exec(said) ?? [];
    return { nights: Number(played), wrong };
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

function copyTo(copy: string): void {
  for (const name of readdirSync(root).filter((each) => !leftOut.includes(each))) {
    cpSync(join(root, name), join(copy, name), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
}

function breakIt(copy: string, { broken, file, from, to }: Mutation): void {
  const path = join(copy, file);
  const parts = readFileSync(path, 'utf8').split(from);
  if (parts.length !== 2)
    throw new Error(`"${broken}" must stand in ${file} once, and stands there ${parts.length - 1} times`);
  writeFileSync(path, parts.join(to));
}

function simulate(cwd: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const command = ['--import', 'tsx', 'test/simulation/simulate.ts', ...args];
    const simulation = spawn(process.execPath, command, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [simulation.stdout, simulation.stderr]) {
      stream.on('data', (chunk) => {
        said += String(chunk);
      });
    }
    const stop = () => {
      simulation.kill('SIGINT');
      process.exitCode = 130;
    };
    process.once('SIGINT', stop);
    simulation.on('error', reject);
    simulation.on('close', () => {
      process.off('SIGINT', stop);
      resolve(said);
    });
  });
}

const { values } = parseArgs({
  options: {
    nights: { type: 'string', default: '500' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(help);
  process.exit(0);
}
process.exit(await findMutations(values));
