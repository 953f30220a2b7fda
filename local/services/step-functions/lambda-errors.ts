import type { InvocationOutcome } from '../../kernel/parts.ts';

type Failed = Extract<InvocationOutcome, { kind: 'failed' }>;

interface Named {
  readonly error: string;
  readonly reason: string;
}

/** The errors of the Lambda API. A workflow sees them with the prefix `Lambda.`. */
const apiErrors = [
  ...[
    'TooManyRequestsException',
    'ServiceException',
    'ResourceNotFoundException',
    'ResourceConflictException',
  ],
  ...['InvalidParameterValueException', 'RequestTooLargeException', 'ClientExecutionTimeoutException'],
  ...['SdkClientException', 'AWSLambdaException'],
];

/** The errors of a runtime that ended without an answer. */
const silentDeaths = ['Runtime.ExitError', 'Runtime.Unknown', 'Unknown'];

/** Names a failed invocation as Step Functions does. */
export function inTheWordsOfStates({ error, message }: Failed): Named {
  if (error.startsWith('States.')) return { error, reason: message };
  if (error === 'AccessDeniedException') return { error: 'Lambda.AWSLambdaException', reason: message };
  if (apiErrors.includes(error)) return { error: `Lambda.${error}`, reason: message };
  const payload = JSON.stringify({ errorType: error, errorMessage: message, trace: [] });
  if (silentDeaths.includes(error)) {
    const reason = `The cause could not be determined because Lambda did not return an error type. Returned payload: ${payload}`;
    return { error: 'Lambda.Unknown', reason };
  }
  return { error, reason: payload };
}
