import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { synthesize } from '../../cli/laptop/synthesize.ts';
import { exampleFile, keptFolder, preparedAssembly } from './example.ts';

/**
 * The folder with the synthesized templates. Within a run of Jest the first file that asks synthesizes them, and the
 * others wait for it.
 */
export async function theAssembly(): Promise<string> {
  const prepared = process.env[preparedAssembly];
  if (prepared !== undefined) return prepared;
  const folder = process.env[keptFolder];
  if (folder === undefined) return synthesizeNow();
  const kept = join(folder, 'assembly.json');
  if (isFirst(folder)) await keep(kept);
  while (!existsSync(kept)) await setTimeout(100);
  const { assembly, error } = JSON.parse(readFileSync(kept, 'utf8')) as Kept;
  if (assembly === undefined) throw new Error(error);
  return assembly;
}

interface Kept {
  readonly assembly?: string;
  readonly error?: string;
}

/** Only one process can make the folder. */
function isFirst(folder: string): boolean {
  return mkdirSync(join(folder, 'synthesizing'), { recursive: true }) !== undefined;
}

async function keep(file: string): Promise<void> {
  const result: Kept = await synthesizeNow().then(
    (assembly) => ({ assembly }),
    (error: unknown) => ({ error: String(error) }),
  );
  writeFileSync(`${file}.part`, JSON.stringify(result));
  renameSync(`${file}.part`, file);
}

async function synthesizeNow(): Promise<string> {
  const synthesized = await synthesize(exampleFile);
  if (synthesized.kind === 'failed') throw new Error(synthesized.message);
  return synthesized.assembly;
}
