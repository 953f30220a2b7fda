import type { Incident } from '../incident/incident.ts';
import type { Entry } from '../incident/timeline.ts';
import type { Severity } from '../organization/organization.ts';
import { nightOf } from '../time/calendar-month.ts';
import { type Instant, second } from '../time/instant.ts';

/** What a report says of an incident. */
export interface IncidentFigures {
  readonly code: string;
  /** None of a service that nobody knows. */
  readonly customer: { readonly id: string; readonly name: string } | null;
  readonly severity: Severity;
  /** Until somebody took it, or an operator confirmed that he or she is on it; none: nobody has. */
  readonly responseSeconds: number | null;
  /** Until it was over; none: it is open. */
  readonly resolutionSeconds: number | null;
  /** What the customer was told in time, and what not; copies of the alarm are no promises with a deadline. */
  readonly promisesKept: number;
  readonly promisesBroken: number;
  /** Times that it was not over when the customer's SLA says. */
  readonly targetsMissed: number;
  readonly people: readonly PersonFigures[];
}

/** What an incident was for a responder. */
export interface PersonFigures {
  readonly responder: string;
  /** SMS and calls that were made. */
  readonly pages: number;
  /** The nights in which they were, by the day on which each began. */
  readonly nights: readonly string[];
  readonly hasTaken: boolean;
}

/**
 * What a report says of an incident, from its whole timeline. `timeZone`: on whose clocks nights are nights.
 *
 * What was held until the morning is counted from then on, as its SLA does. One that fired again soon is one incident, from
 * its first alarm to its last end.
 */
export function figuresOf(incident: Incident, timeline: readonly Entry[], timeZone: string): IncidentFigures {
  const { code, route, resolvedAt } = incident;
  const begins = beginOf(incident, timeline);
  const since = (at: Instant | undefined) =>
    at === undefined ? null : Math.max(0, Math.round((at - begins) / second));
  const broken = promisesIn(timeline, 'promise broken');
  const told = promisesIn(timeline, 'customer told');
  return {
    ...{ code, customer: route.customer ?? null, severity: route.severity },
    responseSeconds: since(firstTaken(timeline)),
    resolutionSeconds: since(resolvedAt),
    promisesKept: [...told].filter((promise) => !broken.has(promise)).length,
    promisesBroken: broken.size,
    targetsMissed: timeline.filter(({ kind }) => kind === 'target missed').length,
    people: peopleIn(timeline, timeZone),
  };
}

function beginOf({ openedAt }: Incident, timeline: readonly Entry[]): Instant {
  const held = timeline.find((entry) => entry.kind === 'held' && entry.at === openedAt);
  return held?.kind === 'held' ? held.until : openedAt;
}

/** What was confirmed by an operator stands there as taken by the responder. A yes that was taken back was none. */
function firstTaken(timeline: readonly Entry[]): Instant | undefined {
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
  kind: 'customer told' | 'promise broken',
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

/** As timelines name the contact center where they name who was called. */
const center = 'contact center';
