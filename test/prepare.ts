import { synthesize } from '../cli/laptop/synthesize.ts';
import { exampleFile, preparedAssembly } from './scenarios/example.ts';

/** Synthesizes once, before the files that run the templates do it at the same time. */
export default async function prepare(): Promise<void> {
  const synthesized = await synthesize(exampleFile);
  if (synthesized.kind === 'failed') throw new Error(synthesized.message);
  process.env[preparedAssembly] = synthesized.assembly;
}
