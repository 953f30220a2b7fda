import { actionId, type FlowAction, type FlowParameters, type Transitions } from './flow.ts';

/** What is logged of the flow from here on. */
export function logging(name: string, isOn: boolean, next: string): FlowAction {
  const FlowLoggingBehavior = isOn ? 'Enabled' : 'Disabled';
  return action(name, 'UpdateFlowLoggingBehavior', { FlowLoggingBehavior }, { NextAction: actionId(next) });
}

/** Who speaks from here on: a voice of Amazon Polly, which also decides the language. */
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

/** Goes one way so many times, then the other. */
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
  /** What is spoken; pressing a key interrupts it. */
  readonly text: string;
  readonly waitSeconds: number;
  readonly next: string;
  readonly failed: string;
}

/** Asks for one digit, and stores it as `$.StoredCustomerInput`; `Timeout` stands there when none is pressed. */
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

/** Goes on by what a value is. */
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

/** Asks a function; its answer stands in `$.External`. */
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

/** Says something. */
export function say(name: string, text: string, next: string): FlowAction {
  return action(
    name,
    'MessageParticipant',
    { Text: text },
    { NextAction: actionId(next), Errors: [onError('NoMatchingError', next)] },
  );
}

/** Says which queue `toQueue` puts the contact into. */
export function targetQueue(name: string, queueArn: string, next: string, failed: string): FlowAction {
  return action(
    name,
    'UpdateContactTargetQueue',
    { QueueId: queueArn },
    { NextAction: actionId(next), Errors: [onError('NoMatchingError', failed)] },
  );
}

/** Puts the contact into its target queue, where the flow is over for it; goes on only where that fails. */
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
