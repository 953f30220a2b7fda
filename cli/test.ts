import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Runs all tests, or those that the arguments name, and ends with `N passed, N failed` alone on a line. */
async function test(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'permanence-test-'));
  const outcome = join(folder, 'outcome.json');
  const jest = join(dirname(createRequire(import.meta.url).resolve('jest/package.json')), 'bin/jest.js');
  const code = await run([jest, '--json', `--outputFile=${outcome}`, ...process.argv.slice(2)]);
  const counts = countsIn(outcome);
  rmSync(folder, { recursive: true, force: true });
  const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
  console.log(`${counts.passed} passed, ${counts.failed} failed${skipped}`);
  return code === 0 && counts.passed > 0 ? 0 : 1;
}

function run(args: string[]): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const jest = spawn(process.execPath, args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
    });
    jest.on('error', reject);
    jest.on('close', resolve);
  });
}

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** A test file that could not even be run counts as one failed test. */
function countsIn(file: string): Counts {
  try {
    const outcome = JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>;
    return {
      passed: outcome['numPassedTests'] ?? 0,
      failed: (outcome['numFailedTests'] ?? 0) + (outcome['numRuntimeErrorTestSuites'] ?? 0),
      skipped: (outcome['numPendingTests'] ?? 0) + (outcome['numTodoTests'] ?? 0),
    };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

process.exitCode = await test();
