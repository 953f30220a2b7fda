import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

let code: Promise<string> | undefined;

/**
 * The script with which each thread starts. A thread needs JavaScript, so the script is built once for each process.
 */
export function threadCode(): Promise<string> {
  code ??= bundle(fileURLToPath(new URL('./thread/boot.ts', import.meta.url)));
  return code;
}

async function bundle(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'silent',
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error('esbuild gave no code for the threads of functions');
  return file.text;
}
