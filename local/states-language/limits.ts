import { stateFailure } from './failure.ts';

/** The quota of AWS for a payload: arguments, result, output, or the variables that one state assigns. */
export const payloadLimitBytes = 256 * 1024;

/** The quota of AWS for the history of one execution. */
export const historyLimitEvents = 25_000;

/** The longest Wait and time-out that AWS takes: about three years. */
export const longestSeconds = 99_999_999;

/** How many iterations of an inline Map run at once unless it says less. */
export const mapConcurrency = 40;

/** Gives the value back, or fails as AWS does when it is larger than a payload may be. */
export function withinLimit<T>(value: T, what: string): T {
  const bytes = Buffer.byteLength(JSON.stringify(value) ?? '');
  if (bytes <= payloadLimitBytes) return value;
  throw stateFailure(
    'States.DataLimitExceeded',
    `${what} has ${bytes} bytes, which is more than the ${payloadLimitBytes} bytes of a payload.`,
  );
}
