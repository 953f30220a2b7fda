import type { Organization } from '../organization/organization.ts';
import type { Span } from '../time/calendar-month.ts';
import { hour, type Instant } from '../time/instant.ts';
import { nextHandover, onCall } from './roster.ts';

interface Duty extends Span {
  readonly responder: string;
}

/**
 * How many hours each responder is on call within a time, by the rosters as they are now. An hour in which a person fills
 * two roles counts once.
 */
export function hoursOnCall(organization: Organization, within: Span): ReadonlyMap<string, number> {
  const duties = Object.keys(organization.rosters).flatMap((roster) =>
    dutiesOf(organization, roster, within),
  );
  const responders = new Set(duties.map(({ responder }) => responder));
  return new Map(
    [...responders].map((responder) => {
      const theirs = duties.filter((duty) => duty.responder === responder);
      return [responder, coveredBy(theirs) / hour];
    }),
  );
}

/** Nobody in a roster changes between two of its handovers. */
function dutiesOf(organization: Organization, roster: string, { from, until }: Span): readonly Duty[] {
  const duties: Duty[] = [];
  for (let at = from; at < until; ) {
    const next = Math.min(nextHandover(organization, roster, at), until);
    for (const responder of Object.values(onCall(organization, roster, at))) {
      if (responder !== undefined) duties.push({ responder, from: at, until: next });
    }
    at = next;
  }
  return duties;
}

function coveredBy(spans: readonly Span[]): number {
  let covered = 0;
  let end: Instant = Number.NEGATIVE_INFINITY;
  for (const { from, until } of spans.toSorted((one, other) => one.from - other.from)) {
    covered += Math.max(0, until - Math.max(from, end));
    end = Math.max(end, until);
  }
  return covered;
}
