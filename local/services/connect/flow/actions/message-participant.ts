import { type ActionKind, done, noBranches } from '../action-kind.ts';
import { problemsOfSpeech, speak, speechParameters } from '../speech.ts';

/** Speaks, and goes on. That takes no time here, since nobody can answer meanwhile. */
export const messageParticipant: ActionKind = {
  parameters: speechParameters,
  branches: () => ({ ...noBranches, optionalErrors: ['NoMatchingError'] }),
  problems: ({ parameters }) => problemsOfSpeech(parameters, { isNeeded: true }),
  run: ({ parameters }, contact) =>
    speak(parameters, contact) === undefined ? { kind: 'failed', error: 'NoMatchingError' } : done,
};
