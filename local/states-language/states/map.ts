import { transition } from '../branch.ts';
import { runChildren } from '../children.ts';
import type { MapState, ParallelState } from '../definition.ts';
import { expressionFailure } from '../failure.ts';
import { mapConcurrency, withinLimit } from '../limits.ts';
import { wholeNumber } from '../template.ts';
import { evaluateField, leave, type Step, type Visit } from '../visit.ts';

/** Runs its processor once for each item. The result is the list of the outputs, in the order of the items. */
export async function map(visit: Visit, state: MapState): Promise<Step> {
  const items = await itemsOf(visit, state);
  const most = await concurrencyOf(visit, state);
  const children = [];
  for (const [Index, Value] of items.entries()) {
    const item = { Index, Value };
    const input =
      state.ItemSelector === undefined
        ? Value
        : await evaluateField(visit, state.ItemSelector, 'ItemSelector', { item });
    children.push({ states: state.ItemProcessor, input, item });
  }
  const result = withinLimit(await runChildren(visit, children, most), 'The result');
  await transition(visit.branch);
  return leave(visit, { exit: state, to: state, otherwise: result, sight: { result } });
}

async function itemsOf(visit: Visit, { Items }: MapState): Promise<unknown[]> {
  const items = Items === undefined ? visit.input : await evaluateField(visit, Items, 'Items');
  if (Array.isArray(items)) return items;
  throw expressionFailure(`The field 'Items' must be an array, but was ${JSON.stringify(items)}.`, 'Items');
}

/** Zero or no value means the maximum of an inline Map. */
async function concurrencyOf(visit: Visit, { MaxConcurrency = 0 }: MapState): Promise<number> {
  const value = await evaluateField(visit, MaxConcurrency, 'MaxConcurrency');
  const most = Number.MAX_SAFE_INTEGER;
  const asked = wholeNumber(value, { location: 'MaxConcurrency', least: 0, most });
  return asked === 0 ? mapConcurrency : Math.min(asked, mapConcurrency);
}

/** Runs its branches side by side. The result is the list of their outputs, in the order of the branches. */
export async function parallel(visit: Visit, state: ParallelState): Promise<Step> {
  const input =
    state.Arguments === undefined ? visit.input : await evaluateField(visit, state.Arguments, 'Arguments');
  withinLimit(input, 'Arguments');
  const children = state.Branches.map((states) => ({ states, input }));
  const result = withinLimit(await runChildren(visit, children, children.length), 'The result');
  await transition(visit.branch);
  return leave(visit, { exit: state, to: state, otherwise: result, sight: { result } });
}
