import type { Alarm } from '../alarm/alarm.ts';
import { withdrawConsents } from '../consent/answers.ts';
import { endTasks } from '../contact-center/tasks.ts';
import { promisesAfterEnd, promisesAfterReopening } from '../customers/owed.ts';
import { cutOff, type Incident, type PendingNotice, pagedOrHeld, withEntry } from '../incident/incident.ts';
import { newRound } from '../incident/ladder.ts';
import { brokenPromises } from '../incident/notices.ts';
import type { OperatorTask } from '../incident/task.ts';
import type { Entry } from '../incident/timeline.ts';
import type { Instant } from '../time/instant.ts';

/** An alarm that fires again this soon after its resolution reopens its incident. */
export const reopenWithinMs = 10 * 60 * 1000;

/**
 * The problem is over: the only end. Everybody who was paged, the responder who acknowledged, and whoever is still owed a
 * receipt hears it, once.
 */
export function resolve(incident: Incident, by: string, now: Instant, note?: string): Incident {
  if (incident.status === 'resolved') return incident;
  const { code, acknowledgement } = incident;
  const waiting = incident.notices.map(({ to }) => to);
  const people = new Set([...incident.paged, ...(acknowledgement ? [acknowledgement.by] : []), ...waiting]);
  const entered = withEntry(incident, {
    at: now,
    kind: 'resolved',
    by,
    ...(note === undefined ? {} : { note }),
  });
  const resolved: Incident = {
    ...endTasks(withdrawConsents(entered, now), isForTheOpen, { at: now, outcome: 'no longer needed' }),
    status: 'resolved',
    held: undefined,
    additional: [],
    resolvedAt: now,
    notices: [
      ...brokenPromises(incident),
      ...[...people].map((to): PendingNotice => ({ to, notice: { kind: 'over', code, by } })),
    ],
  };
  return promisesAfterEnd(resolved, by, now);
}

/** Whom an incident concerns is told of its end as well; everything else that operators were asked has lost its purpose. */
function isForTheOpen({ about }: OperatorTask): boolean {
  return about.kind !== 'tell customer' && about.kind !== 'look';
}

/**
 * The alarm fired again soon after: the same incident and code, and the person who had it is asked first. What is held
 * at night when it opens is held when it opens again.
 */
export function reopen(incident: Incident, summary: string, now: Instant): Incident {
  const asksFirst = incident.acknowledgement?.by;
  const { status, held, entries } = pagedOrHeld(incident.policy, incident.route, now);
  const reopened: Entry = { at: now, kind: 'reopened', summary: cutOff(summary), asksFirst };
  const open: Incident = {
    ...withEntry(incident, reopened, ...entries),
    saidYes: [],
    status,
    held,
    resolvedAt: undefined,
    acknowledgement: undefined,
    notices: brokenPromises(incident),
    ladder: { ...newRound(incident.ladder, incident.ladder.round + 1, now), asksFirst },
    execution: { startedAt: now, turns: 0 },
  };
  return promisesAfterReopening(open, now);
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
