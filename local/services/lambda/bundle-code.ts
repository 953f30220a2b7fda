import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { transformSync } from 'esbuild';
import type { BundleCode } from './messages.ts';
import { writeWhole } from './write-whole.ts';

/**
 * The folder beside the bundle. The names of its files depend on the bundle's content, so a changed bundle has new
 * files.
 */
const folderName = '.local-cloud';

/** The parameters with which a thread calls the script. */
const parameters = 'exports, require, module, __filename, __dirname, __fileUrl';

const known = new Map<string, { readonly changedAt: number; readonly code: BundleCode }>();

/** The code of this bundle, as threads load it. */
export function bundleCode(file: string): BundleCode {
  const { mtimeMs: changedAt } = statSync(file);
  const before = known.get(file);
  if (before?.changedAt === changedAt) return before.code;
  const code = prepare(file);
  known.set(file, { changedAt, code });
  return code;
}

function prepare(file: string): BundleCode {
  const source = readFileSync(file);
  const digest = createHash('sha256').update(parameters).update(source).digest('hex').slice(0, 16);
  const folder = join(dirname(file), folderName);
  const script = join(folder, `${digest}.cjs`);
  // V8 refuses code that another version of it has compiled.
  const compiled = join(folder, `${digest}-${process.versions.v8}.bin`);
  if (existsSync(script)) return { file, script, compiled };
  const made = scriptOf(source.toString('utf8'));
  if (made === undefined) return { file };
  mkdirSync(folder, { recursive: true });
  writeWhole(script, made);
  return { file, script, compiled };
}

/**
 * Undefined when esbuild cannot make a script of the bundle. The thread that loads the bundle then reports the error,
 * if there is one.
 */
function scriptOf(source: string): string | undefined {
  try {
    const { code } = transformSync(source, {
      format: 'cjs',
      platform: 'node',
      target: 'node20',
      minifyWhitespace: true,
      legalComments: 'none',
      // Compiled code does not keep the options with which Node looks up an import at run time.
      supported: { 'dynamic-import': false },
      define: { 'import.meta.url': '__fileUrl' },
      logLevel: 'silent',
    });
    return `(function (${parameters}) {"use strict";${code}\n})`;
  } catch {
    return undefined;
  }
}
