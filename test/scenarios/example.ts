import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { parseOrganization } from '../../domain/organization/parse.ts';

/** The organization of the scenarios: the example that comes with the product. */
export const exampleFile = join(import.meta.dirname, '../../organization.yaml');

const parsed = parseOrganization(parse(readFileSync(exampleFile, 'utf8')));

if (parsed.kind === 'rejected') throw new Error(JSON.stringify(parsed.errors));

export const exampleOrganization = parsed.organization;

/** The variable with the directory of templates that the simulation has synthesized for its processes. */
export const preparedAssembly = 'PREPARED_ASSEMBLY';

/** The variable with a folder in which the test files of one run store what several of them need. */
export const keptFolder = 'PERMANENCE_TEST_RUN';
