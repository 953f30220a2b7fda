import { type IncidentItem, incidentIdOf } from '../../aws/table/incident-item.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import { figuresOf } from '../../domain/reports/incident-figures.ts';
import { monthOf } from '../../domain/time/calendar-month.ts';
import type { Cell } from '../cell/cell.ts';
import { log } from '../cell/log.ts';

/** Stores what reports say of an incident that ends, in the month in which it was opened. Never rejects: it ends all the same. */
export async function storeFigures(cell: Cell, item: IncidentItem, incident: Incident): Promise<void> {
  try {
    const { organization } = await cell.organization.read(cell.now());
    const { timeZone } = organization.company;
    const timeline = await cell.history.timeline(item, incident);
    const month = monthOf(incident.openedAt, timeZone);
    await cell.figures.store(item, month, figuresOf(incident, timeline, timeZone));
  } catch (error) {
    log.warn('an incident that ends is in no report', { incidentId: incidentIdOf(item), error });
  }
}
