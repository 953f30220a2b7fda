import { type Head, incidentIdOf } from '../aws/head.ts';
import type { Cell } from './cell.ts';
import { log } from './log.ts';

/**
 * Wakes the execution that waits with an incident after it has changed. Never rejects: the change is stored, its deadline
 * is now, and the guardian takes over from an execution that does not wake.
 */
export async function wake(cell: Cell, { token, ...head }: Head): Promise<void> {
  if (token === undefined) return;
  await cell.executions.wake(token, { kind: 'decide', revision: head.revision }).catch((error: unknown) => {
    log.warn('an execution could not be woken; the guardian will', { incidentId: incidentIdOf(head), error });
  });
}
