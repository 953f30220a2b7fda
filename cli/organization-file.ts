import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Instant } from '../domain/instant.ts';
import { type Organization, parseOrganization } from '../domain/organization.ts';
import { proveRoster } from '../domain/roster-proof.ts';

export type OrganizationFile =
  | { readonly kind: 'organization'; readonly organization: Organization }
  /** Each line names a place and what is allowed there, or a moment at which nobody would answer. */
  | { readonly kind: 'rejected'; readonly lines: readonly string[] };

/** Reads an organization file and proves its rosters for the 400 days from `now`. */
export function readOrganizationFile(file: string, now: Instant): OrganizationFile {
  let value: unknown;
  try {
    value = parse(readFileSync(file, 'utf8'));
  } catch (error) {
    return { kind: 'rejected', lines: [error instanceof Error ? error.message : String(error)] };
  }
  const parsed = parseOrganization(value);
  if (parsed.kind === 'rejected') {
    return { kind: 'rejected', lines: parsed.errors.map(({ place, message }) => `${place}: ${message}`) };
  }
  const proof = proveRoster(parsed.organization, now);
  return proof.kind === 'hole' ? { kind: 'rejected', lines: proof.counterExamples } : parsed;
}
