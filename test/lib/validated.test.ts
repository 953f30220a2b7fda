import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { root } from './synthesized.ts';

test("the templates pass AWS's own rules and recommendations, without a warning", () => {
  const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'bin/permanence.ts'], {
    cwd: root,
    env: { ...process.env, CDK_OUTDIR: mkdtempSync(join(tmpdir(), 'permanence-')), NODE_OPTIONS: '' },
    encoding: 'utf8',
  });

  const said = stderr.split('\n').filter((line) => line !== '' && !line.startsWith('Bundling asset'));
  expect(said).toEqual([]);
  expect(status).toBe(0);
});
