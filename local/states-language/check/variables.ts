import type { Complain, Fields } from './problem.ts';
import { isFields } from './problem.ts';

const nameRule = /^[\p{ID_Start}_][\p{ID_Continue}]{0,79}$/u;

/**
 * The variables that the states of one graph assign, on any way out. An inner graph may not assign a variable of an
 * outer one.
 */
export function assignedIn(
  graph: Fields,
  outer: ReadonlySet<string>,
  at: string,
  complain: Complain,
): Set<string> {
  const names = new Set<string>();
  const states = isFields(graph['States']) ? graph['States'] : {};
  for (const [state, fields] of Object.entries(states)) {
    for (const name of assignmentsOf(fields).flatMap((assign) => Object.keys(assign))) {
      const where = `${at}/States/${state}/Assign/${name}`;
      if (name === 'states' || !nameRule.test(name)) {
        complain('SCHEMA_VALIDATION_FAILED', `'${name}' cannot be the name of a variable`, where);
      } else if (outer.has(name)) {
        complain(
          'SCHEMA_VALIDATION_FAILED',
          `The variable '${name}' belongs to an outer graph already`,
          where,
        );
      }
      names.add(name);
    }
  }
  return names;
}

function assignmentsOf(state: unknown): readonly Fields[] {
  if (!isFields(state)) return [];
  const nested = [state['Choices'], state['Catch']].flatMap((list) => (Array.isArray(list) ? list : []));
  return [state, ...nested]
    .flatMap((holder) => (isFields(holder) ? [holder['Assign']] : []))
    .filter(isFields);
}
