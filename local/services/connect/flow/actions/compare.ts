import type { ActionKind } from '../action-kind.ts';
import { textParameter } from '../flow.ts';
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
