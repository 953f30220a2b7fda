import type { Incident } from '../incident/incident.ts';
import type { PersonNamed } from '../on-call/person-named.ts';
import { onCallFor } from '../on-call/roster.ts';
import type { Organization } from '../organization/organization.ts';
import type { Instant } from '../time/instant.ts';
import { acknowledgedBy } from './acknowledge.ts';

/**
 * Finds who takes an incident over from `by` when nobody is named: the primary of now, or else the secondary. Skips `by`, the
 * responder who has acknowledged, and whoever has declined in this round. Undefined: nobody is left.
 */
export function nextOnCall(
  incident: Incident,
  by: string,
  organization: Organization,
  now: Instant,
): PersonNamed | undefined {
  const { primary, secondary } = onCallFor(incident, organization, now);
  const skipped = [by, acknowledgedBy(incident), ...incident.ladder.declined];
  const responder = [primary, secondary].find((each) => each !== undefined && !skipped.includes(each));
  if (responder === undefined) return undefined;
  return { responder, name: organization.responders[responder]?.name ?? responder };
}

/** The responder who is asked to take an incident over. Undefined: nobody is. */
export function askedToTakeOver({ additional }: Incident): string | undefined {
  for (const { why, whom } of additional) {
    if (why === 'hand over' && whom.kind === 'responder') return whom.responder;
  }
  return undefined;
}
