import { transition } from '../branch.ts';
import { runChildren } from '../children.ts';
import type { ParallelState } from '../definition.ts';
import { withinLimit } from '../limits.ts';
import { evaluateField, leave, type Step, type Visit } from '../visit.ts';

/** Runs its branches side by side; the result is the list of their outputs, in the order of the branches. */
export async function parallel(visit: Visit, state: ParallelState): Promise<Step> {
  const input =
    state.Arguments === undefined ? visit.input : await evaluateField(visit, state.Arguments, 'Arguments');
  withinLimit(input, 'Arguments');
  const children = state.Branches.map((states) => ({ states, input }));
  const result = withinLimit(await runChildren(visit, children, children.length), 'The result');
  await transition(visit.branch);
  return leave(visit, { exit: state, to: state, otherwise: result, sight: { result } });
}
