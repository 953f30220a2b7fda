import { type ActionKind, done, noBranches } from '../action-kind.ts';
import { groupParameter, textParameter } from '../flow.ts';
import { resolveReferences } from '../references.ts';

/** Writes attributes of the contact. Later actions and functions see them. */
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

/** Sets the queue for a later transfer. */
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

/** Accepted without effect: phones here show the spoken text, whatever the voice is. */
export const updateContactTextToSpeechVoice: ActionKind = {
  parameters: ['TextToSpeechVoice', 'TextToSpeechEngine', 'TextToSpeechStyle'],
  branches: () => ({ ...noBranches, requiredErrors: ['NoMatchingError'] }),
  problems: ({ parameters }) =>
    textParameter(parameters, 'TextToSpeechVoice') === undefined ? ['TextToSpeechVoice is missing'] : [],
  run: () => done,
};

/** Accepted without effect: flows have no logs here. The terminal shows what happens. */
export const updateFlowLoggingBehavior: ActionKind = {
  parameters: ['FlowLoggingBehavior'],
  branches: () => noBranches,
  problems({ parameters }) {
    const behavior = textParameter(parameters, 'FlowLoggingBehavior');
    return ['Enabled', 'Disabled'].includes(behavior ?? '')
      ? []
      : ['FlowLoggingBehavior must be Enabled or Disabled'];
  },
  run: () => done,
};
