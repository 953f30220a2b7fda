import type { Alarm } from '../alarm/alarm.ts';
import type { Route } from '../alarm/route.ts';
import { withTask } from '../contact-center/tasks.ts';
import { promisesAtOpening } from '../customers/owed.ts';
import { bySeverity } from '../incident/customer.ts';
import { cutOff, type Incident, pagedOrHeld } from '../incident/incident.ts';
import { mainLadder, newRound } from '../incident/ladder.ts';
import type { SlaTerms } from '../organization/default-policies.ts';
import type { EscalationPolicy } from '../organization/organization.ts';
import type { Instant } from '../time/instant.ts';

/** What a new incident needs besides its alarm. */
export interface Opening {
  readonly code: string;
  readonly home: string;
  readonly route: Route;
  readonly policy: EscalationPolicy;
  /** The SLA terms of the customer. Undefined: the customer is not known. */
  readonly slaTerms?: SlaTerms | undefined;
  readonly now: Instant;
}

/** Opens an incident for its first alarm. A driver begins the first step when it has read the roster. */
export function openIncident(alarm: Alarm, { code, home, route, policy, slaTerms, now }: Opening): Incident {
  const summary = cutOff(alarm.summary);
  const { status, held, entries } = pagedOrHeld(policy, route, now);
  const isCritical = route.severity === 'critical';
  const incident: Incident = {
    ...{
      status,
      held,
      code,
      openedAt: now,
      source: alarm.source,
      dedupKey: cutOff(alarm.dedupKey),
      summary,
      home,
    },
    ...(alarm.details === undefined ? {} : { details: alarm.details }),
    ...(alarm.links === undefined || alarm.links.length === 0 ? {} : { links: alarm.links }),
    route: { ...route, service: cutOff(route.service) },
    policy,
    ladder: newRound({ id: mainLadder, whom: { kind: 'policy' } }, 1, now),
    saidYes: [],
    ...{
      additional: [],
      additionalOpened: 0,
      tasks: [],
      tasksOpened: 0,
      promises: [],
      promisesMade: 0,
      consents: [],
    },
    ...{ paged: [], notices: [], answers: [] },
    ...(slaTerms === undefined ? {} : { slaTerms }),
    ...(isCritical ? { major: { since: now, by: bySeverity } } : {}),
    execution: { startedAt: now, turns: 0 },
    timeline: [{ at: now, kind: 'opened', summary, roster: route.roster }, ...entries],
    movedEntries: 0,
  };
  const asked = toFindOut(alarm, route).reduce(
    (before, why) => withTask(before, { kind: 'look', why }, now),
    incident,
  );
  return promisesAtOpening(asked, now);
}

/**
 * What the contact center must find out: whose an unknown service is, or what an alarm says that could not be read. Other
 * mistakes of a sender are for the owner of its integration.
 */
function toFindOut({ unreadable }: Alarm, route: Route): readonly string[] {
  const reasons = [
    ...(route.known ? [] : ['unknown service']),
    ...(unreadable === undefined ? [] : [unreadable]),
  ];
  return reasons.length === 0 ? [] : [reasons.join('; ')];
}
