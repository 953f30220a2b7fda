import { parseArgs } from 'node:util';
import { bundles } from './bundles.ts';
import { burst } from './burst.ts';
import { calls } from './calls.ts';
import type { BenchOptions } from './options.ts';
import { postToSms } from './post-to-sms.ts';
import { walks } from './walks.ts';

const benches: Readonly<Record<string, (options: BenchOptions) => Promise<void>>> = {
  calls,
  bundles,
  'post-to-sms': postToSms,
  burst,
  walks,
};

const help = `npm run bench -- [--quick] [${Object.keys(benches).join(' | ')}]

Prints what this machine measures, and beside each figure a limit or a peer. All benches, or those that are named.

  --quick  measures less, so that all benches are over within half a minute
  --files  names the files that 'walks' counts
  --help   prints this`;

async function run(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      quick: { type: 'boolean', default: false },
      files: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const unknown = positionals.filter((name) => !Object.hasOwn(benches, name));
  if (unknown.length > 0) throw new Error(`There is no bench ${unknown.join(', ')}`);
  if (values.help) return console.log(help);
  for (const [name, bench] of Object.entries(benches)) {
    if (positionals.length > 0 && !positionals.includes(name)) continue;
    console.log(`\n${name}`);
    await bench({ isQuick: values.quick, listsFiles: values.files });
  }
}

process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';
try {
  await run(process.argv.slice(2));
  process.exit(0);
} catch (error) {
  const isUsage =
    error instanceof Error && ('code' in error || error.message.startsWith('There is no bench'));
  console.error(isUsage ? `${error.message}\n\n${help}` : error);
  process.exit(isUsage ? 2 : 1);
}
