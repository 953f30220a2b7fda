import type { CustomerPromise } from './customer-promise.ts';
import type { Incident } from './incident.ts';
import { type Instant, minute } from './instant.ts';
import { withWhatIsOwed } from './promise-duties.ts';
import {
  promiseToTell,
  timeHeardLast,
  withChangedPromise,
  withDropped,
  withOperatorAsked,
  withoutOperator,
} from './promise-list.ts';

/**
 * The incident whose customer hears by when it is expected to be mended, unless it has heard that. As long as it is still to
 * hear of the incident itself, by SMS or by an operator, that says it.
 */
export function withRepairTimeTold(incident: Incident, now: Instant): Incident {
  const { expectedAt, status } = incident;
  const update = promiseToTell(incident, 'repair time');
  const isNone = update === undefined || expectedAt === undefined || expectedAt <= now;
  if (isNone || status === 'resolved') return incident;

  if (isSameMinute(expectedAt, timeHeardLast(incident))) return withNothingNew(incident, update, now);
  const first = promiseToTell(incident, 'incident');
  if (first !== undefined) {
    const oneMessage = withChangedPromise(incident, first.id, (one) => ({ ...one, expectedAt, newsAt: now }));
    return withNothingNew(oneMessage, update, now);
  }
  return isSameMinute(expectedAt, update.expectedAt) ? incident : withNews(incident, update, expectedAt, now);
}

/** As people read times. */
function isSameMinute(one: Instant, other: Instant | undefined): boolean {
  return other !== undefined && Math.floor(one / minute) === Math.floor(other / minute);
}

/** A time that was about to be told is not true any more; the one that is has been heard, or is said by another message. */
function withNothingNew(incident: Incident, update: CustomerPromise, now: Instant): Incident {
  if (update.expectedAt === undefined) return incident;
  return withWhatIsOwed(
    withDropped(incident, ({ id }) => id === update.id, now),
    now,
  );
}

/** An operator who was to ask for a time, or to tell another one, has a new task, or none where an SMS tells it. */
function withNews(incident: Incident, update: CustomerPromise, expectedAt: Instant, now: Instant): Incident {
  const { care } = incident;
  if (care === undefined) return incident;
  const bySms = care.telling === 'sms';
  const soonest = now + care.targets.updateEveryMinutes * minute;
  const freed = withoutOperator(incident, update.id, now);
  const changed = withChangedPromise(freed, update.id, ({ task: _, ...one }) => ({
    ...one,
    ...{ expectedAt, newsAt: now },
    dueAt: Math.min(one.dueAt ?? soonest, soonest),
    // The SMS goes at once; should nothing come of it, an operator is asked.
    taskAt: Math.max(one.taskAt ?? now, now + minute),
    ...(bySms ? { tellAt: now } : {}),
  }));
  return bySms ? changed : withOperatorAsked(changed, update.id, now);
}
