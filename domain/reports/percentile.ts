/** The spread of values: the median, the 90th and 95th percentiles, and the maximum. */
export interface Spread {
  readonly count: number;
  readonly p50: number;
  readonly p90: number;
  readonly p95: number;
  readonly max: number;
}

/** The spread of values. Undefined when there are none. */
export function spreadOf(values: readonly number[]): Spread | undefined {
  const sorted = values.toSorted((one, other) => one - other);
  const max = sorted.at(-1);
  if (max === undefined) return undefined;
  const at = (percent: number) => percentile(sorted, percent) ?? max;
  return { count: sorted.length, p50: at(50), p90: at(90), p95: at(95), max };
}

/**
 * A percentile by the nearest rank: the smallest value that this many percent do not exceed. It is always one of the values.
 * Of few values, the high percentiles are the maximum.
 */
export function percentile(sorted: readonly number[], percent: number): number | undefined {
  const rank = Math.ceil((percent * sorted.length) / 100);
  return sorted[Math.max(0, rank - 1)];
}
