import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { basename, dirname } from 'node:path';

/**
 * When a file was last changed, epoch milliseconds: the time of its last commit; with uncommitted changes or without
 * git, its time on the disk. A revert counts as a change: the deployment after it is newer.
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
    // There is no git, or no repository: the time on the disk is used.
  }
  return Math.floor(statSync(path).mtimeMs);
}
