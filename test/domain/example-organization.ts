import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Organization, OrganizationError } from '../../domain/organization/organization.ts';
import { parseOrganization } from '../../domain/organization/parse.ts';

/** A part of a file that a test changes at will. */
// biome-ignore lint/suspicious/noExplicitAny: tests break the shape on purpose
export type Draft = any;

/** What organization.yaml says, before anything has looked at it. Each call reads it anew. */
export function exampleFile(): Draft {
  return parse(readFileSync(join(process.cwd(), 'organization.yaml'), 'utf8'));
}

/** The example organization with a change. Fails the test if it is rejected. */
export function exampleOrganization(change: (draft: Draft) => void = () => {}): Organization {
  const draft = exampleFile();
  change(draft);
  const parsed = parseOrganization(draft);
  if (parsed.kind === 'rejected') throw new Error(JSON.stringify(parsed.errors, null, 2));
  return parsed.organization;
}

/** What is said against the example organization with a change. */
export function errorsOf(change: (draft: Draft) => void): readonly OrganizationError[] {
  const draft = exampleFile();
  change(draft);
  const parsed = parseOrganization(draft);
  return parsed.kind === 'rejected' ? parsed.errors : [];
}

/** Puts something else in a place of a draft. */
export function set(group: Draft, key: string | number, value: unknown): void {
  group[key] = value;
}

/** Gives a key of a draft another name. */
export function renamed(group: Draft, from: string, to: string): void {
  group[to] = group[from];
  delete group[from];
}
