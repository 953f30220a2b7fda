import { type Head, incidentIdOf } from '../aws/head.ts';
import { monthOf } from '../domain/calendar-month.ts';
import type { Incident } from '../domain/incident.ts';
import { figuresOf } from '../domain/incident-figures.ts';
import type { Cell } from './cell.ts';
import { log } from './log.ts';

/** Stores what reports say of an incident that ends, in the month in which it was opened. Never rejects: it ends all the same. */
export async function keepFigures(cell: Cell, head: Head, incident: Incident): Promise<void> {
  try {
    const { organization } = await cell.organization.read(cell.now());
    const { timeZone } = organization.company;
    const timeline = await cell.history.timeline(head, incident);
    const month = monthOf(incident.openedAt, timeZone);
    await cell.figures.keep(head, month, figuresOf(incident, timeline, timeZone));
  } catch (error) {
    log.warn('an incident that ends is in no report', { incidentId: incidentIdOf(head), error });
  }
}
