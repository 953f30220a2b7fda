import { type Alarm, ownSource } from '../../domain/alarm/alarm.ts';
import { route } from '../../domain/alarm/route.ts';
import { openIncident } from '../../domain/escalation/open.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import { dayPolicy, policyFor, slaTermsFor } from '../../domain/organization/default-policies.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Cell } from '../cell/cell.ts';
import type { ReadyCodes } from './codes.ts';

/** The incident that an alarm opens, by the organization of today. */
export async function newIncident(
  cell: Cell,
  codes: Pick<ReadyCodes, 'draw'>,
  alarm: Alarm,
  now: Instant,
): Promise<Incident> {
  const [{ organization }, code] = await Promise.all([cell.organization.read(now), codes.draw(now)]);
  const routed = route(organization, alarm);
  return openIncident(alarm, {
    code,
    home: cell.region,
    route: routed,
    policy: isForTheDay(alarm) ? dayPolicy : policyFor(organization, routed.severity),
    slaTerms: slaTermsFor(organization, routed.customer?.id),
    now,
  });
}

/** Nobody is called for what the product itself can wait with. */
function isForTheDay({ source, severity }: Alarm): boolean {
  return source === ownSource && severity === 'low';
}
