import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { synthesize } from '../cli/laptop/synthesize.ts';
import { exampleFile, keptFolder, preparedAssembly } from './scenarios/example.ts';

/** Synthesizes once, before the files that run the templates do it at the same time. */
export default async function prepare(): Promise<void> {
  const synthesized = await synthesize(exampleFile);
  if (synthesized.kind === 'failed') throw new Error(synthesized.message);
  process.env[preparedAssembly] = synthesized.assembly;
  process.env[keptFolder] = mkdtempSync(join(tmpdir(), 'permanence-run-'));
}
