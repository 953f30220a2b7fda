import { countsOf, runJest } from './run-jest.ts';

/** Runs all tests, or those that the arguments name. The last line is `N passed, N failed`. */
const run = await runJest(process.argv.slice(2));
console.log(countsOf(run));
process.exitCode = run.isGood ? 0 : 1;
