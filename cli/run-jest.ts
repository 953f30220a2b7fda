import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** The result of a run of Jest. */
export interface TestRun {
  readonly passed: number;
  /** A test file that could not be run counts as one. */
  readonly failed: number;
  readonly skipped: number;
  /** Jest itself reports no error, and at least one test passed. */
  readonly isGood: boolean;
}

/** Runs Jest with these arguments. Its output about files and failures goes to the standard error. */
export async function runJest(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<TestRun> {
  const folder = mkdtempSync(join(tmpdir(), 'permanence-test-'));
  const outcome = join(folder, 'outcome.json');
  const jest = join(dirname(createRequire(import.meta.url).resolve('jest/package.json')), 'bin/jest.js');
  const code = await run([jest, '--json', `--outputFile=${outcome}`, ...args], environment);
  const counts = countsIn(outcome);
  rmSync(folder, { recursive: true, force: true });
  return { ...counts, isGood: code === 0 && counts.passed > 0 };
}

/** `N passed, N failed`, and the number of skipped tests when there are any. */
export function countsOf({ passed, failed, skipped }: TestRun): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

function run(args: string[], environment: Readonly<Record<string, string>>): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const jest = spawn(process.execPath, args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true', ...environment },
    });
    jest.on('error', reject);
    jest.on('close', resolve);
  });
}

function countsIn(file: string): Omit<TestRun, 'isGood'> {
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
