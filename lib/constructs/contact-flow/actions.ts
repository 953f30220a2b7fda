import { actionId, type FlowAction, type FlowParameters, type Transitions } from './flow.ts';

/** Switches the flow's log on or off from here on. */
export function logging(name: string, isOn: boolean, next: string): FlowAction {
  const FlowLoggingBehavior = isOn ? 'Enabled' : 'Disabled';
  return action(name, 'UpdateFlowLoggingBehavior', { FlowLoggingBehavior }, { NextAction: actionId(next) });
}

/** Sets the voice of Amazon Polly from here on. The voice decides the language. */
export function voice(name: string, polly: PollyVoice, next: string): FlowAction {
  return action(
    name,
    'UpdateContactTextToSpeechVoice',
    { TextToSpeechVoice: polly.voice, TextToSpeechEngine: polly.engine, TextToSpeechStyle: 'None' },
    { NextAction: actionId(next), Errors: [onError('NoMatchingError', next)] },
  );
}

export interface PollyVoice {
  readonly voice: string;
  readonly engine: 'Neural' | 'Standard';
}

/** Takes one way so many times, then the other. */
export function loop(name: string, count: number, again: string, done: string): FlowAction {
  return action(
    name,
    'Loop',
    { LoopCount: String(count) },
    {
      NextAction: actionId(done),
      Conditions: [when('ContinueLooping', again), when('DoneLooping', done)],
    },
  );
}

export interface Question {
  /** Speaks a text. A pressed key interrupts it. */
  readonly text: string;
  readonly waitSeconds: number;
  readonly next: string;
  readonly failed: string;
}

/** Asks for one digit, and stores it as `$.StoredCustomerInput`. Without a key the value is `Timeout`. */
export function askDigit(name: string, { text, waitSeconds, next, failed }: Question): FlowAction {
  return action(
    name,
    'GetParticipantInput',
    {
      Text: text,
      StoreInput: 'True',
      InputTimeLimitSeconds: String(waitSeconds),
      InputValidation: { CustomValidation: { MaximumLength: '1' } },
      DTMFConfiguration: { DisableCancelKey: 'True' },
    },
    { NextAction: actionId(next), Errors: [onError('NoMatchingError', failed)] },
  );
}

/** Takes the way that belongs to a value. */
export function compare(
  name: string,
  value: string,
  ways: Readonly<Record<string, string>>,
  otherwise: string,
): FlowAction {
  return action(
    name,
    'Compare',
    { ComparisonValue: value },
    {
      NextAction: actionId(otherwise),
      Conditions: Object.entries(ways).map(([operand, next]) => when(operand, next)),
      Errors: [onError('NoMatchingCondition', otherwise)],
    },
  );
}

export interface Invocation {
  readonly functionArn: string;
  readonly waitSeconds: number;
  readonly parameters: Readonly<Record<string, string>>;
  readonly next: string;
  readonly failed: string;
}

/** Invokes a function. Its answer is in `$.External`. */
export function invoke(name: string, { functionArn, waitSeconds, parameters, next, failed }: Invocation) {
  return action(
    name,
    'InvokeLambdaFunction',
    {
      LambdaFunctionARN: functionArn,
      InvocationTimeLimitSeconds: String(waitSeconds),
      LambdaInvocationAttributes: parameters,
      ResponseValidation: { ResponseType: 'STRING_MAP' },
    },
    { NextAction: actionId(next), Errors: [onError('NoMatchingError', failed)] },
  );
}

/** Speaks a text. */
export function say(name: string, text: string, next: string): FlowAction {
  return action(
    name,
    'MessageParticipant',
    { Text: text },
    { NextAction: actionId(next), Errors: [onError('NoMatchingError', next)] },
  );
}

/** Sets the queue into which `toQueue` puts the contact. */
export function targetQueue(name: string, queueArn: string, next: string, failed: string): FlowAction {
  return action(
    name,
    'UpdateContactTargetQueue',
    { QueueId: queueArn },
    { NextAction: actionId(next), Errors: [onError('NoMatchingError', failed)] },
  );
}

/** Puts the contact into its target queue, where the flow ends. The flow goes on only when that fails. */
export function toQueue(name: string, failed: string): FlowAction {
  return action(
    name,
    'TransferContactToQueue',
    {},
    {
      NextAction: actionId(failed),
      Errors: [onError('QueueAtCapacity', failed), onError('NoMatchingError', failed)],
    },
  );
}

/** Hangs up; ends a task. */
export function hangUp(name: string): FlowAction {
  return action(name, 'DisconnectParticipant', {}, {});
}

function action(
  name: string,
  Type: string,
  Parameters: FlowParameters,
  transitions: Transitions,
): FlowAction {
  return { Identifier: actionId(name), Type, Parameters, Transitions: transitions };
}

function when(operand: string, next: string) {
  return {
    NextAction: actionId(next),
    Condition: { Operator: 'Equals', Operands: [operand] },
  } as const;
}

function onError(ErrorType: string, next: string) {
  return { NextAction: actionId(next), ErrorType };
}
