import type { Alarm } from './alarm.ts';
import { cutOff, type Incident, newRound, pagedOrHeld, withEntry } from './incident.ts';
import type { Instant } from './instant.ts';
import type { Entry } from './timeline.ts';

/** An alarm that fires again this soon after its resolution reopens its incident. */
export const reopenWithin = 10 * 60 * 1000;

/** The problem is over: the only end. Everybody who was paged, and the one who had it, is told, once. */
export function resolve(incident: Incident, by: string, now: Instant, note?: string): Incident {
  if (incident.status === 'resolved') return incident;
  const { code, acknowledgement } = incident;
  const people = new Set([...incident.paged, ...(acknowledgement ? [acknowledgement.by] : [])]);
  return {
    ...withEntry(incident, { at: now, kind: 'resolved', by, ...(note === undefined ? {} : { note }) }),
    status: 'resolved',
    held: undefined,
    resolvedAt: now,
    notices: [...people].map((to) => ({ to, notice: { kind: 'over', code, by } })),
  };
}

/**
 * The alarm fired again soon after: the same incident and code, and the person who had it is asked first. What is held
 * at night when it opens is held when it opens again.
 */
export function reopen(incident: Incident, summary: string, now: Instant): Incident {
  const asksFirst = incident.acknowledgement?.by;
  const { status, held, entries } = pagedOrHeld(incident.policy, incident.route, now);
  const reopened: Entry = { at: now, kind: 'reopened', summary: cutOff(summary), asksFirst };
  return {
    ...withEntry(incident, reopened, ...entries),
    status,
    held,
    resolvedAt: undefined,
    acknowledgement: undefined,
    notices: [],
    round: { ...newRound(incident.round.number + 1, now), asksFirst },
    execution: { startedAt: now, turns: 0 },
  };
}

/**
 * Whether a firing opens its resolved incident again: it is newer than the resolution, or as new, of a source that counts
 * whole seconds, and not a repetition.
 */
export function firesAgain(
  alarm: Pick<Alarm, 'occurredAt'>,
  lastEventAt: Instant,
  isRepeated: boolean,
): boolean {
  return isNews(alarm, lastEventAt) || (!isRepeated && alarm.occurredAt === lastEventAt);
}

/** Whether an event came after the last one that counted: only then may it page, or end anything. */
export function isNews(alarm: Pick<Alarm, 'occurredAt'>, lastEventAt: Instant): boolean {
  return alarm.occurredAt > lastEventAt;
}
