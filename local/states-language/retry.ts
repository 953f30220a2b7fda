import type { Retrier } from './definition.ts';
import { covers, type StateFailure } from './failure.ts';

/** How often each Retrier was used during one visit to a state. */
export type RetryBook = Map<Retrier, number>;

/** The wait before the next try, in milliseconds; undefined when no Retrier allows one. */
export function nextRetry(
  retriers: readonly Retrier[] | undefined,
  book: RetryBook,
  failure: StateFailure,
  random: () => number,
): number | undefined {
  const retrier = retriers?.find(({ ErrorEquals }) => covers(ErrorEquals, failure));
  if (retrier === undefined) return undefined;

  const { IntervalSeconds = 1, MaxAttempts = 3, BackoffRate = 2, MaxDelaySeconds, JitterStrategy } = retrier;
  const used = book.get(retrier) ?? 0;
  if (used >= MaxAttempts) return undefined;
  book.set(retrier, used + 1);

  const seconds = Math.min(
    IntervalSeconds * BackoffRate ** used,
    MaxDelaySeconds ?? Number.POSITIVE_INFINITY,
  );
  return Math.round(seconds * 1000 * (JitterStrategy === 'FULL' ? random() : 1));
}
