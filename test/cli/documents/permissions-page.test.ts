import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { permissionsPage, permissionsPageFile } from '../../../cli/documents/permissions-page.ts';
import { theAssembly } from '../../scenarios/the-assembly.ts';

test('docs/permissions.md says what the templates say: `npx tsx cli/documents/permissions-page.ts` writes it', async () => {
  expect(readFileSync(permissionsPageFile, 'utf8')).toBe(permissionsPage(await theAssembly()));
});
