import type { Faults } from '../../kernel/parts.ts';
import type { Document } from '../wire/json-protocol.ts';
import type { GlobalTable } from './table.ts';

/**
 * Whether a strongly consistent table can serve this call. A write and a strongly consistent read need a second
 * region, replica or witness. An eventually consistent read needs only its own region.
 */
export function hasQuorum(
  table: GlobalTable,
  request: Document,
  {
    isWrite,
    region,
    faults,
  }: { readonly isWrite: boolean; readonly region: string; readonly faults: Faults },
): boolean {
  if (!table.isStronglyConsistent || !(isWrite || request['ConsistentRead'] === true)) return true;
  const isThere = (service: 'table' | 'witness') => (other: string) =>
    !['refuse', 'hang', 'drop'].includes(faults.mode(service, { from: region, to: other }) ?? 'none');
  return (
    table.replicas.filter((replica) => replica !== region).some(isThere('table')) ||
    table.witnesses.some(isThere('witness'))
  );
}
