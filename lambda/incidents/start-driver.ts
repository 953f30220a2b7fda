import { fieldsOf, type IncidentItem, incidentIdOf, incidentOf } from '../../aws/table/incident-item.ts';
import { firstTurn, type Turn } from '../../domain/escalation/decide.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { actTimeoutMs } from '../../domain/timeouts.ts';
import type { Cell } from '../cell/cell.ts';
import { log } from '../cell/log.ts';

/**
 * The item of an incident that is opened again, for a driver of the next epoch. An act under way stays with its driver: the
 * message that it is over must not come after the new page.
 */
export function reopenedItem(item: IncidentItem, incident: Incident, now: Instant): IncidentItem {
  return {
    ...item,
    ...fieldsOf(incident),
    ...{ deadline: now + actTimeoutMs, token: undefined, isArchived: false, takeovers: 0, begun: 0 },
    epoch: item.epoch + 1,
  };
}

/**
 * Starts the driver of an incident that was just opened, or opened again. Its first turn pages at once, unless a driver is in
 * the middle of an act, or somebody has been asked already.
 */
export function startDriver(cell: Cell, item: IncidentItem): Promise<void> {
  const incident = incidentOf(item);
  const { busyUntil, revision } = item;
  const isBusy = busyUntil !== undefined && cell.now() < busyUntil;
  const isUnderWay = isBusy || incident.ladder.asked !== undefined;
  return startTurn(cell, item, isUnderWay ? { kind: 'decide', revision } : firstTurn(incident, revision));
}

/** When no region starts an execution, the guardian drives: the incident is stored and has a deadline. */
export async function startTurn(cell: Cell, item: IncidentItem, turn: Turn): Promise<void> {
  const { key, generation, epoch } = item;
  await cell.executions.start({ key, generation, epoch, turn }).catch((error: unknown) => {
    log.error('no execution could be started; the guardian will drive', {
      incidentId: incidentIdOf(item),
      error,
    });
  });
}
