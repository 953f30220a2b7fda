import { fieldsOf, type IncidentItem, incidentOf } from '../../aws/table/incident-item.ts';
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
export async function resolveBySource(
  cell: Cell,
  key: string,
  alarm: Alarm,
): Promise<IncidentItem | undefined> {
  await cell.alarms.keep(key, alarm, cell.now());
  for (let tries = 0; tries < maxTries; tries++) {
    const [item, lastFiring] = await Promise.all([cell.incidents.read(key), cell.alarms.lastFiring(key)]);
    if (item === undefined || item.status === 'resolved') return item;
    if (!isNews(alarm, Math.max(item.lastEventAt, lastFiring ?? 0))) return item;
    const now = cell.now();
    const resolved = resolve(incidentOf(item), 'source', now);
    const next: IncidentItem = {
      ...item,
      ...fieldsOf(resolved),
      deadline: now,
      lastEventAt: alarm.occurredAt,
    };
    const outcome = await cell.incidents.replace(item, next);
    if (outcome.kind === 'replaced') {
      await wake(cell, outcome.item);
      return outcome.item;
    }
  }
  throw new Error(`the incident ${key} changed ${maxTries} times while it was resolved`);
}
