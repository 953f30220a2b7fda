import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

let code: Promise<string> | undefined;

/** The script that each thread starts with. Built once for each process: a thread takes JavaScript only. */
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
