import { existsSync, readFileSync } from 'node:fs';
import { parse, YAMLParseError } from 'yaml';
import { parseOrganization } from '../domain/organization.ts';

/** The organization file as the bundles take it along, or what is wrong with it, one line for each thing. */
export type OrganizationFile =
  | { readonly kind: 'read'; readonly json: string }
  | { readonly kind: 'rejected'; readonly errors: readonly string[] };

/** Reads and checks organization.yaml, so that one that does not hold together is never deployed. */
export function readOrganizationFile(path: string): OrganizationFile {
  if (!existsSync(path)) return { kind: 'rejected', errors: ['there is no such file'] };
  let document: unknown;
  try {
    document = parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    return { kind: 'rejected', errors: [`it is not YAML: ${error.message.trim()}`] };
  }
  const parsed = parseOrganization(document);
  return parsed.kind === 'organization'
    ? { kind: 'read', json: JSON.stringify(document) }
    : {
        kind: 'rejected',
        errors: parsed.errors.map(({ place, message }) => (place === '' ? message : `${place}: ${message}`)),
      };
}
