import type { Integration, Organization } from '../../domain/organization/organization.ts';
import { hashOf } from '../../sources/alarm-key.ts';

/** Whose key this is. The organization knows the keys of its integrations by their hash alone. */
export function integrationWithKey(
  { integrations }: Organization,
  key: string | undefined,
): Integration | undefined {
  if (key === undefined) return undefined;
  const keyHash = `sha256:${hashOf(key)}`;
  return integrations.find((integration) => integration.keyHash === keyHash);
}
