import { type ActionKind, done, noBranches } from '../action-kind.ts';
import { textParameter } from '../flow.ts';

/** Phones here show what is spoken, in whichever voice. */
export const updateContactTextToSpeechVoice: ActionKind = {
  parameters: ['TextToSpeechVoice', 'TextToSpeechEngine', 'TextToSpeechStyle'],
  branches: () => ({ ...noBranches, requiredErrors: ['NoMatchingError'] }),
  problems: ({ parameters }) =>
    textParameter(parameters, 'TextToSpeechVoice') === undefined ? ['TextToSpeechVoice is missing'] : [],
  run: () => done,
};
