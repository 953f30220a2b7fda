import { fieldsOf, type IncidentItem, incidentOf } from '../../aws/table/incident-item.ts';
import type { Alarm } from '../../domain/alarm/alarm.ts';
import { endsIt, sourceTime } from '../../domain/alarm/order.ts';
import { wellAgain } from '../../domain/escalation/flapping.ts';
import { endUnseen } from '../../domain/escalation/resolve.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Cell } from '../cell/cell.ts';
import { wake } from '../incidents/change-incident.ts';
import { type Left, left, rewrite, type Write } from '../incidents/rewrite.ts';

/**
 * Handles a source's `resolved`. It resolves the open incident of its key when the event is newer than each stored
 * firing of the alarm, by the clock of their source. An alarm that flaps must be quiet for some time first. A first `resolved`
 * is stored and opens nothing.
 */
export async function resolveBySource(
  cell: Cell,
  key: string,
  alarm: Alarm,
): Promise<IncidentItem | undefined> {
  await cell.alarms.store(key, alarm, cell.now());
  return resolveAt(cell, key, sourceTime(alarm), wellAgain);
}

/** Resolves an incident that its source had ended, at `resolvedAt`, before it was opened. */
export function resolveUnseen(
  cell: Cell,
  key: string,
  resolvedAt: Instant | undefined,
): Promise<IncidentItem | undefined> {
  return resolveAt(cell, key, resolvedAt, endUnseen);
}

async function resolveAt(
  cell: Cell,
  key: string,
  at: Instant | undefined,
  end: (incident: Incident, now: Instant) => Incident,
): Promise<IncidentItem | undefined> {
  const outcome = await rewrite(
    cell,
    key,
    async (item): Promise<Write | Left<IncidentItem>> => {
      if (item.status === 'resolved') return left(item);
      const lastFiring = await cell.alarms.lastFiring(key);
      if (!endsIt(at, item.lastEventAt, lastFiring)) return left(item);
      const now = cell.now();
      const lastEventAt = Math.max(item.lastEventAt, lastFiring ?? 0, at ?? 0);
      const resolved = fieldsOf(end(incidentOf(item), now));
      return { kind: 'write', next: { ...item, ...resolved, deadline: now, lastEventAt } };
    },
    { doing: 'it was resolved' },
  );
  if (outcome.kind === 'absent') return undefined;
  if (outcome.kind === 'left') return outcome.left;
  await wake(cell, outcome.item);
  return outcome.item;
}
