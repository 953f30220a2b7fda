import type { PassState } from '../definition.ts';
import { leave, type Step, type Visit } from '../visit.ts';

/** Hands its input on, or what `Output` makes of it. */
export function pass(visit: Visit, state: PassState): Promise<Step> {
  return leave(visit, { exit: state, to: state, otherwise: visit.input });
}
