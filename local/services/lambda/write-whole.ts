import { renameSync, writeFileSync } from 'node:fs';
import { threadId } from 'node:worker_threads';

/** Writes a file in one step, since another thread or process may read it at any time. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  const part = `${path}.${process.pid}-${threadId}`;
  writeFileSync(part, content);
  renameSync(part, path);
}
