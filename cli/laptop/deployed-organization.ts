import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Organization } from '../../domain/organization/organization.ts';
import { parseOrganization } from '../../domain/organization/parse.ts';

/** The organization in the bundles of an assembly. */
export function deployedOrganization(assembly: string): Organization {
  const file = readdirSync(assembly)
    .map((name) => join(assembly, name, 'organization.json'))
    .find((name) => existsSync(name));
  if (file === undefined) throw new Error(`no bundle in ${assembly} holds an organization`);
  const parsed = parseOrganization(JSON.parse(readFileSync(file, 'utf8')));
  if (parsed.kind === 'organization') return parsed.organization;
  throw new Error(parsed.errors.map(({ place, message }) => `${place}: ${message}`).join('\n'));
}
