import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { main } from '../cli/permanence.ts';

const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => join('docs', file)),
];

/** The folders of the tree: a word of code that begins with one of them is a path. */
const folders = readdirSync('.', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** The words in backticks and in blocks of code, without what sentences and shells put around them. */
function wordsOfCode(text: string): readonly string[] {
  const blocks = [...text.matchAll(/^```.*?\n(.*?)^```/gms)].map(([, block = '']) => block);
  const inline = [...text.replace(/^```.*?^```/gms, '').matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
  return [...blocks, ...inline].flatMap((code) =>
    code.split(/[\s=]+/).map((word) => word.replace(/^["'(]+|["'),;:.]+$/g, '')),
  );
}

function isPath(word: string): boolean {
  if (/[<>*{}$]|:\/\//.test(word)) return false;
  const isInTree = folders.some((folder) => word.startsWith(`${folder}/`));
  return isInTree || /^(?!\.)[\w.-]+\.ts$/.test(word);
}

describe.each(pages)('%s', (page) => {
  const text = readFileSync(page, 'utf8');

  test('names only paths that are there, from the root of the repository', () => {
    const missing = wordsOfCode(text).filter((word) => isPath(word) && !existsSync(word));

    expect([...new Set(missing)]).toEqual([]);
  });

  test('links only to files that are there', () => {
    const targets = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)(?:#[^)]*)?\)/g)].map(
      ([, target = '']) => target,
    );

    expect(targets.filter((target) => !existsSync(join(dirname(page), target)))).toEqual([]);
  });

  test('shows only scripts that package.json has', () => {
    const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync('package.json', 'utf8'));
    const shown = [...text.matchAll(/npm run\s+([a-z][\w-]*)/g)].map(([, script = '']) => script);

    expect(shown.filter((script) => !(script in scripts))).toEqual([]);
  });

  test('shows only commands that the command line has', async () => {
    const shown = [...text.matchAll(/(?:npx |`)permanence\s+([a-z][a-z-]*)/g)].map(
      ([, command = '']) => command,
    );
    const codes = [...new Set(shown)].map(async (command) => {
      const code = await main([command, '--help'], { environment: {}, out: () => {}, err: () => {} });
      return { command, code };
    });

    expect((await Promise.all(codes)).filter(({ code }) => code !== 0)).toEqual([]);
  });
});
