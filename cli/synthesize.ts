import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

/** What the templates and bundles are made of. */
const inputs = ['bin', 'lib', 'lambda', 'domain', 'sources', 'aws', 'cdk.json', 'package-lock.json', 'tsconfig.json'];

export type Synthesized =
  | { readonly kind: 'synthesized'; readonly assembly: string }
  /** What the app said is wrong, for people. */
  | { readonly kind: 'failed'; readonly message: string };

/**
 * Synthesizes the templates of all stacks with an organization file, by running the CDK app itself. Nothing is done again
 * while nothing that goes into them has changed.
 */
export async function synthesize(organizationFile: string): Promise<Synthesized> {
  const digest = digestOf(organizationFile);
  const assembly = join(root, 'cdk.out', `laptop-${digest}`);
  const done = join(assembly, '.synthesized');
  if (existsSync(done)) return { kind: 'synthesized', assembly };
  removeOlder();
  mkdirSync(assembly, { recursive: true });
  const { code, stderr } = await run({ CDK_OUTDIR: assembly, PERMANENCE_ORGANIZATION: organizationFile });
  if (code !== 0) {
    rmSync(assembly, { recursive: true, force: true });
    return { kind: 'failed', message: stderr.trim() };
  }
  writeFileSync(done, '');
  return { kind: 'synthesized', assembly };
}

/** Earlier assemblies for the laptop: only the last few are worth their space. */
function removeOlder(): void {
  const folder = join(root, 'cdk.out');
  if (!existsSync(folder)) return;
  const older = readdirSync(folder).filter((name) => name.startsWith('laptop-'));
  if (older.length < maxAssemblies) return;
  for (const name of older) rmSync(join(folder, name), { recursive: true, force: true });
}

const maxAssemblies = 5;

function run(environment: Record<string, string>): Promise<{ code: number | null; stderr: string }> {
  return new Promise((resolve, reject) => {
    const app = spawn(process.execPath, ['--import', 'tsx', 'bin/permanence.ts'], {
      cwd: root,
      env: { ...process.env, ...environment, NODE_OPTIONS: '' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let stderr = '';
    app.stderr.on('data', (chunk) => {
      stderr += String(chunk);
    });
    app.on('error', reject);
    app.on('close', (code) => resolve({ code, stderr }));
  });
}

function digestOf(organizationFile: string): string {
  const hash = createHash('sha256');
  for (const file of [...inputs.flatMap((input) => filesIn(join(root, input))), organizationFile]) {
    hash.update(file).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex').slice(0, 12);
}

function filesIn(path: string): string[] {
  if (!existsSync(path)) return [];
  try {
    return readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
  } catch {
    return [path];
  }
}
