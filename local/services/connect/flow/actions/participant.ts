/** The actions of a contact flow. This file holds those that speak and that take keys. */

import { type ActionKind, done, type FlowContact, noBranches, type Outcome } from '../action-kind.ts';
import { gatherDigits } from '../digits.ts';
import { type FlowAction, type FlowParameters, groupParameter, textParameter } from '../flow.ts';
import { problemsOfSpeech, speak, speakingMs, speechParameters } from '../speech.ts';

/** The default time between two digits. Source: Amazon Connect administrator guide, Store customer input. */
const defaultInterdigitSeconds = 5;

const longestInputSeconds = 180;

const longestInterdigitSeconds = 20;

/** The limit of the flow editor. No page needs more. */
const mostDigits = 20;

/**
 * Speaks and waits for keys. A key chooses a branch, or digits are stored. A person may press a key while the voice
 * speaks. The time limit begins when the voice has ended.
 */
export const getParticipantInput: ActionKind = {
  parameters: [
    ...speechParameters,
    'InputTimeLimitSeconds',
    'StoreInput',
    'InputValidation.CustomValidation.MaximumLength',
    'DTMFConfiguration.DisableCancelKey',
    'DTMFConfiguration.InputTerminationSequence',
    'DTMFConfiguration.InterdigitTimeLimitSeconds',
  ],
  branches: ({ parameters }) =>
    isStored(parameters)
      ? { requiredErrors: ['NoMatchingError'], optionalErrors: [], operators: [] }
      : {
          requiredErrors: ['NoMatchingError', 'NoMatchingCondition', 'InputTimeLimitExceeded'],
          optionalErrors: [],
          operators: ['Equals'],
        },
  problems: (action) => [
    ...problemsOfSpeech(action.parameters, { isNeeded: true }),
    ...problemsOfTimes(action.parameters),
    ...(isStored(action.parameters) ? problemsOfStoring(action.parameters) : problemsOfChoice(action)),
  ],
  async run({ parameters }, contact) {
    const words = speak(parameters, contact);
    if (words === undefined) return { kind: 'failed', error: 'NoMatchingError' };
    const limitMs = 1000 * Number(textParameter(parameters, 'InputTimeLimitSeconds'));
    const firstWithinMs = speakingMs(words) + limitMs;
    return isStored(parameters)
      ? store(parameters, contact, firstWithinMs)
      : choose(await contact.gather(firstWithinMs, (key) => key ?? ''));
  },
};

async function store(
  parameters: FlowParameters,
  contact: FlowContact,
  firstWithinMs: number,
): Promise<Outcome> {
  const keys = groupParameter(parameters, 'DTMFConfiguration');
  const interdigit = textParameter(keys, 'InterdigitTimeLimitSeconds') ?? defaultInterdigitSeconds;
  contact.storedInput = await contact.gather(
    firstWithinMs,
    gatherDigits({
      maximumLength: Number(maximumLengthOf(parameters)),
      terminator: textParameter(keys, 'InputTerminationSequence') ?? '#',
      hasCancelKey: textParameter(keys, 'DisableCancelKey') !== 'True',
      nextWithinMs: 1000 * Number(interdigit),
    }),
  );
  return { kind: 'done' };
}

function choose(key: string): Outcome {
  return key === '' ? { kind: 'failed', error: 'InputTimeLimitExceeded' } : { kind: 'result', value: key };
}

function isStored(parameters: FlowParameters): boolean {
  return textParameter(parameters, 'StoreInput') === 'True';
}

function maximumLengthOf(parameters: FlowParameters): string | undefined {
  const validation = groupParameter(groupParameter(parameters, 'InputValidation'), 'CustomValidation');
  return textParameter(validation, 'MaximumLength');
}

function problemsOfTimes(parameters: FlowParameters): readonly string[] {
  const keys = groupParameter(parameters, 'DTMFConfiguration');
  const interdigit = textParameter(keys, 'InterdigitTimeLimitSeconds') ?? '1';
  return [
    ...(isNumber(textParameter(parameters, 'InputTimeLimitSeconds'), longestInputSeconds)
      ? []
      : [`InputTimeLimitSeconds must be from 1 to ${longestInputSeconds}`]),
    ...(isNumber(interdigit, longestInterdigitSeconds)
      ? []
      : [`InterdigitTimeLimitSeconds must be from 1 to ${longestInterdigitSeconds}`]),
    ...(['True', 'False', undefined].includes(textParameter(parameters, 'StoreInput'))
      ? []
      : ['StoreInput must be True or False']),
  ];
}

function problemsOfStoring(parameters: FlowParameters): readonly string[] {
  const keys = groupParameter(parameters, 'DTMFConfiguration');
  const cancel = textParameter(keys, 'DisableCancelKey');
  const terminator = textParameter(keys, 'InputTerminationSequence') ?? '#';
  return [
    ...(isNumber(maximumLengthOf(parameters), mostDigits)
      ? []
      : [
          `input that is stored needs InputValidation.CustomValidation.MaximumLength from 1 to ${mostDigits}`,
        ]),
    ...(['True', 'False', undefined].includes(cancel) ? [] : ['DisableCancelKey must be True or False']),
    ...(/^[0-9*#]$/.test(terminator) ? [] : ['an InputTerminationSequence of one key only is known here']),
  ];
}

function problemsOfChoice({ parameters, conditions }: FlowAction): readonly string[] {
  const keys = conditions.flatMap(({ operands }) => operands);
  return [
    ...('InputValidation' in parameters ? ['InputValidation goes with StoreInput True only'] : []),
    ...keys
      .filter((key) => !/^[0-9*#]$/.test(key))
      .map((key) => `${JSON.stringify(key)} is no key of a phone`),
  ];
}

function isNumber(text: string | undefined, most: number): boolean {
  return text !== undefined && /^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= most;
}

/** Speaks and continues. This takes no time here, since nobody can answer meanwhile. */
export const messageParticipant: ActionKind = {
  parameters: speechParameters,
  branches: () => ({ ...noBranches, optionalErrors: ['NoMatchingError'] }),
  problems: ({ parameters }) => problemsOfSpeech(parameters, { isNeeded: true }),
  run: ({ parameters }, contact) =>
    speak(parameters, contact) === undefined ? { kind: 'failed', error: 'NoMatchingError' } : done,
};
