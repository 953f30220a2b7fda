import type { IncidentItem, IncidentRef } from '../../aws/table/incident-item.ts';

/** Which driver of which incident: an epoch has one driver. */
export interface Driver extends IncidentRef {
  readonly epoch: number;
}

/** Whether a driver may still act: no later epoch, and no later generation, has taken its place. */
export function isStillDriving(driver: Driver, item: IncidentItem): boolean {
  return item.generation === driver.generation && item.epoch === driver.epoch;
}
