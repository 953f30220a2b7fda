/**
 * Stops what cannot be right, so that a bug fails loudly instead of paging the wrong person.
 *
 * For conditions that our own code guarantees; bad input is answered at the edge instead.
 */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Broken invariant: ${message}`);
}
