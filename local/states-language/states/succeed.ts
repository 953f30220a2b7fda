import type { SucceedState } from '../definition.ts';
import { leave, type Step, type Visit } from '../visit.ts';

/** Ends its graph well. */
export function succeed(visit: Visit, state: SucceedState): Promise<Step> {
  return leave(visit, { exit: { Output: state.Output }, to: { End: true }, otherwise: visit.input });
}
