import type { Head } from '../aws/head.ts';
import { actBudget, takeoverGrace } from '../domain/budgets.ts';
import type { Instant } from '../domain/instant.ts';
import type { Cell } from './cell.ts';

/** Whether a driver should have acted by now and has not. */
export function isOverdue({ deadline }: Head, now: Instant): boolean {
  return deadline !== undefined && deadline + takeoverGrace < now;
}

/**
 * The next epoch of an overdue incident, which from now on is the caller's to drive. Undefined when somebody else wrote
 * first.
 */
export async function takeOver(cell: Cell, head: Head, now: Instant): Promise<Head | undefined> {
  const next: Head = {
    ...head,
    epoch: head.epoch + 1,
    deadline: now + actBudget,
    takeovers: head.takeovers + 1,
    token: undefined,
  };
  const outcome = await cell.incidents.replace(head, next);
  return outcome.kind === 'replaced' ? outcome.head : undefined;
}
