import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readAssembly } from '../../../local/template/assembly.ts';

let directory = '';

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'assembly-'));
});

afterEach(() => {
  rmSync(directory, { recursive: true });
});

function write(name: string, content: unknown): void {
  mkdirSync(join(directory, name, '..'), { recursive: true });
  writeFileSync(join(directory, name), JSON.stringify(content));
}

function stack(environment: string, more: object = {}, dependencies: readonly string[] = []): object {
  const properties = { templateFile: 'cell.template.json', ...more };
  return { type: 'aws:cloudformation:stack', environment, properties, dependencies };
}

function writeStacks(artifacts: Record<string, object>): void {
  write('manifest.json', { version: '55.0.0', artifacts: { Tree: { type: 'cdk:tree' }, ...artifacts } });
  write('cell.template.json', { Resources: {} });
}

describe('a synthesized app', () => {
  test('has its stacks, each with name and region', () => {
    writeStacks({ CellA: stack('aws://unknown-account/eu-central-1', { stackName: 'permanence-cell-a' }) });

    expect(readAssembly(directory).stacks).toMatchObject([
      { name: 'permanence-cell-a', region: 'eu-central-1' },
    ]);
  });

  test('has each stack after those on which it depends', () => {
    writeStacks({
      cell: stack('aws://unknown-account/eu-west-2', {}, ['data']),
      data: stack('aws://unknown-account/eu-central-1'),
    });

    expect(readAssembly(directory).stacks.map(({ name }) => name)).toEqual(['data', 'cell']);
  });

  test('is in the account that its stacks name', () => {
    writeStacks({ cell: stack('aws://111122223333/eu-west-2') });

    expect(readAssembly(directory).account).toBe('111122223333');
  });

  test('is in an account of the laptop when its stacks name none', () => {
    writeStacks({ cell: stack('aws://unknown-account/eu-west-2') });

    expect(readAssembly(directory).account).toBe('000000000000');
  });

  test('knows where the code of a function was staged', () => {
    const source = { path: 'asset.abc', packaging: 'zip' };
    const destinations = { current: { bucketName: 'b', objectKey: 'abc.zip' } };
    writeStacks({
      'cell.assets': { type: 'cdk:asset-manifest', properties: { file: 'cell.assets.json' } },
      cell: stack('aws://unknown-account/eu-west-2'),
    });
    write('cell.assets.json', { files: { abc: { source, destinations } }, dockerImages: {} });

    expect(readAssembly(directory).stacks[0]?.assetPath('abc.zip')).toBe(join(directory, 'asset.abc'));
  });

  test('is refused when a function names code that was never staged', () => {
    writeStacks({ cell: stack('aws://unknown-account/eu-west-2') });

    expect(() => readAssembly(directory).stacks[0]?.assetPath('gone.zip')).toThrow(
      'cell: no asset has the key gone.zip',
    );
  });

  test.each([
    ['a stack without a region', stack('aws://unknown-account/unknown-region'), 'must name its region'],
    ['a nested app', { type: 'cdk:cloud-assembly' }, 'cell (cdk:cloud-assembly)'],
  ])('is refused with %s', (_, artifact, message) => {
    writeStacks({ cell: artifact });

    expect(() => readAssembly(directory)).toThrow(message);
  });

  test('is refused when its stacks live in several accounts', () => {
    writeStacks({ a: stack('aws://111122223333/eu-west-2'), b: stack('aws://444455556666/eu-west-2') });

    expect(() => readAssembly(directory)).toThrow('111122223333, 444455556666');
  });
});
