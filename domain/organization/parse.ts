import * as z from 'zod/mini';
import { brokenRules } from './checks.ts';
import type { Organization, OrganizationError } from './organization.ts';
import { organizationSchema } from './schema.ts';
import { shapeErrors } from './shape-errors.ts';

/** An organization that holds together, or all that is wrong with it. */
export type ParsedOrganization =
  | { readonly kind: 'organization'; readonly organization: Organization }
  | { readonly kind: 'rejected'; readonly errors: readonly OrganizationError[] };

/**
 * Reads an organization from what organization.yaml or its JSON says.
 *
 * What comes out refers only to what is there: each id that it names exists, and each time zone is one. That its
 * rosters have no holes is another question, which `proveRoster` answers. References are looked at once the shape is right.
 */
export function parseOrganization(value: unknown): ParsedOrganization {
  const shape = z.safeParse(organizationSchema, value);
  if (!shape.success) return { kind: 'rejected', errors: shapeErrors(shape.error.issues, value) };

  const organization: Organization = shape.data;
  const errors = brokenRules(organization);
  return errors.length > 0 ? { kind: 'rejected', errors } : { kind: 'organization', organization };
}
