import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { parseOrganization } from '../../domain/organization/parse.ts';

/** The organization of the scenarios: the example that comes with the product. */
export const exampleFile = join(import.meta.dirname, '../../organization.yaml');

const parsed = parseOrganization(parse(readFileSync(exampleFile, 'utf8')));

if (parsed.kind === 'rejected') throw new Error(JSON.stringify(parsed.errors));

export const exampleOrganization = parsed.organization;

/** The variable by which `test/prepare.ts` hands over the directory that it had synthesized. */
export const preparedAssembly = 'PREPARED_ASSEMBLY';
