import { synthesize } from '../../cli/laptop/synthesize.ts';
import { exampleFile, preparedAssembly } from './example.ts';

/** The templates that Jest has synthesized for all files. Without Jest they are synthesized here. */
export async function theAssembly(): Promise<string> {
  const prepared = process.env[preparedAssembly];
  if (prepared !== undefined) return prepared;
  const synthesized = await synthesize(exampleFile);
  if (synthesized.kind === 'failed') throw new Error(synthesized.message);
  return synthesized.assembly;
}
