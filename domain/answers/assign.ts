import type { Route } from '../alarm/route.ts';
import { endTasks } from '../contact-center/tasks.ts';
import { promisesAtOpening } from '../customers/owed.ts';
import { roundFrom } from '../escalation/ladder.ts';
import { type Incident, withEntry } from '../incident/incident.ts';
import { remembering } from '../incident/seen-messages.ts';
import type { SlaTerms } from '../organization/default-policies.ts';
import type { Instant } from '../time/instant.ts';
import type { Answered } from './answer.ts';

/** Whose an incident is, as a person has found out. */
export interface Assignment {
  /** The route of the service. */
  readonly route: Route;
  readonly slaTerms: SlaTerms | undefined;
  /** A responder's id, or an operator's name. */
  readonly by: string;
  /** The id of the message. A message that is delivered twice counts once. */
  readonly id: string;
}

/** Gives an incident its service, for a message that counts once. */
export function applyAssignment(incident: Incident, given: Assignment, now: Instant): Answered {
  if (incident.answers.includes(given.id)) return { kind: 'repeated' };
  const { code } = incident;
  if (incident.status === 'resolved') return { kind: 'unchanged', notice: { kind: 'alreadyOver', code } };
  return { kind: 'changed', incident: remembering(assign(incident, given, now), given.id) };
}

/**
 * Gives an incident its service, and with it a customer like any other: it is told, and promised, what its SLA says. The
 * severity stays, because the alarm gave it. While nobody has the incident, the specialists of the service are asked.
 */
export function assign(
  incident: Incident,
  { route, slaTerms, by }: Omit<Assignment, 'id'>,
  now: Instant,
): Incident {
  const { service, customer } = route;
  const isOtherRoster = route.roster !== incident.route.roster;
  const entered = withEntry(incident, { at: now, kind: 'assigned', by, service, customer: customer?.name });
  const found = endTasks(entered, ({ about }) => about.kind === 'look', { at: now, outcome: 'done', by });
  const assigned: Incident = {
    ...found,
    route: { ...route, severity: incident.route.severity },
    ...(slaTerms === undefined ? {} : { slaTerms }),
  };
  // Of what is over, nobody is promised anything any more.
  const promised = incident.status === 'resolved' ? assigned : promisesAtOpening(assigned, now);
  return isOtherRoster && incident.status === 'escalating' ? roundFrom(promised, now) : promised;
}
