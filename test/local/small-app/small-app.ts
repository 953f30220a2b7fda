import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { smallTemplate } from './template.ts';

/**
 * Writes the small app as `cdk synth` would. Its function is bundled with the real clients. Returns the directory.
 */
export async function synthesizedSmallApp(): Promise<string> {
  const directory = mkdtempSync(join(tmpdir(), 'small-app-'));
  const write = (name: string, content: unknown) =>
    writeFileSync(join(directory, name), JSON.stringify(content));
  write('manifest.json', {
    version: '36.0.0',
    artifacts: {
      'small.assets': { type: 'cdk:asset-manifest', properties: { file: 'small.assets.json' } },
      small: {
        type: 'aws:cloudformation:stack',
        environment: 'aws://unknown-account/eu-central-1',
        properties: { templateFile: 'small.template.json' },
        dependencies: ['small.assets'],
      },
    },
  });
  write('small.template.json', smallTemplate);
  write('small.assets.json', {
    version: '36.0.0',
    files: {
      pager: {
        source: { path: 'pager', packaging: 'zip' },
        destinations: { here: { bucketName: 'assets', objectKey: 'pager.zip' } },
      },
    },
  });
  await build({
    entryPoints: [fileURLToPath(new URL('./function.ts', import.meta.url))],
    outfile: join(directory, 'pager', 'index.mjs'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    mainFields: ['module', 'main'],
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  });
  return directory;
}
