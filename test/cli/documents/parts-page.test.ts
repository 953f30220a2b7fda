import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { costsAndQuotas } from '../../../cli/documents/costs-and-quotas.ts';
import { partsPage, partsPageFile } from '../../../cli/documents/parts-page.ts';
import { theAssembly } from '../../scenarios/the-assembly.ts';

let assembly: string;
beforeAll(async () => {
  assembly = await theAssembly();
});

describe('docs/parts.md', () => {
  test('is what the templates say: npx tsx cli/documents/parts-page.ts', () => {
    expect(readFileSync(partsPageFile, 'utf8')).toBe(partsPage(assembly));
  });

  test('counts every resource of the templates in a part', () => {
    const [, , cell = ''] = partsPage(assembly).split('\n## permanence-');
    const { Resources } = JSON.parse(readFileSync(`${assembly}/permanence-cell-a.template.json`, 'utf8'));
    const counted = [...cell.matchAll(/(?:\| |<br>)(\d+) [A-Z]\w+ \w+/g)].map(([, count]) => Number(count));

    expect(counted.reduce((sum, count) => sum + count, 0)).toBe(Object.keys(Resources).length);
  });

  test('says a source, or that there is none, for each price that is not by use', () => {
    const priced = Object.entries(costsAndQuotas).filter(([, { idle }]) => idle !== 'none');

    expect(priced.filter(([, { because = '' }]) => because === '')).toEqual([]);
  });

  test('leaves a cell far from the 500 resources of a stack', () => {
    const { Resources } = JSON.parse(readFileSync(`${assembly}/permanence-cell-a.template.json`, 'utf8'));

    expect(Object.keys(Resources).length).toBeLessThan(300);
  });
});
