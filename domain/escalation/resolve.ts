import { withdrawConsents } from '../consent/answers.ts';
import { endTasks } from '../contact-center/tasks.ts';
import { promisesAfterEnd, promisesAfterReopening, withNothingPromised } from '../customers/owed.ts';
import { cutOff, type Incident, type PendingNotice, pagedOrHeld, withEntry } from '../incident/incident.ts';
import { newRound } from '../incident/ladder.ts';
import { brokenPromises } from '../incident/notices.ts';
import type { OperatorTask } from '../incident/task.ts';
import type { Entry } from '../incident/timeline.ts';
import type { Instant } from '../time/instant.ts';

/** An alarm that fires again within this time of its resolution reopens its incident. */
export const reopenWithinMs = 10 * 60 * 1000;

/**
 * Resolves the incident; nothing else ends it. Everybody who was paged, the responder who acknowledged, and everybody who is
 * still owed a receipt hears it, once.
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

/** Resolves an incident that was over before it was opened. Where nobody was paged, nobody needs to hear of it. */
export function endUnseen(incident: Incident, now: Instant): Incident {
  const resolved = resolve(incident, 'source', now);
  if (incident.paged.length > 0) return resolved;
  const idle = endTasks(resolved, () => true, { at: now, outcome: 'no longer needed' });
  return withNothingPromised(idle, now);
}

/**
 * Whether a task ends with the incident. Operators still tell the customer, and still find out what an incident was
 * about.
 */
function isForTheOpen({ about }: OperatorTask): boolean {
  return about.kind !== 'tell customer' && about.kind !== 'look';
}

/**
 * Reopens the incident of an alarm that fired again soon after the resolution. It keeps its code. The responder who had
 * acknowledged is asked first. The policy's hold until the morning applies again.
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
    ladder: {
      ...newRound(incident.ladder, incident.ladder.round + 1, now),
      asksFirst,
      reason: { kind: 'openAgain', at: now },
    },
    execution: { startedAt: now, turns: 0 },
  };
  return promisesAfterReopening(open, now);
}
