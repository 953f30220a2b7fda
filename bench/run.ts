import { bundles } from './bundles.ts';
import { calls } from './calls.ts';
import { postToSms } from './post-to-sms.ts';

/** Prints what this machine measures, and beside each figure a limit or a peer. All of it, or the benches that are named. */
const benches = { calls, bundles, 'post-to-sms': postToSms };

process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';
const named = process.argv.slice(2);
const unknown = named.filter((name) => !Object.hasOwn(benches, name));
if (unknown.length > 0) {
  console.error(`no bench ${unknown.join(', ')}; there are ${Object.keys(benches).join(', ')}`);
  process.exit(1);
}
for (const [name, bench] of Object.entries(benches)) {
  if (named.length > 0 && !named.includes(name)) continue;
  console.log(`\n${name}`);
  await bench();
}
process.exit(0);
