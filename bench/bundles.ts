import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { benchedCloud } from './laptop.ts';
import type { BenchOptions } from './options.ts';

const limitKb = { intake: 400 };

/** The size of each function's bundle, and how long it takes to load beside an empty function's. */
export async function bundles({ isQuick }: BenchOptions): Promise<void> {
  const runs = isQuick ? 1 : 7;
  const { cloud, assembly } = await benchedCloud(0);
  await cloud.close();
  const empty = join(mkdtempSync(join(tmpdir(), 'permanence-bench-')), 'index.mjs');
  writeFileSync(empty, 'export const handler = async () => {};');
  console.log(`  empty     ${await loadMs(runs, empty, {})} ms`);
  for (const { name, file, environment } of functionsIn(assembly)) {
    const kb = Math.round(statSync(file).size / 1000);
    const limit = name === 'intake' ? ` (at most ${limitKb.intake})` : '';
    console.log(`  ${name.padEnd(9)} ${await loadMs(runs, file, environment)} ms, ${kb} kB${limit}`);
  }
}

interface Bundle {
  readonly name: string;
  readonly file: string;
  readonly environment: Readonly<Record<string, string>>;
}

interface FunctionResource {
  readonly Type: string;
  readonly Properties: { readonly FunctionName: string; readonly Code: { readonly S3Key: string } };
}

function functionsIn(assembly: string): readonly Bundle[] {
  const template = readdirSync(assembly).find((name) => name.endsWith('cell-a.template.json')) ?? '';
  const { Resources } = JSON.parse(readFileSync(join(assembly, template), 'utf8')) as {
    Resources: Record<string, FunctionResource>;
  };
  return Object.values(Resources)
    .filter(({ Type }) => Type === 'AWS::Lambda::Function')
    .map(({ Properties: { FunctionName, Code } }) => ({
      name: FunctionName.replace('permanence-', ''),
      file: join(assembly, `asset.${Code.S3Key.replace('.zip', '')}`, 'index.mjs'),
      environment: Object.fromEntries(settings.map((name) => [name, 'bench'])),
    }));
}

const settings = [
  ...['AWS_REGION', 'OTHER_REGION', 'TABLE_NAME', 'STATE_MACHINE_ARN', 'OTHER_STATE_MACHINE_ARN'],
  ...['PAGE_WITHOUT_TABLE_ARN', 'OTHER_PAGE_WITHOUT_TABLE_ARN', 'LINK_KEY'],
  ...['ORGANIZATION_BUCKET', 'OTHER_ORGANIZATION_BUCKET', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'],
];

/** The median over some fresh threads. */
async function loadMs(
  runs: number,
  file: string,
  environment: Readonly<Record<string, string>>,
): Promise<number> {
  const took: number[] = [];
  for (let run = 0; run < runs; run++) took.push(await loadOnce(file, environment));
  return Math.round(took.sort((one, another) => one - another)[Math.floor(runs / 2)] ?? Number.NaN);
}

function loadOnce(file: string, environment: Readonly<Record<string, string>>): Promise<number> {
  const code = `const { parentPort } = require('node:worker_threads');
    import(${JSON.stringify(pathToFileURL(file).href)}).then(() => parentPort.postMessage('loaded'));`;
  return new Promise((resolve, reject) => {
    const from = performance.now();
    const worker = new Worker(code, {
      eval: true,
      execArgv: [],
      env: { ...environment, NODE_NO_WARNINGS: '1' },
    });
    worker.once('message', () => {
      resolve(performance.now() - from);
      void worker.terminate();
    });
    worker.once('error', reject);
  });
}
