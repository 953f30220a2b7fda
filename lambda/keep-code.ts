import { type Head, incidentIdOf } from '../aws/head.ts';
import type { Incident } from '../domain/incident.ts';
import type { Instant } from '../domain/instant.ts';
import type { Cell } from './cell.ts';
import { log } from './log.ts';

/**
 * Notes which incident its code names, if that is not noted yet; false where it could not be. The driver does it rather than
 * the intake, which may die between the incident and its code: nobody reads the code before a driver has sent it.
 */
export async function keepCode(cell: Cell, head: Head, incident: Incident, now: Instant): Promise<boolean> {
  if (incident.isCodeKept) return true;
  try {
    await cell.codes.assign(incident.code, head, now);
    return true;
  } catch (error) {
    log.warn('a code is not noted', { incidentId: incidentIdOf(head), error });
    return false;
  }
}
