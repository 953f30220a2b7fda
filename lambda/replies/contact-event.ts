import * as z from 'zod/mini';
import { taskAccepted } from '../../domain/contact-center/task-outcomes.ts';
import { isOpen } from '../../domain/incident/task.ts';
import type { Cell } from '../cell/cell.ts';
import { log } from '../cell/log.ts';
import { changeIncident } from '../incidents/change-incident.ts';

/**
 * The event that Amazon Connect sends to EventBridge when an operator accepts a task. Source: Amazon Connect
 * administrator guide, "Amazon Connect contact events".
 */
const contactEvent = z.object({
  'detail-type': z.literal('Amazon Connect Contact Event'),
  detail: z.object({ contactId: z.string(), eventType: z.literal('CONNECTED_TO_AGENT') }),
});

export type ContactEvent = z.infer<typeof contactEvent>;

/** Whether the event says that an operator has accepted something. */
export function isContactEvent(event: unknown): event is ContactEvent {
  return contactEvent.safeParse(event).success;
}

/**
 * Records that an operator has accepted a task of Permanence: the contact center's number need not be called for it.
 */
export async function operatorAccepts(cell: Cell, { detail }: ContactEvent): Promise<void> {
  const { contactId } = detail;
  const found = await cell.tasks.find(contactId);
  if (found === undefined) return log.info('a contact that is no task of ours', { contactId });
  const { task } = found;
  await changeIncident(cell, found, (incident, now) => {
    const isOpenStill = incident.tasks.some((each) => each.id === task && isOpen(each) && !each.accepted);
    return isOpenStill
      ? { kind: 'changed', incident: taskAccepted(incident, ({ id }) => id === task, now) }
      : { kind: 'over' };
  });
}
