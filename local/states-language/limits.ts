import { stateFailure } from './failure.ts';

/** AWS's quota for a payload: arguments, result, output, or the variables that one state assigns. */
export const payloadLimitBytes = 256 * 1024;

/** AWS's quota for the history of one execution. */
export const historyLimitEvents = 25_000;

/** The longest Wait and time-out in AWS: about three years. */
export const longestSeconds = 99_999_999;

/** The number of simultaneous iterations of an inline Map, unless it asks for fewer. */
export const mapConcurrency = 40;

/** Returns the value. When it is larger than a payload may be, fails as AWS does. */
export function withinLimit<T>(value: T, what: string): T {
  const bytes = Buffer.byteLength(JSON.stringify(value) ?? '');
  if (bytes <= payloadLimitBytes) return value;
  throw stateFailure(
    'States.DataLimitExceeded',
    `${what} has ${bytes} bytes, which is more than the ${payloadLimitBytes} bytes of a payload.`,
  );
}
