import * as z from 'zod/mini';
import { organizationSchema } from './schema.ts';

/**
 * Describes organization.yaml as JSON Schema, for editors that complete and check it while one types.
 *
 * Made of the very schema that validates. What refers to what is not in it: `parseOrganization` says that.
 */
export function organizationJsonSchema(): z.core.JSONSchema.JSONSchema {
  return z.toJSONSchema(organizationSchema);
}
