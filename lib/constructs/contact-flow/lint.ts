import type { ContactFlow, FlowAction, FlowParameters } from './flow.ts';

/**
 * Says what is wrong with a contact flow, in words; empty when Amazon Connect would accept it. Connect refuses a flow
 * as a whole while it deploys, and gives the reason only in the body of its answer.
 */
export function lintContactFlow(flow: ContactFlow): readonly string[] {
  const ids = flow.Actions.map(({ Identifier }) => Identifier);
  const reached = reachedFrom(flow);
  return [
    ...(ids.includes(flow.StartAction) ? [] : [`the start action ${flow.StartAction} does not exist`]),
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `two actions are called ${id}`),
    ...flow.Actions.flatMap((action) => [
      ...(reached.has(action.Identifier) ? [] : [`${nameOf(action)} is never reached`]),
      ...nextOf(action)
        .filter((next) => !ids.includes(next))
        .map((next) => `${nameOf(action)} goes on with ${next}, which does not exist`),
      ...problemsOf(action).map((problem) => `${nameOf(action)} ${problem}`),
    ]),
  ];
}

/**
 * The longest identifier, and the characters that it may not contain. Source: Amazon Connect API reference, "Actions
 * in the flow language".
 */
const identifierShape = /^[^%:(\\/)=$,;[\]{}]{1,50}$/;

/** The errors of an action. Each must have a next action. */
const errorsOf: Readonly<Record<string, readonly string[]>> = {
  UpdateFlowLoggingBehavior: [],
  UpdateContactTextToSpeechVoice: ['NoMatchingError'],
  Loop: [],
  GetParticipantInput: ['NoMatchingError'],
  Compare: ['NoMatchingCondition'],
  InvokeLambdaFunction: ['NoMatchingError'],
  MessageParticipant: ['NoMatchingError'],
  UpdateContactTargetQueue: ['NoMatchingError'],
  TransferContactToQueue: ['QueueAtCapacity', 'NoMatchingError'],
  DisconnectParticipant: [],
};

function problemsOf(action: FlowAction): string[] {
  const { Identifier, Type, Parameters, Transitions } = action;
  const expected = errorsOf[Type];
  if (expected === undefined) return [`is of the type ${Type}, which this check does not know`];
  const caught = (Transitions.Errors ?? []).map(({ ErrorType }) => ErrorType);
  const isEnd = Type === 'DisconnectParticipant';
  return [
    identifierShape.test(Identifier) ? '' : 'has an identifier that Connect does not take',
    ...expected.filter((each) => !caught.includes(each)).map((each) => `does not say what follows ${each}`),
    !isEnd && Transitions.NextAction === undefined ? 'has no NextAction' : '',
    isEnd && nextOf(action).length > 0 ? 'ends the call, and goes on' : '',
    ...textProblems('', Parameters),
    ...(particular[Type]?.(action) ?? []),
  ].filter((problem) => problem !== '');
}

function textProblems(path: string, parameters: FlowParameters): string[] {
  return Object.entries(parameters).flatMap(([name, value]) => {
    if (typeof value === 'object' && value !== null) return textProblems(`${path}${name}.`, value);
    if (typeof value !== 'string') return [`has ${path}${name}, which is no string`];
    return value === '' ? [`has an empty ${path}${name}`] : [];
  });
}

/** What one type of action needs besides. */
const particular: Readonly<Record<string, (action: FlowAction) => readonly string[]>> = {
  Loop: (action) => {
    const conditions = operandsOf(action);
    return ['ContinueLooping', 'DoneLooping']
      .filter((each) => !conditions.includes(each))
      .map((each) => `has no condition ${each}`);
  },
  UpdateContactTargetQueue: ({ Parameters }) => ('QueueId' in Parameters ? [] : ['has no QueueId']),
  Compare: (action) => (operandsOf(action).length > 0 ? [] : ['compares with nothing']),
  MessageParticipant: ({ Parameters }) => ('Text' in Parameters ? [] : ['has no Text']),
  GetParticipantInput: ({ Parameters }) => {
    const isStored = Parameters['StoreInput'] === 'True';
    return [
      ...('Text' in Parameters ? [] : ['has no Text']),
      ...(isStored === 'InputValidation' in Parameters ? [] : ['needs InputValidation just when it stores']),
      ...within(Parameters['InputTimeLimitSeconds'], 'InputTimeLimitSeconds', 180),
    ];
  },
  InvokeLambdaFunction: ({ Parameters }) =>
    within(Parameters['InvocationTimeLimitSeconds'], 'InvocationTimeLimitSeconds', 8),
};

function within(value: FlowParameters[string] | undefined, name: string, most: number): string[] {
  const seconds = Number(value);
  const isWithin = Number.isInteger(seconds) && seconds >= 1 && seconds <= most;
  return isWithin ? [] : [`needs ${name} from 1 to ${most}, got ${String(value)}`];
}

function operandsOf({ Transitions }: FlowAction): readonly string[] {
  return (Transitions.Conditions ?? []).flatMap(({ Condition }) => Condition.Operands);
}

function nextOf({
  Transitions: { NextAction, Conditions = [], Errors = [] },
}: FlowAction): readonly string[] {
  return [NextAction, ...[...Conditions, ...Errors].map((way) => way.NextAction)].filter(
    (next) => next !== undefined,
  );
}

function reachedFrom({ StartAction, Actions }: ContactFlow): ReadonlySet<string> {
  const byId = new Map(Actions.map((action) => [action.Identifier, action]));
  const reached = new Set<string>();
  const open = [StartAction];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const action = byId.get(id);
    if (action === undefined || reached.has(id)) continue;
    reached.add(id);
    open.push(...nextOf(action));
  }
  return reached;
}

function nameOf({ Type, Identifier }: FlowAction): string {
  return `${Type} ${Identifier}`;
}
