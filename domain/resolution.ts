import type { Alarm } from './alarm.ts';
import { type Incident, newRound, withEntry } from './incident.ts';
import type { Instant } from './instant.ts';

/** An alarm that fires again this soon after its resolution reopens its incident. */
export const reopenWithin = 10 * 60 * 1000;

/** The problem is over: the only end. Everybody who was paged, and the one who had it, is told. */
export function resolve(incident: Incident, by: string, now: Instant): Incident {
  const { code, acknowledgement } = incident;
  const people = new Set([...incident.paged, ...(acknowledgement ? [acknowledgement.by] : [])]);
  return {
    ...withEntry(incident, { at: now, kind: 'resolved', by }),
    status: 'resolved',
    held: undefined,
    resolvedAt: now,
    notices: [...people].map((to) => ({ to, notice: { kind: 'over', code, by } })),
  };
}

/** The alarm fired again soon after: the same incident and code, and the person who had it is asked first. */
export function reopen(incident: Incident, summary: string, now: Instant): Incident {
  const asksFirst = incident.acknowledgement?.by;
  return {
    ...withEntry(incident, { at: now, kind: 'reopened', summary, asksFirst }),
    status: 'escalating',
    resolvedAt: undefined,
    acknowledgement: undefined,
    notices: [],
    round: { ...newRound(incident.round.number + 1, now), asksFirst },
    execution: { startedAt: now, turns: 0 },
  };
}

/** Whether an event came after the last one that counted: only then may it page, or end anything. */
export function isNews(alarm: Pick<Alarm, 'occurredAt'>, lastEventAt: Instant): boolean {
  return alarm.occurredAt > lastEventAt;
}
