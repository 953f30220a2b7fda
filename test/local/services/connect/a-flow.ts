/** Contact flows written by hand, as CDK would put them into a template. */
export interface Action {
  readonly Identifier: string;
  readonly Type: string;
  readonly Parameters?: unknown;
  readonly Transitions?: unknown;
}

type Errors = Readonly<Record<string, string>>;

/** A flow that starts with the first action. */
export function aFlow(...Actions: readonly Action[]): string {
  return JSON.stringify({
    Version: '2019-10-30',
    StartAction: Actions[0]?.Identifier,
    Metadata: {},
    Actions,
  });
}

export function action(
  Identifier: string,
  Type: string,
  Parameters: unknown,
  NextAction?: string,
  { errors = {}, ways = {} }: { readonly errors?: Errors; readonly ways?: Errors } = {},
): Action {
  return {
    Identifier,
    Type,
    Parameters,
    Transitions: {
      ...(NextAction !== undefined && { NextAction }),
      Conditions: Object.entries(ways).map(([operand, next]) => ({
        NextAction: next,
        Condition: { Operator: 'Equals', Operands: [operand] },
      })),
      Errors: Object.entries(errors).map(([ErrorType, next]) => ({ NextAction: next, ErrorType })),
    },
  };
}

export const say = (id: string, Text: string, next: string) =>
  action(id, 'MessageParticipant', { Text }, next, { errors: { NoMatchingError: next } });

export const hangUp: Action = {
  Identifier: 'hang-up',
  Type: 'DisconnectParticipant',
  Parameters: {},
  Transitions: {},
};

/** Puts the contact into the queue. A contact for which the queue has no room ends. */
export const intoQueue = (QueueId: string): string =>
  aFlow(
    action('queue', 'UpdateContactTargetQueue', { QueueId }, 'transfer', {
      errors: { NoMatchingError: 'hang-up' },
    }),
    action('transfer', 'TransferContactToQueue', {}, 'hang-up', {
      errors: { QueueAtCapacity: 'hang-up', NoMatchingError: 'hang-up' },
    }),
    hangUp,
  );

/** Asks for one digit that is stored. */
export const ask = (id: string, Text: string, next: string, MaximumLength = '1') =>
  action(
    id,
    'GetParticipantInput',
    {
      Text,
      StoreInput: 'True',
      InputTimeLimitSeconds: '8',
      InputValidation: { CustomValidation: { MaximumLength } },
    },
    next,
    { errors: { NoMatchingError: 'hang-up' } },
  );

/** Asks for a key that chooses a branch. */
export const choose = (
  id: string,
  Text: string,
  ways: Readonly<Record<string, string>>,
  { none, late }: { readonly none: string; readonly late: string },
) =>
  action(id, 'GetParticipantInput', { Text, StoreInput: 'False', InputTimeLimitSeconds: '8' }, none, {
    ways,
    errors: { NoMatchingCondition: none, InputTimeLimitExceeded: late, NoMatchingError: none },
  });

export const invoke = (
  id: string,
  LambdaFunctionARN: string,
  parameters: unknown,
  next: string,
  failed: string,
) =>
  action(
    id,
    'InvokeLambdaFunction',
    {
      LambdaFunctionARN,
      InvocationTimeLimitSeconds: '8',
      LambdaInvocationAttributes: parameters,
      ResponseValidation: { ResponseType: 'STRING_MAP' },
    },
    next,
    { errors: { NoMatchingError: failed } },
  );
