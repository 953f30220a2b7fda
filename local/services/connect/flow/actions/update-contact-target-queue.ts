import { type ActionKind, done, noBranches } from '../action-kind.ts';
import { textParameter } from '../flow.ts';
import { resolveReferences } from '../references.ts';

/** Says which queue a transfer goes to. */
export const updateContactTargetQueue: ActionKind = {
  parameters: ['QueueId'],
  branches: () => ({ ...noBranches, requiredErrors: ['NoMatchingError'] }),
  problems: ({ parameters }) =>
    textParameter(parameters, 'QueueId') === undefined ? ['QueueId is missing'] : [],
  run({ parameters }, contact) {
    contact.targetQueueArn = resolveReferences(textParameter(parameters, 'QueueId') ?? '', contact.values());
    return done;
  },
};
