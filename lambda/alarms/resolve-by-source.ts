import { fieldsOf, type IncidentItem, incidentOf } from '../../aws/table/incident-item.ts';
import type { Alarm } from '../../domain/alarm/alarm.ts';
import { isNews, resolve } from '../../domain/escalation/resolve.ts';
import type { Cell } from '../cell/cell.ts';
import { wake } from '../incidents/change-incident.ts';
import { type Left, left, rewrite, type Write } from '../incidents/rewrite.ts';

/**
 * Handles a source's `resolved`. It resolves the open incident of its key when the event is newer than each stored
 * firing of the alarm. A first `resolved` is stored and opens nothing.
 */
export async function resolveBySource(
  cell: Cell,
  key: string,
  alarm: Alarm,
): Promise<IncidentItem | undefined> {
  await cell.alarms.store(key, alarm, cell.now());
  const outcome = await rewrite(
    cell,
    key,
    async (item): Promise<Write | Left<IncidentItem>> => {
      if (item.status === 'resolved') return left(item);
      const lastFiring = await cell.alarms.lastFiring(key);
      if (!isNews(alarm, Math.max(item.lastEventAt, lastFiring ?? 0))) return left(item);
      const now = cell.now();
      const resolved = fieldsOf(resolve(incidentOf(item), 'source', now));
      const next = { ...item, ...resolved, deadline: now, lastEventAt: alarm.occurredAt };
      return { kind: 'write', next };
    },
    { doing: 'it was resolved' },
  );
  if (outcome.kind === 'absent') return undefined;
  if (outcome.kind === 'left') return outcome.left;
  await wake(cell, outcome.item);
  return outcome.item;
}
