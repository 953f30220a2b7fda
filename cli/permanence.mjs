#!/usr/bin/env node
// What `npx permanence` runs: makes the packages ready in a fresh clone, then reads TypeScript as it is.
await import('./install.mjs');
const { register } = await import('tsx/esm/api');
register();
const { main } = await import('./permanence.ts');
process.exitCode = await main(process.argv.slice(2));
