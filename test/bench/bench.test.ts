import { spawnSync } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';

function bench(...args: string[]) {
  const command = ['--import', 'tsx', 'bench/run.ts', ...args];
  return spawnSync(process.execPath, command, {
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  });
}

describe('npm run bench', () => {
  test('runs each bench to its end, with its figures beside a limit or a peer', () => {
    const { status, stdout, stderr } = bench('--quick');

    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const said = stdout.split('\n\n').filter((part) => part.trim() !== '');
    expect(said.map((part) => part.trim().split('\n')[0])).toEqual([
      'calls',
      'bundles',
      'post-to-sms',
      'burst',
      'walks',
    ]);
    for (const part of said) expect(part).toContain('at most');
  });

  test('says what there is when it is asked, and when it is asked for what there is not', () => {
    expect(bench('--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('--quick') });
    expect(bench('--quik')).toMatchObject({ status: 2, stderr: expect.stringContaining('--quick') });
    expect(bench('brst')).toMatchObject({ status: 2, stderr: expect.stringContaining('post-to-sms') });
  });
});
