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

test('the templates of every shape, with Amazon Connect new, existing or none, pass the recommendations without a warning', () => {
  const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'test/lib/check-shapes.ts'], {
    cwd: root,
    env: { ...process.env, NODE_OPTIONS: '' },
    encoding: 'utf8',
  });

  expect(stderr).toBe('');
  expect(status).toBe(0);
});
