import type { Integration, Organization } from '../../domain/organization/organization.ts';
import { hashOf } from '../../sources/raw-event.ts';

/** Finds the integration of a key. The organization stores only the hashes of keys. */
export function integrationWithKey(
  { integrations }: Organization,
  key: string | undefined,
): Integration | undefined {
  if (key === undefined) return undefined;
  const keyHash = `sha256:${hashOf(key)}`;
  return integrations.find((integration) => integration.keyHash === keyHash);
}
