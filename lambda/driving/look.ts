import type { IncidentItem, IncidentRef } from '../../aws/table/incident-item.ts';
import { advance } from '../../domain/escalation/advance.ts';
import { decide } from '../../domain/escalation/decide.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import { onCallFor } from '../../domain/on-call/roster.ts';
import type { Decision } from '../../domain/paging/decision.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Cell } from '../cell/cell.ts';

/** Which driver of which incident. */
export interface Driver extends IncidentRef {
  readonly epoch: number;
}

export interface Look {
  readonly incident: Incident;
  readonly decision: Decision;
}

/** Whether the incident is still this driver's. */
export function isStillDriving(driver: Driver, item: IncidentItem): boolean {
  return item.generation === driver.generation && item.epoch === driver.epoch;
}

/** The incident brought to `now` with today's roster, and what the domain decides about it. */
export async function look(cell: Cell, incident: Incident, now: Instant, busyUntil?: Instant): Promise<Look> {
  const { organization } = await cell.organization.read(now);
  const advanced = advance(incident, onCallFor(incident, organization, now), now);
  return { incident: advanced, decision: decide(advanced, now, busyUntil) };
}
