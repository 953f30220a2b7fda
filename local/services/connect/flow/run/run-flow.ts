/** Running a contact flow. `read-flow.ts` and `check-flow.ts` read and check it first. */

import type { Visits } from '../../../../kernel/visits.ts';
import type { FlowContact, FlowError, Outcome } from '../action-kind.ts';
import type { Flow, FlowAction } from '../flow.ts';
import { type FlowWay, placeOfAction, placeOfFlowWay } from '../places.ts';
import { resolveReferences } from '../references.ts';
import { actionKind } from './action-kinds.ts';

/** More than a sensible call needs. The interpreter ends a flow that repeats without waiting. */
const mostActions = 1000;

/** Runs a flow from its start until the flow or the contact ends. */
export async function runFlow(
  { name, flow }: { readonly name: string; readonly flow: Flow },
  contact: FlowContact,
  visits: Visits,
): Promise<void> {
  let id: string | undefined = flow.start;
  for (let count = 0; id !== undefined && !contact.isOver(); count += 1) {
    if (count >= mostActions) throw new Error(`the flow went through ${mostActions} actions without an end`);
    const action = flow.actions.get(id);
    if (action === undefined) throw new Error(`the flow has no action ${id}`);
    visits.enter(placeOfAction(name, action));
    const outcome = await actionKind(action.type).run(action, contact);
    if (outcome.kind === 'over') return;
    const way = following(action, outcome, contact);
    if (way !== undefined && !contact.isOver()) visits.enter(placeOfFlowWay(name, flow, action, way));
    id = way?.to;
  }
  if (!contact.isOver()) contact.end();
}

function following(
  action: FlowAction,
  outcome: Exclude<Outcome, { kind: 'over' }>,
  contact: FlowContact,
): FlowWay | undefined {
  if (outcome.kind === 'done')
    return action.next === undefined ? undefined : { to: action.next, when: undefined };
  if (outcome.kind === 'failed') return afterError(action, outcome.error);
  const values = contact.values();
  const met = action.conditions.find(({ operator, operands }) =>
    operands.some((operand) => operators[operator]?.(outcome.value, resolveReferences(operand, values))),
  );
  if (met === undefined) return afterError(action, 'NoMatchingCondition');
  return { to: met.next, when: met.operands.join() };
}

/** The branch for this error, or the branch for all other errors. */
function afterError({ errors }: FlowAction, error: FlowError): FlowWay | undefined {
  const branch =
    errors.find(({ type }) => type === error) ?? errors.find(({ type }) => type === 'NoMatchingError');
  return branch === undefined ? undefined : { to: branch.next, when: branch.type };
}

type Comparison = (value: string, operand: string) => boolean;

const numbers = (compare: (value: number, operand: number) => boolean): Comparison => {
  return (value, operand) => value.trim() !== '' && compare(Number(value), Number(operand));
};

/** The operators of conditions, by the names that flows use. */
export const operators: Readonly<Record<string, Comparison>> = {
  Equals: (value, operand) => value === operand,
  TextStartsWith: (value, operand) => value.startsWith(operand),
  TextEndsWith: (value, operand) => value.endsWith(operand),
  TextContains: (value, operand) => value.includes(operand),
  NumberGreaterThan: numbers((value, operand) => value > operand),
  NumberGreaterOrEqualTo: numbers((value, operand) => value >= operand),
  NumberLessThan: numbers((value, operand) => value < operand),
  NumberLessOrEqualTo: numbers((value, operand) => value <= operand),
};
