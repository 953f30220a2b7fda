import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import vm from 'node:vm';
import type { BundleCode } from '../messages.ts';
import { writeWhole } from '../write-whole.ts';

type Exports = Readonly<Record<string, unknown>>;

/** The bundles of this thread. Each load runs the bundle again. The code that V8 has compiled stays. */
export interface LoadedBundles {
  load(bundle: BundleCode): Promise<Exports>;
  /** Called after an invocation. Stores the code that V8 has compiled, unless it is stored already. */
  invoked(): void;
}

/** After this many invocations a function has run most of its code. */
const keptAfter = 3;

interface Loaded {
  readonly script: vm.Script;
  readonly compiled: string;
  isKept: boolean;
  invocations: number;
}

export function loadedBundles(): LoadedBundles {
  const all = new Map<string, Loaded>();
  let current: Loaded | undefined;
  return {
    async load(bundle) {
      const { file, script, compiled } = bundle;
      if (script === undefined || compiled === undefined) return import(pathToFileURL(file).href);
      current = all.get(script) ?? read({ file, script, compiled });
      all.set(script, current);
      return run(current.script, file);
    },
    invoked() {
      if (current === undefined) return;
      current.invocations += 1;
      if (current.isKept || current.invocations < keptAfter) return;
      current.isKept = true;
      if (!existsSync(current.compiled)) writeWhole(current.compiled, current.script.createCachedData());
    },
  };
}

function read({ file, script, compiled }: Required<BundleCode>): Loaded {
  const cachedData = existsSync(compiled) ? readFileSync(compiled) : undefined;
  const made = new vm.Script(readFileSync(script, 'utf8'), {
    filename: file,
    ...(cachedData !== undefined && { cachedData }),
  });
  return { script: made, compiled, isKept: cachedData !== undefined, invocations: 0 };
}

function run(script: vm.Script, file: string): Exports {
  const module = { exports: {} };
  const main = script.runInThisContext();
  main(module.exports, requireOf(file), module, file, dirname(file), pathToFileURL(file).href);
  return module.exports;
}

/** Imports like a module, also by the URL of a file. */
function requireOf(file: string): NodeJS.Require {
  const require = createRequire(file);
  const byUrl = (name: string) => require(name.startsWith('file:') ? fileURLToPath(name) : name);
  return Object.assign(byUrl, require);
}
