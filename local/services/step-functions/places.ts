import type { Place } from '../../kernel/visits.ts';
import type { State, States } from '../../states-language/definition.ts';

/** All states of a machine, including nested ones, and all ways between them. */
export function placesOfMachine(machine: string, { States: states }: States): readonly Place[] {
  return Object.entries(states).flatMap(([name, state]) => [
    placeOfState(machine, name, state.Type),
    ...waysFrom(state).map(({ to, within }) => placeOfWay(machine, { from: name, to, within })),
    ...graphsIn(state).flatMap((graph) => placesOfMachine(machine, graph)),
  ]);
}

export function placeOfState(machine: string, name: string, type: string): Place {
  return { kind: 'state', name: `${machine}: ${name} (${type})` };
}

/** A way out of a state, and its place in the state: `Choices[2]/`, `Catch[0]/`; empty for `Next` and `Default`. */
export interface Way {
  readonly from: string;
  readonly to: string;
  readonly within: string;
}

export function placeOfWay(machine: string, { from, to, within }: Way): Place {
  const by = within === '' ? '' : ` (${within.replace('/', '')})`;
  return { kind: 'way between states', name: `${machine}: ${from} -> ${to}${by}` };
}

function waysFrom(state: State): readonly Omit<Way, 'from'>[] {
  const next = 'Next' in state ? state.Next : 'Default' in state ? state.Default : undefined;
  const choices = 'Choices' in state ? state.Choices : [];
  const catchers = ('Catch' in state && state.Catch) || [];
  return [
    ...choices.map(({ Next }, index) => ({ to: Next, within: `Choices[${index}]/` })),
    ...(next === undefined ? [] : [{ to: next, within: '' }]),
    ...catchers.map(({ Next }, index) => ({ to: Next, within: `Catch[${index}]/` })),
  ];
}

function graphsIn(state: State): readonly States[] {
  if ('Branches' in state) return state.Branches;
  return 'ItemProcessor' in state ? [state.ItemProcessor] : [];
}
