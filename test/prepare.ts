import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keptFolder } from './scenarios/example.ts';

/** Makes the folder in which the test files of this run store what several of them need. */
export default function prepare(): void {
  process.env[keptFolder] = mkdtempSync(join(tmpdir(), 'permanence-run-'));
}
