// Makes the packages ready before the first start or test in a fresh clone: the only file that runs without them.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const oldest = [20, 19];
const root = join(import.meta.dirname, '..');
const stamp = join(root, 'node_modules', '.installed-from');

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < oldest[0] || (major === oldest[0] && minor < oldest[1])) {
  console.error(`Permanence needs Node ${oldest.join('.')} or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

const wanted = readFileSync(join(root, 'package-lock.json'), 'utf8');
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  console.error('Installing packages (once) ...'); // a program may read the standard output
  const isWindows = process.platform === 'win32';
  const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: isWindows,
  });
  if (status !== 0) {
    console.error('npm install failed; see above.');
    process.exit(status ?? 1);
  }
  writeFileSync(stamp, readFileSync(join(root, 'package-lock.json'), 'utf8'));
}
