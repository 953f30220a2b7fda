import { type ActionKind, done, noBranches } from '../action-kind.ts';
import { groupParameter, textParameter } from '../flow.ts';
import { resolveReferences } from '../references.ts';

/** Writes attributes of the contact, which later actions and functions see. */
export const updateContactAttributes: ActionKind = {
  parameters: ['Attributes.*', 'TargetContact'],
  branches: () => ({ ...noBranches, requiredErrors: ['NoMatchingError'] }),
  problems: ({ parameters }) => [
    ...(Object.keys(groupParameter(parameters, 'Attributes')).length > 0 ? [] : ['Attributes are missing']),
    ...((textParameter(parameters, 'TargetContact') ?? 'Current') === 'Current'
      ? []
      : ['a TargetContact of Current only is known here']),
  ],
  run({ parameters }, contact) {
    const values = contact.values();
    for (const [name, value] of Object.entries(groupParameter(parameters, 'Attributes'))) {
      if (typeof value === 'string') contact.attributes.set(name, resolveReferences(value, values));
    }
    return done;
  },
};
