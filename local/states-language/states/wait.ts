import { sleepUntil, transition } from '../branch.ts';
import type { WaitState } from '../definition.ts';
import { expressionFailure } from '../failure.ts';
import { longestSeconds } from '../limits.ts';
import { wholeNumber } from '../template.ts';
import { evaluateField, leave, type Step, type Visit } from '../visit.ts';

/** Waits for a number of seconds, or until a moment. */
export async function wait(visit: Visit, state: WaitState): Promise<Step> {
  await sleepUntil(visit.branch, await dueOf(visit, state), visit.name);
  await transition(visit.branch);
  return leave(visit, { exit: state, to: state, otherwise: visit.input });
}

async function dueOf(visit: Visit, { Seconds, Timestamp }: WaitState): Promise<number> {
  if (Seconds !== undefined) {
    const value = await evaluateField(visit, Seconds, 'Seconds');
    const seconds = wholeNumber(value, { location: 'Seconds', least: 0, most: longestSeconds });
    return visit.branch.run.host.now() + seconds * 1000;
  }
  const value = await evaluateField(visit, Timestamp, 'Timestamp');
  if (typeof value === 'string' && timestamp.test(value)) return Date.parse(value);
  throw expressionFailure(
    `The field 'Timestamp' must be an ISO 8601 time with its offset, but was ${JSON.stringify(value)}.`,
    'Timestamp',
  );
}

/** The profile of ISO 8601 that the language requires: an upper-case T, and a Z or an offset. */
export const timestamp = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
