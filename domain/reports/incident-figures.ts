import type { Incident } from '../incident/incident.ts';
import type { Entry } from '../incident/timeline.ts';
import type { Severity } from '../organization/organization.ts';
import { nightOf } from '../time/calendar-month.ts';
import { type Instant, second } from '../time/instant.ts';

/** The figures of an incident in a report. */
export interface IncidentFigures {
  readonly code: string;
  /** Null for an unknown service. */
  readonly customer: { readonly id: string; readonly name: string } | null;
  readonly severity: Severity;
  /** Until somebody acknowledged, or an operator confirmed that the primary works on it. Null: nobody did. */
  readonly responseSeconds: number | null;
  /** Until it was resolved. Null: it is open. */
  readonly resolutionSeconds: number | null;
  /** Promises that were kept in time, and those that were not. A copy of the alarm has no deadline and does not count. */
  readonly promisesKept: number;
  readonly promisesBroken: number;
  /** How often the incident was still open at the deadline of the customer's SLA. */
  readonly targetsMissed: number;
  readonly people: readonly PersonFigures[];
}

/** The figures of a responder in an incident. */
export interface PersonFigures {
  readonly responder: string;
  /** SMS and calls to them. */
  readonly pages: number;
  /** The nights with a page, each named after the day on which it began. */
  readonly nights: readonly string[];
  readonly hasTaken: boolean;
}

/**
 * The figures of an incident, from its whole timeline. `timeZone` decides when it is night.
 *
 * An incident that was held until the morning counts from the morning, as in its SLA. A reopened incident is one incident,
 * from its first alarm to its last end.
 */
export function figuresOf(incident: Incident, timeline: readonly Entry[], timeZone: string): IncidentFigures {
  const { code, route, resolvedAt } = incident;
  const begins = beginOf(incident, timeline);
  const since = (at: Instant | undefined) =>
    at === undefined ? null : Math.max(0, Math.round((at - begins) / second));
  const broken = promisesIn(timeline, 'promise broken');
  const told = [...promisesIn(timeline, 'customer told'), ...promisesIn(timeline, 'sent to customer')];
  return {
    ...{ code, customer: route.customer ?? null, severity: route.severity },
    responseSeconds: since(firstAcknowledged(timeline)),
    resolutionSeconds: since(resolvedAt),
    promisesKept: [...new Set(told)].filter((promise) => !broken.has(promise)).length,
    promisesBroken: broken.size,
    targetsMissed: timeline.filter(({ kind }) => kind === 'target missed').length,
    people: peopleIn(timeline, timeZone),
  };
}

function beginOf({ openedAt }: Incident, timeline: readonly Entry[]): Instant {
  const held = timeline.find((entry) => entry.kind === 'held' && entry.at === openedAt);
  return held?.kind === 'held' ? held.until : openedAt;
}

/** An operator's confirmation stands in the timeline as the responder's acknowledgement. A yes that was taken back does not count. */
function firstAcknowledged(timeline: readonly Entry[]): Instant | undefined {
  return timeline.find(
    (entry, index) => entry.kind === 'acknowledged' && !isUndone(entry.by, timeline.slice(index + 1)),
  )?.at;
}

function isUndone(by: string, after: readonly Entry[]): boolean {
  const next = after.find((entry) => isWord(entry) && entry.by === by);
  return next?.kind === 'undone';
}

type Word = Extract<Entry, { readonly kind: 'acknowledged' | 'joined' | 'updated' | 'declined' | 'undone' }>;

function isWord(entry: Entry): entry is Word {
  return ['acknowledged', 'joined', 'updated', 'declined', 'undone'].includes(entry.kind);
}

function promisesIn(
  timeline: readonly Entry[],
  kind: 'customer told' | 'sent to customer' | 'promise broken',
): ReadonlySet<string> {
  return new Set(
    timeline.flatMap((entry) =>
      entry.kind === kind && 'promise' in entry && entry.about !== 'copy' ? [entry.promise] : [],
    ),
  );
}

function peopleIn(timeline: readonly Entry[], timeZone: string): readonly PersonFigures[] {
  const pages = timeline.flatMap((entry) => {
    if (entry.kind === 'paged') return [{ responder: entry.responder, at: entry.at }];
    return entry.kind === 'called' && entry.whom !== center ? [{ responder: entry.whom, at: entry.at }] : [];
  });
  const taken = timeline.flatMap((entry, index) =>
    entry.kind === 'acknowledged' && !isUndone(entry.by, timeline.slice(index + 1)) ? [entry.by] : [],
  );
  const people = new Set([...pages.map(({ responder }) => responder), ...taken]);
  return [...people].map((responder) => {
    const theirs = pages.filter((page) => page.responder === responder);
    const nights = theirs.flatMap(({ at }) => nightOf(at, timeZone) ?? []);
    return {
      ...{ responder, pages: theirs.length, nights: [...new Set(nights)] },
      hasTaken: taken.includes(responder),
    };
  });
}

/** The timeline's name for the contact center among those who were called. */
const center = 'contact center';
