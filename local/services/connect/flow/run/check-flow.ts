import type { ActionKind } from '../action-kind.ts';
import type { Flow, FlowAction, FlowParameters } from '../flow.ts';
import { unknownReferences } from '../references.ts';
import { actionKinds } from './action-kinds.ts';

const longestIdentifier = 50;
const forbiddenInIdentifier = /[%:()\\/=$,;[\]{}]/;

/** What is wrong with one action: a list of sentences that name it. */
export function actionProblems(action: FlowAction): readonly string[] {
  const kind = actionKinds[action.type];
  const found =
    kind === undefined
      ? [`the type ${action.type} is not known here; known: ${Object.keys(actionKinds).join(', ')}`]
      : [
          ...identifierProblems(action),
          ...parameterProblems(action.parameters, kind.parameters),
          ...branchProblems(action, kind),
          ...(kind.problems?.(action) ?? []),
        ];
  return found.map((problem) => `${action.id} (${action.type}): ${problem}`);
}

function identifierProblems({ id }: FlowAction): readonly string[] {
  const isValid = id !== '' && id.length <= longestIdentifier && !forbiddenInIdentifier.test(id);
  return isValid ? [] : ['the identifier is too long, or holds a character that it may not'];
}

function parameterProblems(
  parameters: FlowParameters,
  known: readonly string[],
  prefix = '',
): readonly string[] {
  return Object.entries(parameters).flatMap(([name, value]) => {
    const path = `${prefix}${name}`;
    if (typeof value !== 'string') return parameterProblems(value, known, `${path}.`);
    if (!known.includes(path) && !known.includes(`${prefix}*`))
      return [`the parameter ${path} is not known here`];
    return unknownReferences(value).map((one) => `the reference ${one} is not known here`);
  });
}

function branchProblems(action: FlowAction, kind: ActionKind): readonly string[] {
  const { requiredErrors, optionalErrors, operators } = kind.branches(action);
  const given = action.errors.map(({ type }) => type);
  const allowed: readonly string[] = [...requiredErrors, ...optionalErrors];
  const used = action.conditions.map(({ operator }) => operator);
  return [
    ...requiredErrors
      .filter((type) => !given.includes(type))
      .map((type) => `the error ${type} has no branch`),
    ...given.filter((type) => !allowed.includes(type)).map((type) => `there is no error ${type}`),
    ...used.filter((name) => !operators.includes(name)).map((name) => `conditions cannot use ${name}`),
    ...(action.conditions.every(({ operands }) => operands.length === 1)
      ? []
      : ['a condition has one operand']),
    ...nextProblems(action, kind),
  ];
}

function nextProblems(
  { next, conditions, errors }: FlowAction,
  { nextAction = 'needed' }: ActionKind,
): readonly string[] {
  if (nextAction === 'none') {
    return next === undefined && conditions.length + errors.length === 0 ? [] : ['nothing can follow on it'];
  }
  return next === undefined && nextAction === 'needed' ? ['NextAction is missing'] : [];
}

/** What is wrong with the connections between the actions. */
export function flowProblems({ start, actions }: Flow): readonly string[] {
  const targetsOf = ({ next, conditions, errors }: FlowAction) => [
    ...(next === undefined ? [] : [next]),
    ...conditions.map((condition) => condition.next),
    ...errors.map((error) => error.next),
  ];
  const reached = new Set<string>();
  const waiting = [start];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    waiting.push(...(actions.has(id) ? targetsOf(actions.get(id) as FlowAction) : []));
  }
  return [
    ...[...reached].filter((id) => !actions.has(id)).map((id) => `there is no action ${id}`),
    ...[...actions.keys()].filter((id) => !reached.has(id)).map((id) => `the action ${id} is never reached`),
  ];
}
