import type { Alarm } from '../alarm/alarm.ts';
import { bySeverity } from '../incident/customer.ts';
import { cutOff, type Incident, type PendingNotice, pagedOrHeld, withEntry } from '../incident/incident.ts';
import { newRound, type WorseSeverity } from '../incident/ladder.ts';
import { severities } from '../organization/formats.ts';
import type { EscalationPolicy } from '../organization/organization.ts';
import type { Instant } from '../time/instant.ts';

/** The severity that an event names, if it is worse than the one that the incident has. */
export function worseOf(
  { route }: Incident,
  { severity }: Pick<Alarm, 'severity'>,
): WorseSeverity | undefined {
  if (severity === undefined || severity === 'low') return undefined;
  return severities.indexOf(severity) < severities.indexOf(route.severity) ? severity : undefined;
}

/** What an event of a worse severity brings. */
export interface Worse {
  readonly severity: WorseSeverity;
  readonly summary: string;
  /** The policy of the worse severity, as it is now. */
  readonly policy: EscalationPolicy;
}

/**
 * Makes an open incident what a worse severity makes it. Whoever has it hears that, and keeps it. Otherwise it is paged as
 * new, also when it was held. A critical incident is major: both engineers and management are asked.
 */
export function worsen(incident: Incident, { severity, summary, policy }: Worse, now: Instant): Incident {
  const route = { ...incident.route, severity };
  const cut = cutOff(summary);
  const entered = withEntry(incident, { at: now, kind: 'worse', severity, summary: cut });
  const worse: Incident = {
    ...entered,
    ...{ route, policy, summary: cut },
    ladder: { ...newRound(incident.ladder, incident.ladder.round + 1, now), worse: severity },
    ...(severity === 'critical' ? { major: incident.major ?? { since: now, by: bySeverity } } : {}),
  };
  return incident.status === 'acknowledged' ? told(worse, severity) : pagedAnew(worse, now);
}

function told(incident: Incident, severity: WorseSeverity): Incident {
  const { code, summary, acknowledgement, saidYes, notices } = incident;
  const kind = severity === 'critical' ? 'nowCritical' : 'nowHigh';
  const people = new Set([...(acknowledgement ? [acknowledgement.by] : []), ...saidYes]);
  const fresh = [...people].map((to): PendingNotice => ({ to, notice: { kind, code, summary } }));
  return { ...incident, notices: [...notices, ...fresh] };
}

function pagedAnew(incident: Incident, now: Instant): Incident {
  const { status, held, entries } = pagedOrHeld(incident.policy, incident.route, now);
  return {
    ...withEntry(incident, ...entries),
    ...{ status, held },
    additional: incident.additional.filter(({ why }) => why !== 'major'),
  };
}
