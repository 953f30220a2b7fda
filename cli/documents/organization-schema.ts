import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { organizationJsonSchema } from '../../domain/organization/schema.ts';

/**
 * Writes docs/organization.schema.json: run `npx tsx cli/documents/organization-schema.ts` after each change of the
 * schema.
 */
const file = join(import.meta.dirname, '../../docs/organization.schema.json');

writeFileSync(file, `${JSON.stringify(organizationJsonSchema(), null, 2)}\n`);

console.log(`Wrote ${file}`);
