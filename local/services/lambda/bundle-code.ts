import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { transformSync } from 'esbuild';
import type { BundleCode } from './messages.ts';
import { writeWhole } from './write-whole.ts';

/** Beside the bundle, whose content names the files: a changed bundle has other ones. */
const folderName = '.local-cloud';

/** What a thread calls the script with. */
const parameters = 'exports, require, module, __filename, __dirname, __fileUrl';

const known = new Map<string, { readonly changedAt: number; readonly code: BundleCode }>();

/** How threads load this bundle. */
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
  // V8 takes no code that another version of it has compiled.
  const compiled = join(folder, `${digest}-${process.versions.v8}.bin`);
  if (existsSync(script)) return { file, script, compiled };
  const made = scriptOf(source.toString('utf8'));
  if (made === undefined) return { file };
  mkdirSync(folder, { recursive: true });
  writeWhole(script, made);
  return { file, script, compiled };
}

/** Undefined where esbuild cannot make a script of it. A thread that loads it then says what is wrong, if anything is. */
function scriptOf(source: string): string | undefined {
  try {
    const { code } = transformSync(source, {
      format: 'cjs',
      platform: 'node',
      target: 'node20',
      minifyWhitespace: true,
      legalComments: 'none',
      // What a script imports at run time, Node looks up by its options, which compiled code does not keep.
      supported: { 'dynamic-import': false },
      define: { 'import.meta.url': '__fileUrl' },
      logLevel: 'silent',
    });
    return `(function (${parameters}) {"use strict";${code}\n})`;
  } catch {
    return undefined;
  }
}
