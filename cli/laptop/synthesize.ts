import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'cdk.out');

/** The inputs of the templates and bundles. */
const inputs = [
  'bin',
  'lib',
  'lambda',
  'domain',
  'sources',
  'aws',
  'cdk.json',
  'package-lock.json',
  'tsconfig.json',
];

export type Synthesized =
  | { readonly kind: 'synthesized'; readonly assembly: string }
  /** The app's errors, for people. */
  | { readonly kind: 'failed'; readonly message: string };

/**
 * Synthesizes the templates of all stacks with an organization file, by running the CDK app itself. It does nothing
 * when no input has changed.
 */
export async function synthesize(organizationFile: string): Promise<Synthesized> {
  const assembly = join(folder, `laptop-${digestOf(organizationFile)}`);
  if (existsSync(assembly)) return { kind: 'synthesized', assembly };

  removeOlder();
  mkdirSync(folder, { recursive: true });
  const made = mkdtempSync(join(folder, 'making-'));
  const { code, stderr } = await run({
    CDK_OUTDIR: made,
    CDK_VALIDATION: 'false', // takes longer than all the rest; `npm run synth`, the tests and a deployment do it
    PERMANENCE_ORGANIZATION: organizationFile,
  });
  if (code !== 0) {
    rmSync(made, { recursive: true, force: true });
    return { kind: 'failed', message: stderr.trim() };
  }
  if (existsSync(assembly)) rmSync(made, { recursive: true, force: true });
  else renameSync(made, assembly);
  return { kind: 'synthesized', assembly };
}

/** Removes earlier assemblies for the laptop, unless they may still be in use. */
function removeOlder(): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder).filter((each) => /^(laptop|making)-/.test(each))) {
    const path = join(folder, name);
    if (Date.now() - statSync(path).mtimeMs > keptMs) rmSync(path, { recursive: true, force: true });
  }
}

/** Six hours. No run of an assembly takes longer, not even a long simulation. */
const keptMs = 6 * 3_600_000;

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
