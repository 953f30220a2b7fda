/** The states of the language. `behave` runs a state of any type. */

import type { ChoiceState, FailState, PassState, SucceedState } from '../definition.ts';
import { expressionFailure, stateFailure } from '../failure.ts';
import { evaluateField, leave, type Step, type Visit } from '../visit.ts';
import { map, parallel } from './map.ts';
import { task } from './task.ts';
import { wait } from './wait.ts';

/** Runs a state once, by its type. */
export function behave(visit: Visit): Promise<Step> {
  const { state } = visit;
  switch (state.Type) {
    case 'Pass':
      return pass(visit, state);
    case 'Task':
      return task(visit, state);
    case 'Choice':
      return choice(visit, state);
    case 'Wait':
      return wait(visit, state);
    case 'Succeed':
      return succeed(visit, state);
    case 'Fail':
      return fail(visit, state);
    case 'Parallel':
      return parallel(visit, state);
    case 'Map':
      return map(visit, state);
  }
}

/** Continues where the first rule with a true condition leads. */
export async function choice(visit: Visit, state: ChoiceState): Promise<Step> {
  for (const [index, rule] of state.Choices.entries()) {
    const location = `Choices[${index}]/Condition`;
    const holds = await evaluateField(visit, rule.Condition, location);
    if (typeof holds !== 'boolean') {
      const given = JSON.stringify(holds);
      throw expressionFailure(`The field '${location}' must be a boolean, but was ${given}.`, location);
    }
    if (holds) {
      return leave(visit, { exit: rule, to: rule, otherwise: visit.input, within: `Choices[${index}]/` });
    }
  }
  if (state.Default !== undefined) {
    return leave(visit, { exit: state, to: { Next: state.Default }, otherwise: visit.input });
  }
  throw stateFailure('States.NoChoiceMatched', 'No rule matched, and there is no Default.');
}

/** Ends its graph with the error that it names. */
export async function fail(visit: Visit, { Error: error, Cause }: FailState): Promise<Step> {
  const name = await text(visit, error, 'Error');
  const cause = await text(visit, Cause, 'Cause');
  throw stateFailure(name ?? '', cause);
}

async function text(visit: Visit, template: string | undefined, field: string): Promise<string | undefined> {
  if (template === undefined) return undefined;
  const value = await evaluateField(visit, template, field);
  if (typeof value === 'string') return value;
  throw expressionFailure(`The field '${field}' must be a string, but was ${JSON.stringify(value)}.`, field);
}

/** Passes on its input, or the value of `Output`. */
export function pass(visit: Visit, state: PassState): Promise<Step> {
  return leave(visit, { exit: state, to: state, otherwise: visit.input });
}

/** Ends its graph with success. */
export function succeed(visit: Visit, state: SucceedState): Promise<Step> {
  return leave(visit, { exit: { Output: state.Output }, to: { End: true }, otherwise: visit.input });
}
