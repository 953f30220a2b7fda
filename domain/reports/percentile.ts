/** How values are spread: the median, what nine of ten and nineteen of twenty do not exceed, and the largest. */
export interface Spread {
  readonly count: number;
  readonly p50: number;
  readonly p90: number;
  readonly p95: number;
  readonly max: number;
}

/** The spread of values; none of none. */
export function spreadOf(values: readonly number[]): Spread | undefined {
  const sorted = values.toSorted((one, other) => one - other);
  const max = sorted.at(-1);
  if (max === undefined) return undefined;
  const at = (percent: number) => percentile(sorted, percent) ?? max;
  return { count: sorted.length, p50: at(50), p90: at(90), p95: at(95), max };
}

/**
 * The smallest of the values that so many percent of them do not exceed: the nearest rank. Always one that was measured,
 * never one between two; of few values, the high percentiles are the largest.
 */
export function percentile(sorted: readonly number[], percent: number): number | undefined {
  const rank = Math.ceil((percent * sorted.length) / 100);
  return sorted[Math.max(0, rank - 1)];
}
