import {
  type IncidentItem,
  incidentIdOf,
  incidentOf,
  UnreadableIncident,
} from '../../aws/table/incident-item.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import { log } from '../cell/log.ts';

/** The incident of an item, for a list; undefined, and logged, when it cannot be read: the others are shown all the same. */
export function readable(item: IncidentItem): Incident | undefined {
  try {
    return incidentOf(item);
  } catch (error) {
    if (!(error instanceof UnreadableIncident)) throw error;
    log.error('an incident cannot be read', { incidentId: incidentIdOf(item), error });
    return undefined;
  }
}
