import { withdrawConsents } from '../consent/answers.ts';
import { isToConfirm } from '../contact-center/confirm-primary.ts';
import { endTasks, openTasks } from '../contact-center/tasks.ts';
import { endedByItself, quietUntil } from '../customers/ending.ts';
import { promisesAfterEnd, withNothingPromised } from '../customers/owed.ts';
import { isToTell } from '../customers/promises.ts';
import { type Incident, type PendingNotice, withEntry } from '../incident/incident.ts';
import { theSource } from '../incident/notice.ts';
import { brokenPromises } from '../incident/notices.ts';
import { isOpen, type OperatorTask } from '../incident/task.ts';
import { type Instant, minute } from '../time/instant.ts';

/** An alarm that fires again within this time of its resolution reopens its incident. */
export const reopenWithinMs = 10 * minute;

/**
 * Resolves the incident; nothing else ends it. Everybody who was paged, the responder who acknowledged, and everybody who is
 * still owed a receipt hears it, once. What the end interrupts is stored, because an incident that is opened again goes on
 * with it.
 */
export function resolve(incident: Incident, by: string, now: Instant, note?: string): Incident {
  if (incident.status === 'resolved') return incident;
  const { status, acknowledgement, additional, promises, firedAgain } = incident;
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
    ...{ additional: [], endedMajor: undefined },
    resolvedAt: now,
    resolvedBy: by,
    interrupted: {
      ...{ status, additional, readers: [...people] },
      confirmations: openTasks(incident).filter(isToConfirm),
      promises: promises.filter(isToTell),
    },
    firedAgain: firedAgain && { times: firedAgain.times, lately: firedAgain.lately },
    notices: [...brokenPromises(incident), ...[...people].map((to) => overTo(incident, to, by, now))],
  };
  return promisesAfterEnd(withQuietOperators(resolved, now), now);
}

/**
 * The notice that the incident is over. A source that has fired again once may do so again: then its word is told after the
 * time in which that would reopen the incident. A source that flaps has been quiet long enough.
 */
function overTo({ code, firedAgain }: Incident, to: string, by: string, now: Instant): PendingNotice {
  if (to === by) return { to, notice: { kind: 'overByYou', code } };
  const notice = { kind: 'over', code, by } as const;
  const isDoubtful = by === theSource && firedAgain !== undefined && firedAgain.flaps === undefined;
  return isDoubtful ? { to, notice, notBefore: now + reopenWithinMs } : { to, notice };
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

/** After an incident that ended by itself, the contact center's number is not called at night. */
function withQuietOperators(incident: Incident, now: Instant): Incident {
  const morning = quietUntil(incident, now);
  if (!endedByItself(incident) || morning === undefined) return incident;
  const tasks = incident.tasks.map((task) =>
    isOpen(task) ? { ...task, callAt: Math.max(task.callAt, morning) } : task,
  );
  return { ...incident, tasks };
}
