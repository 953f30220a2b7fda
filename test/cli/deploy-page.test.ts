import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { proveRoster } from '../../domain/on-call/roster-proof.ts';
import { parseOrganization } from '../../domain/organization/parse.ts';
import { theAssembly } from '../scenarios/the-assembly.ts';

const page = readFileSync('docs/deploy.md', 'utf8');

describe('docs/deploy.md', () => {
  test('shows an organization that can be deployed', () => {
    const [, yaml = ''] = /```yaml\n(.*?)```/s.exec(page) ?? [];
    const parsed = parseOrganization(parse(yaml));

    if (parsed.kind === 'rejected') throw new Error(JSON.stringify(parsed.errors));
    expect(proveRoster(parsed.organization, Date.now()).kind).not.toBe('hole');
  });

  test('names nothing in AWS that the templates do not make', async () => {
    const assembly = await theAssembly();
    const stacks = readdirSync(assembly).flatMap(
      (file) => /^(permanence-.+)\.template\.json$/.exec(file)?.[1] ?? [],
    );
    const templates = stacks.map((stack) => readFileSync(join(assembly, `${stack}.template.json`), 'utf8'));
    const named = [...page.matchAll(/\bpermanence(?:-[a-z]+)+/g)].map(([name]) => name);

    const unknown = named.filter((name) => ![...stacks, ...templates].some((text) => text.includes(name)));
    expect([...new Set(unknown)]).toEqual([]);
  });

  test('leads to headings that are there', () => {
    const headings = [...page.matchAll(/^#+ (.+)$/gm)].map(([, words = '']) => anchorOf(words));
    const links = [...page.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor]) => anchor);

    expect(links.filter((anchor) => !headings.includes(anchor ?? ''))).toEqual([]);
  });
});

/** As GitHub names a heading. */
function anchorOf(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', '-');
}
