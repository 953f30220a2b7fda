import { type ActionKind, noBranches } from '../action-kind.ts';
import { type FlowAction, textParameter } from '../flow.ts';
import { isReference, resolveReferences } from '../references.ts';

/** Branches on a value. */
export const compare: ActionKind = {
  parameters: ['ComparisonValue'],
  branches: () => ({
    requiredErrors: ['NoMatchingCondition'],
    optionalErrors: [],
    operators: [
      'Equals',
      'TextStartsWith',
      'TextEndsWith',
      'TextContains',
      'NumberGreaterThan',
      'NumberGreaterOrEqualTo',
      'NumberLessThan',
      'NumberLessOrEqualTo',
    ],
  }),
  problems({ parameters, conditions }) {
    const value = textParameter(parameters, 'ComparisonValue') ?? '';
    return [
      ...(isReference(value) ? [] : ['ComparisonValue must be one reference, such as $.External.result']),
      ...(conditions.length > 0 ? [] : ['a Compare needs a condition']),
    ];
  },
  run: ({ parameters }, contact) => ({
    kind: 'result',
    value: resolveReferences(textParameter(parameters, 'ComparisonValue') ?? '', contact.values()),
  }),
};

const mostRounds = 100;

/** Answers ContinueLooping as often as its count says, then DoneLooping once. Then it begins again. */
export const loop: ActionKind = {
  parameters: ['LoopCount'],
  branches: () => ({ ...noBranches, operators: ['Equals'] }),
  problems(action) {
    const operands = action.conditions.flatMap((condition) => condition.operands).sort();
    const asked = operands.join() === 'ContinueLooping,DoneLooping';
    const count = textParameter(action.parameters, 'LoopCount') ?? '';
    return [
      ...(asked ? [] : ['a Loop needs the conditions ContinueLooping and DoneLooping, and no others']),
      ...(isReference(count) || isCount(count) ? [] : [`LoopCount must be from 0 to ${mostRounds}`]),
    ];
  },
  run(action, contact) {
    const count = roundsOf(
      action,
      resolveReferences(textParameter(action.parameters, 'LoopCount') ?? '', contact.values()),
    );
    const entered = contact.loops.get(action.id) ?? 0;
    const goesOn = entered < count;
    contact.loops.set(action.id, goesOn ? entered + 1 : 0);
    return { kind: 'result', value: goesOn ? 'ContinueLooping' : 'DoneLooping' };
  },
};

function isCount(text: string): boolean {
  return /^\d{1,3}$/.test(text) && Number(text) <= mostRounds;
}

function roundsOf({ id }: FlowAction, count: string): number {
  if (isCount(count)) return Number(count);
  throw new Error(`the loop ${id} was to go ${JSON.stringify(count)} rounds`);
}
