import type { Flow, FlowAction, FlowCondition, FlowErrorBranch, FlowParameters } from '../flow.ts';
import { actionProblems, flowProblems } from './check-flow.ts';

/** The version of the flow language. */
const version = '2019-10-30';

type Json = Readonly<Record<string, unknown>>;

/**
 * Reads a flow. Throws everything that AWS would find wrong with it, in the form of `InvalidContactFlowException`.
 */
export function readFlow(content: string): Flow {
  const document = asObject(JSON.parse(content), 'the flow');
  onlyFields(document, ['Version', 'StartAction', 'Actions', 'Metadata', 'Settings'], 'the flow');
  if (document['Version'] !== version) throw invalid([`Version must be ${version}`]);
  const actions = listOf(document['Actions'], 'Actions').map(readAction);
  const flow: Flow = {
    start: textOf(document['StartAction'], 'StartAction'),
    actions: new Map(actions.map((action) => [action.id, action])),
  };
  const twice = actions.map(({ id }) => id).filter((id, index, ids) => ids.indexOf(id) !== index);
  const problems = [
    ...twice.map((id) => `the identifier ${id} is used twice`),
    ...actions.flatMap((action) => actionProblems(action)),
    ...flowProblems(flow),
  ];
  if (problems.length > 0) throw invalid(problems);
  return flow;
}

function invalid(problems: readonly string[]): Error {
  return new Error(`InvalidContactFlowException: ${problems.join('; ')}`);
}

function readAction(value: unknown): FlowAction {
  const action = asObject(value, 'an action');
  const id = textOf(action['Identifier'], 'Identifier');
  onlyFields(action, ['Identifier', 'Type', 'Parameters', 'Transitions'], id);
  const transitions = asObject(action['Transitions'] ?? {}, `Transitions of ${id}`);
  onlyFields(transitions, ['NextAction', 'Conditions', 'Errors'], `Transitions of ${id}`);
  const next = transitions['NextAction'];
  return {
    id,
    type: textOf(action['Type'], `Type of ${id}`),
    parameters: readParameters(action['Parameters'] ?? {}, `Parameters of ${id}`),
    next: next === undefined ? undefined : textOf(next, `NextAction of ${id}`),
    conditions: listOf(transitions['Conditions'] ?? [], `Conditions of ${id}`).map((one) =>
      readCondition(one, id),
    ),
    errors: listOf(transitions['Errors'] ?? [], `Errors of ${id}`).map((one) => readError(one, id)),
  };
}

function readParameters(value: unknown, at: string): FlowParameters {
  const read = ([name, one]: [string, unknown]) =>
    [name, typeof one === 'string' ? one : readParameters(one, `${at}, ${name}`)] as const;
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return Object.fromEntries(Object.entries(value).map(read));
  }
  throw invalid([`${at}: ${JSON.stringify(value)} is not a string`]);
}

function readCondition(value: unknown, id: string): FlowCondition {
  const at = `a condition of ${id}`;
  const branch = asObject(value, at);
  onlyFields(branch, ['NextAction', 'Condition'], at);
  const condition = asObject(branch['Condition'], at);
  onlyFields(condition, ['Operator', 'Operands'], at);
  return {
    operator: textOf(condition['Operator'], at),
    operands: listOf(condition['Operands'], at).map((operand) => textOf(operand, at)),
    next: textOf(branch['NextAction'], at),
  };
}

function readError(value: unknown, id: string): FlowErrorBranch {
  const at = `an error of ${id}`;
  const branch = asObject(value, at);
  onlyFields(branch, ['NextAction', 'ErrorType'], at);
  return { type: textOf(branch['ErrorType'], at), next: textOf(branch['NextAction'], at) };
}

function asObject(value: unknown, at: string): Json {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Json;
  throw invalid([`${at}: not an object`]);
}

function onlyFields(value: Json, known: readonly string[], at: string): void {
  const unknown = Object.keys(value).filter((name) => !known.includes(name));
  if (unknown.length > 0) throw invalid([`${at}: ${unknown.join(', ')} not known`]);
}

function listOf(value: unknown, at: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw invalid([`${at}: not a list`]);
}

function textOf(value: unknown, at: string): string {
  if (typeof value === 'string') return value;
  throw invalid([`${at}: ${JSON.stringify(value)} is not a string`]);
}
