import { randomInt } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { countsOf, runJest } from './run-jest.ts';

const help = `npm run explore -- [--times 1] [--seed <number>] [words in names of test files]

Runs the test files that have properties, with cases that npm test does not draw.

  --times  how often, each time with another seed; once unless said
  --seed   of the first time, the next ones have the seeds after it; drawn unless said
  --help   prints this

A seed again: npm run explore -- --seed <it>`;

/** The highest seed that is drawn. fast-check takes whole numbers of 32 bits. */
const highestSeed = 2 ** 31 - 1;

/** Explores, and prints the seed of each run before it begins. Returns 1 when a property did not hold. */
async function explore(times: number, firstSeed: number, words: readonly string[]): Promise<number> {
  const files = filesWithProperties(words);
  if (files.length === 0) throw new Error(`no test file with properties is named ${words.join(' or ')}`);
  for (let seed = firstSeed; seed < firstSeed + times; seed += 1) {
    console.log(`seed ${seed}, ${files.length} files; again: npm run explore -- --seed ${seed}`);
    const run = await runJest(['--runTestsByPath', ...files], { PROPERTY_SEED: String(seed) });
    console.log(countsOf(run));
    if (!run.isGood) return 1;
  }
  return 0;
}

function filesWithProperties(words: readonly string[]): readonly string[] {
  const folder = join(import.meta.dirname, '../test');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => join(folder, name))
    .filter((path) => readFileSync(path, 'utf8').includes('fc.assert('))
    .filter((path) => words.length === 0 || words.some((word) => path.includes(word)))
    .sort();
}

function whole(name: string, value: string): number {
  const number = Number(value);
  if (Number.isSafeInteger(number) && number >= 1) return number;
  throw new Error(`${name} is a whole number from 1, got ${value}`);
}

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      times: { type: 'string', default: '1' },
      seed: { type: 'string', default: String(randomInt(1, highestSeed)) },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) console.log(help);
  else
    process.exitCode = await explore(
      whole('--times', values.times),
      whole('--seed', values.seed),
      positionals,
    );
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n\n${help}`);
  process.exitCode = 2;
}
