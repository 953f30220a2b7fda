import { existsSync, readFileSync } from 'node:fs';
import { parse, YAMLParseError } from 'yaml';
import { proveRoster } from '../domain/on-call/roster-proof.ts';
import type { OrganizationError } from '../domain/organization/organization.ts';
import { parseOrganization } from '../domain/organization/parse.ts';
import type { Instant } from '../domain/time/instant.ts';
import { editedAt } from './edited-at.ts';
import { phoneNumberErrors } from './phone-numbers.ts';

/** An organization as it is deployed. The one with the later edit is in force. */
export interface DeployedOrganization {
  /**
   * The content of organization.yaml as JSON. Each bundle contains it, for when neither table nor objects can be
   * read.
   */
  readonly json: string;
  /** Epoch milliseconds. */
  readonly editedAt: number;
}

/** The organization file as it is deployed, or what is wrong with it, one line for each mistake. */
export type OrganizationFile =
  | { readonly kind: 'read'; readonly organization: DeployedOrganization }
  | { readonly kind: 'rejected'; readonly errors: readonly string[] };

/**
 * Reads and checks organization.yaml, so that a file with a mistake is never deployed. A mistake is a reference to
 * nothing, a phone number that cannot exist, or a role that is empty or shared by one person with another role at any
 * moment of the 400 days from `now`.
 */
export function readOrganizationFile(path: string, now: Instant = Date.now()): OrganizationFile {
  if (!existsSync(path)) return { kind: 'rejected', errors: ['there is no such file'] };
  let document: unknown;
  try {
    document = parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    return { kind: 'rejected', errors: [`it is not YAML: ${error.message.trim()}`] };
  }
  const parsed = parseOrganization(document);
  const errors = parsed.kind === 'rejected' ? parsed.errors : phoneNumberErrors(parsed.organization);
  if (parsed.kind === 'rejected' || errors.length > 0) {
    return { kind: 'rejected', errors: errors.map(inOneLine) };
  }
  const proof = proveRoster(parsed.organization, now);
  return proof.kind === 'hole'
    ? { kind: 'rejected', errors: proof.counterExamples }
    : { kind: 'read', organization: { json: JSON.stringify(document), editedAt: editedAt(path) } };
}

function inOneLine({ place, message }: OrganizationError): string {
  return place === '' ? message : `${place}: ${message}`;
}
