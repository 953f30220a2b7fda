import type { Gathering } from './action-kind.ts';

/** How keys become an input that is stored. */
export interface DigitRules {
  readonly maximumLength: number;
  readonly terminator: string;
  /** Whether `*` takes back what was pressed so far. */
  readonly hasCancelKey: boolean;
  readonly nextWithinMs: number;
}

/** What is stored when nobody presses a key. Source: Amazon Connect administrator guide, Store customer input. */
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
    // What AWS makes of a terminator without digits is not documented: here it counts as nothing pressed.
    if (key === terminator) return digits === '' ? { nextWithinMs } : digits;
    digits = key === '*' && hasCancelKey ? '' : digits + key;
    return digits.length >= maximumLength ? digits : { nextWithinMs };
  };
}
