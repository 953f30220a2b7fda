import { type Head, incidentIdOf, incidentOf } from '../aws/head.ts';
import { type Incident, type Status, stillAsked } from '../domain/incident.ts';
import type { Instant } from '../domain/instant.ts';
import type { Organization, Severity } from '../domain/organization.ts';
import type { Entry } from '../domain/timeline.ts';

/** A responder as the API names one. */
export interface Person {
  readonly responder: string;
  readonly name: string;
}

/** An incident as the API shows it. Times are ISO 8601. */
export interface IncidentView {
  readonly incidentId: string;
  readonly code: string;
  readonly status: Status;
  readonly severity: Severity | null;
  readonly customer: { readonly id: string; readonly name: string } | null;
  readonly service: string | null;
  readonly summary: string;
  readonly openedAt: string | null;
  /** Who has it, until when; null while nobody does. */
  readonly taken: (Person & { readonly until: string }) | null;
  /** Who is being asked for it. */
  readonly asked: readonly (Person & { readonly role: string })[];
  readonly held: { readonly reason: string; readonly until: string } | null;
  readonly resolvedAt: string | null;
}

/** Shows an incident. One that cannot be read is shown as far as the table knows it: a list without it would hide it. */
export function incidentView(head: Head, organization: Organization): IncidentView {
  const control = { incidentId: incidentIdOf(head), code: head.code, status: head.status };
  const resolvedAt = head.resolvedAt === undefined ? null : iso(head.resolvedAt);
  try {
    return { ...control, ...readable(incidentOf(head), organization), resolvedAt };
  } catch {
    return { ...control, ...unreadable, resolvedAt };
  }
}

const unreadable = {
  severity: null,
  customer: null,
  service: null,
  summary: 'cannot be read: operational management is paged bluntly',
  openedAt: null,
  taken: null,
  asked: [],
  held: null,
} as const;

function readable(incident: Incident, { responders }: Organization) {
  const { status, route, summary, openedAt, acknowledgement, held, round } = incident;
  const person = (responder: string): Person => ({
    responder,
    name: responders[responder]?.name ?? responder,
  });
  const isTaken = status === 'acknowledged' && acknowledgement !== undefined;
  return {
    severity: route.severity,
    customer: route.customer ?? null,
    service: route.service,
    summary,
    openedAt: iso(openedAt),
    taken: isTaken ? { ...person(acknowledgement.by), until: iso(acknowledgement.until) } : null,
    asked:
      status === 'escalating'
        ? stillAsked(round).map(({ responder, role }) => ({ ...person(responder), role }))
        : [],
    held: held === undefined ? null : { reason: held.reason, until: iso(held.until) },
  };
}

/** An entry of a timeline with its times as the API writes them. */
export function entryView(entry: Entry): Record<string, unknown> {
  return {
    ...entry,
    at: iso(entry.at),
    ...('until' in entry && typeof entry.until === 'number' ? { until: iso(entry.until) } : {}),
  };
}

/** An instant as the API writes it. */
export function iso(instant: Instant): string {
  return new Date(instant).toISOString();
}
