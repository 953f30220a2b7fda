import { smsPath } from '../../aws/sms-path.ts';
import type { Cell } from './cell.ts';
import type { Settings } from './environment.ts';

/**
 * Adds the SMS paths of both regions, for the functions that send SMS. The other functions leave them out, so their
 * bundles have no client of Amazon SNS.
 */
export function withSms(cell: Cell, { region, otherRegion }: Settings): Cell {
  return { ...cell, sms: { own: smsPath(region), other: smsPath(otherRegion) } };
}
