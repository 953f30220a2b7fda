import { type IncidentItem, incidentIdOf } from '../../aws/table/incident-item.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Cell } from '../cell/cell.ts';
import { log } from '../cell/log.ts';

/**
 * Stores which incident its code names, if that is not stored yet; false where it could not be. The driver does it rather
 * than the intake, which may die between the incident and its code: nobody reads the code before a driver has sent it.
 */
export async function storeCode(
  cell: Cell,
  item: IncidentItem,
  incident: Incident,
  now: Instant,
): Promise<boolean> {
  if (incident.isCodeStored) return true;
  try {
    await cell.codes.assign(incident.code, item, now);
    return true;
  } catch (error) {
    log.warn('a code is not stored', { incidentId: incidentIdOf(item), error });
    return false;
  }
}
