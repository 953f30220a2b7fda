import type { Gathering } from './action-kind.ts';

/** How keys become a stored input. */
export interface DigitRules {
  readonly maximumLength: number;
  readonly terminator: string;
  /** Whether `*` removes the digits pressed so far. */
  readonly hasCancelKey: boolean;
  readonly nextWithinMs: number;
}

/** The stored input when nobody presses a key. Source: Amazon Connect administrator guide, Store customer input. */
export const noInput = 'Timeout';

/** Gathers digits until there are enough, the terminator is pressed or no further key comes in time. */
export function gatherDigits({
  maximumLength,
  terminator,
  hasCancelKey,
  nextWithinMs,
}: DigitRules): Gathering {
  let digits = '';
  return (key) => {
    if (key === undefined) return digits === '' ? noInput : digits;
    // AWS does not document a terminator without digits. Here it counts as no key.
    if (key === terminator) return digits === '' ? { nextWithinMs } : digits;
    digits = key === '*' && hasCancelKey ? '' : digits + key;
    return digits.length >= maximumLength ? digits : { nextWithinMs };
  };
}
