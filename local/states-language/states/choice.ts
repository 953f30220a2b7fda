import type { ChoiceState } from '../definition.ts';
import { expressionFailure, stateFailure } from '../failure.ts';
import { evaluateField, leave, type Step, type Visit } from '../visit.ts';

/** Goes where the first rule points whose condition is true. */
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
