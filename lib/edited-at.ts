import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { basename, dirname } from 'node:path';

/**
 * When a file was last changed, epoch milliseconds: its last commit or, with changes that are not committed or without
 * git, its time on the disk. A revert is a change, too: what is deployed after it is newer.
 */
export function editedAt(path: string): number {
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', dirname(path), ...args, '--', basename(path)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  try {
    const isChanged = git('status', '--porcelain') !== '';
    const committed = isChanged ? '' : git('log', '-1', '--format=%ct');
    if (committed !== '') return Number(committed) * 1000;
  } catch {
    // No git here, or no repository: the disk knows.
  }
  return Math.floor(statSync(path).mtimeMs);
}
