import { fieldsOf, type IncidentRef, incidentIdOf, incidentOf } from '../aws/head.ts';
import { type Confirmation, confirm } from '../domain/confirmation.ts';
import type { Cell } from './cell.ts';
import { wake } from './wake.ts';

/** Times that it is applied again because another write came first. */
const maxTries = 10;

/** Writes the contact center's confirmation, then has the execution look again. `over`: there is nothing to confirm any more. */
export async function applyConfirmation(
  cell: Cell,
  ref: IncidentRef,
  confirmation: Confirmation,
): Promise<'stored' | 'over'> {
  for (let tries = 0; tries < maxTries; tries++) {
    const head = await cell.incidents.read(ref.key);
    if (head === undefined || head.generation !== ref.generation) return 'over';
    const confirmed = confirm(incidentOf(head), confirmation, cell.now());
    if (confirmed.kind === 'repeated') return 'stored';
    if (confirmed.kind === 'over') return 'over';
    const outcome = await cell.incidents.replace(head, { ...head, ...fieldsOf(confirmed.incident) });
    if (outcome.kind === 'replaced') {
      await wake(cell, outcome.head);
      return 'stored';
    }
  }
  throw new Error(`the incident ${incidentIdOf(ref)} changed ${maxTries} times while it was confirmed`);
}
