import type { FlowContact, FlowError, Outcome } from './action-kind.ts';
import { actionKind } from './action-kinds.ts';
import { operators } from './conditions.ts';
import type { Flow, FlowAction } from './flow.ts';
import { resolveReferences } from './references.ts';

/** More than a call can sensibly take: a flow that goes round without waiting is ended. */
const mostActions = 1000;

/** Carries a flow out, from its start until it ends or the contact does. */
export async function runFlow(flow: Flow, contact: FlowContact): Promise<void> {
  let id: string | undefined = flow.start;
  for (let count = 0; id !== undefined && !contact.isOver(); count += 1) {
    if (count >= mostActions) throw new Error(`the flow went through ${mostActions} actions without an end`);
    const action = flow.actions.get(id);
    if (action === undefined) throw new Error(`the flow has no action ${id}`);
    const outcome = await actionKind(action.type).run(action, contact);
    if (outcome.kind === 'over') return;
    id = following(action, outcome, contact);
  }
  if (!contact.isOver()) contact.end();
}

function following(
  action: FlowAction,
  outcome: Exclude<Outcome, { kind: 'over' }>,
  contact: FlowContact,
): string | undefined {
  if (outcome.kind === 'done') return action.next;
  if (outcome.kind === 'failed') return afterError(action, outcome.error);
  const values = contact.values();
  const met = action.conditions.find(({ operator, operands }) =>
    operands.some((operand) => operators[operator]?.(outcome.value, resolveReferences(operand, values))),
  );
  return met?.next ?? afterError(action, 'NoMatchingCondition');
}

/** The branch of this error, or the one for all that have none. */
function afterError({ errors }: FlowAction, error: FlowError): string | undefined {
  const branch =
    errors.find(({ type }) => type === error) ?? errors.find(({ type }) => type === 'NoMatchingError');
  return branch?.next;
}
