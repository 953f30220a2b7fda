import { type IncidentItem, incidentIdOf } from '../../aws/table/incident-item.ts';
import type { IncidentWithTimeline, TimelineEntry, Incident as View } from '../../domain/api/incident.ts';
import type { Person } from '../../domain/api/parts.ts';
import { isFlapping } from '../../domain/escalation/flapping.ts';
import { whatHappensNext } from '../../domain/escalation/what-happens-next.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import { type AskedAs, type Ladder, stillAsked } from '../../domain/incident/ladder.ts';
import type { Entry } from '../../domain/incident/timeline.ts';
import { nextWords } from '../../domain/messages/next-words.ts';
import { onCallFor } from '../../domain/on-call/roster.ts';
import type { Organization } from '../../domain/organization/organization.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { iso, isoOrNull } from '../http/problem.ts';
import { readable } from '../incidents/read-incident.ts';
import { noTasksOrPromises, tasksAndPromises } from './tasks-and-promises.ts';

/**
 * Shows an incident. For one that cannot be read it shows what the table's attributes say, so that every list has it.
 */
export function incidentView(item: IncidentItem, organization: Organization, now: Instant): View {
  const control = { incidentId: incidentIdOf(item), code: item.code, status: item.status };
  const resolvedAt = item.resolvedAt === undefined ? null : iso(item.resolvedAt);
  const incident = readable(item);
  const view = incident === undefined ? unreadable : viewOf(incident, organization, now);
  return { ...control, ...view, resolvedAt };
}

const cannotBeRead = 'cannot be read: operational management is paged with the bare page';

const unreadable = {
  severity: null,
  customer: null,
  service: null,
  summary: cannotBeRead,
  openedAt: null,
  taken: null,
  saidYes: [],
  asked: [],
  declined: [],
  held: null,
  openAgainSince: null,
  firedAgain: 0,
  flaps: false,
  ...noTasksOrPromises,
} as const;

function viewOf(incident: Incident, organization: Organization, now: Instant) {
  const { status, route, summary, openedAt, acknowledgement, saidYes, ladder, held } = incident;
  const person = (responder: string): Person => ({
    responder,
    name: organization.responders[responder]?.name ?? responder,
  });
  const isAcknowledged = status === 'acknowledged' && acknowledgement !== undefined;
  return {
    severity: route.severity,
    customer: route.customer ?? null,
    service: route.service,
    summary,
    openedAt: iso(openedAt),
    taken: isAcknowledged ? { ...person(acknowledgement.by), until: iso(acknowledgement.until) } : null,
    saidYes: saidYes.map(person),
    asked: askedNow(incident, organization, now).map(({ responder, role }) => ({
      ...person(responder),
      role,
    })),
    declined: ladder.declined.map(person),
    held: held === undefined ? null : { reason: held.reason, until: iso(held.until) },
    openAgainSince: isoOrNull(incident.reopenedAt),
    firedAgain: incident.firedAgain?.times ?? 0,
    flaps: isFlapping(incident),
    ...tasksAndPromises(incident, organization),
  };
}

interface AskedNow {
  readonly responder: string;
  readonly role: AskedAs;
}

/** The people whom the ladder and the additional ladders ask, each person once. */
function askedNow(incident: Incident, organization: Organization, now: Instant): readonly AskedNow[] {
  const { status, ladder, additional } = incident;
  const byLadder = status === 'escalating' ? stillAsked(ladder) : [];
  const byOthers = additional.flatMap((one) => additionalAsked(one, incident, organization, now) ?? []);
  const all = new Map<string, AskedNow>();
  for (const asked of [...byLadder, ...byOthers]) {
    if (!all.has(asked.responder)) all.set(asked.responder, asked);
  }
  return [...all.values()];
}

/** The person whom an additional responder's ladder asks. Until a driver has read the roster, the roster of now names them. */
function additionalAsked(
  ladder: Ladder,
  incident: Incident,
  organization: Organization,
  now: Instant,
): AskedNow | undefined {
  const { whom, asked, startedAt } = ladder;
  if (now < startedAt) return undefined;
  if (asked !== undefined)
    return stillAsked(ladder).find(({ responder }) => !incident.saidYes.includes(responder));
  if (whom.kind === 'responder') return { responder: whom.responder, role: 'colleague' };
  if (whom.kind === 'policy') return undefined;
  const responder = onCallFor(incident, organization, now)[whom.role];
  if (responder === undefined || incident.saidYes.includes(responder)) return undefined;
  return { responder, role: whom.role };
}

/** What happens to an incident by itself, in English. What is overdue happens now. */
export function nextView(
  incident: Incident,
  organization: Organization,
  now: Instant,
): IncidentWithTimeline['whatHappensNext'] {
  const names = (id: string) => organization.responders[id]?.name ?? id;
  return whatHappensNext(incident, (at) => onCallFor(incident, organization, at)).map((event) => ({
    at: iso(Math.max(event.at, now)),
    kind: event.kind,
    words: nextWords(event, 'en', names),
  }));
}

/** The members of an entry that are times, beyond its own. */
const times: readonly string[] = ['until', 'expectedAt'];

/** An entry of a timeline with its times as the API writes them. */
export function entryView(entry: Entry): TimelineEntry {
  const members = Object.entries(entry).map(([name, value]) =>
    times.includes(name) && typeof value === 'number' ? [name, iso(value)] : [name, value],
  );
  return { ...Object.fromEntries(members), kind: entry.kind, at: iso(entry.at) };
}
