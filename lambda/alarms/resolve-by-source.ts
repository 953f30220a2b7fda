import { fieldsOf, type Head, incidentOf } from '../../aws/table/head.ts';
import type { Alarm } from '../../domain/alarm/alarm.ts';
import { isNews, resolve } from '../../domain/escalation/resolve.ts';
import type { Cell } from '../cell/cell.ts';
import { wake } from '../incidents/change-incident.ts';

/** Times that a resolution looks again when its incident changes under its hands. */
const maxTries = 5;

/**
 * Takes in a source's `resolved`: ends the incident of its key, if there is an open one and the event is newer than each
 * stored firing of the alarm. A first `resolved` is stored and opens nothing.
 */
export async function settle(cell: Cell, key: string, alarm: Alarm): Promise<Head | undefined> {
  await cell.alarms.keep(key, alarm, cell.now());
  for (let tries = 0; tries < maxTries; tries++) {
    const [head, lastFiring] = await Promise.all([cell.incidents.read(key), cell.alarms.lastFiring(key)]);
    if (head === undefined || head.status === 'resolved') return head;
    if (!isNews(alarm, Math.max(head.lastEventAt, lastFiring ?? 0))) return head;
    const now = cell.now();
    const resolved = resolve(incidentOf(head), 'source', now);
    const next: Head = { ...head, ...fieldsOf(resolved), deadline: now, lastEventAt: alarm.occurredAt };
    const outcome = await cell.incidents.replace(head, next);
    if (outcome.kind === 'replaced') {
      await wake(cell, outcome.head);
      return outcome.head;
    }
  }
  throw new Error(`the incident ${key} changed ${maxTries} times while it was resolved`);
}
