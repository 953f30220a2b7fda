import type { CustomerPromise } from '../incident/customer.ts';
import type { Incident } from '../incident/incident.ts';
import { type Instant, minute } from '../time/instant.ts';
import { timesOfSolution, withPromisesBegun } from './deadlines.ts';
import { owedAtTheEnd } from './ending.ts';
import {
  customerKnows,
  lastRepairTimeTold,
  promiseToTell,
  withChangedPromise,
  withDropped,
  withOperatorAsked,
  withoutOperator,
  withPromise,
} from './promises.ts';

/**
 * Makes the promises fit the state of the incident and what the customer was told last. It adds a promise that is missing and
 * drops one that would tell the same twice.
 */
export function withWhatIsOwed(incident: Incident, now: Instant): Incident {
  const { slaTerms, status } = incident;
  if (slaTerms === undefined) return incident;
  return status === 'resolved'
    ? owedAtTheEnd(incident, slaTerms, now)
    : withPromisesBegun(owedWhileOpen(incident, now), now);
}

function owedWhileOpen(incident: Incident, now: Instant): Incident {
  const knowsIt = customerKnows(incident) === 'open';
  const told = knowsIt
    ? withDropped(incident, ({ about }) => about === 'incident', now)
    : withMissing(incident, 'incident', now);
  return withMissing(told, 'repair time', now);
}

function withMissing(incident: Incident, about: 'incident' | 'repair time', now: Instant): Incident {
  return promiseToTell(incident, about) === undefined ? withPromise(incident, about, now) : incident;
}

/**
 * Makes the promises of a new incident: a copy of the alarm where the SLA has copies, then the incident and its repair
 * time. The customer of an unknown service is not known: nothing is promised, and operators find out.
 */
export function promisesAtOpening(incident: Incident, now: Instant): Incident {
  return withWhatIsOwed(withCopy(incident, now), now);
}

/** After a yes, the customer hears of the incident at once. */
export function promisesAfterYes(incident: Incident, now: Instant): Incident {
  const begun = withPromisesBegun(incident, now);
  const first = promiseToTell(begun, 'incident');
  if (begun.status === 'resolved' || first === undefined || first.task !== undefined) return begun;
  if (first.tellAt === undefined) return withOperatorAsked(begun, first.id, now);
  const tellAt = Math.min(first.tellAt, now);
  return tellAt === first.tellAt ? begun : withChangedPromise(begun, first.id, (one) => ({ ...one, tellAt }));
}

/** After a responder gave the repair time, the customer hears it, each time that it changes. */
export function promisesAfterUpdate(incident: Incident, now: Instant): Incident {
  return withRepairTimeTold(withPromisesBegun(incident, now), now);
}

/**
 * After the resolution, the customer hears that, once. A customer who had heard nothing hears both in one message.
 */
export function promisesAfterEnd(incident: Incident, now: Instant): Incident {
  return withWhatIsOwed(withNothingPromised(incident, now), now);
}

/**
 * After a reopening, a customer who heard of the resolution hears of it. Any other is still owed what they were owed when the
 * incident ended: `interrupted`, later by the time for which it was over.
 */
export function promisesAfterReopening(
  incident: Incident,
  interrupted: readonly CustomerPromise[],
  wasOverMs: number,
  now: Instant,
): Incident {
  const nothing = withNothingPromised(incident, now);
  if (customerKnows(incident) === 'over') {
    return withWhatIsOwed(withCopy({ ...nothing, expectedAt: undefined }, now), now);
  }
  const again = interrupted
    .filter(({ about }) => about !== 'decision' && about !== 'solution')
    .reduce((before, one) => withPromiseAgain(before, one, wasOverMs, now), nothing);
  return withWhatIsOwed(withCopy(again, now), now);
}

/** Restores a promise that the end dropped. An operator who had a task for it gets a new one. */
function withPromiseAgain(
  incident: Incident,
  { id, tellAt, taskAt, dueAt, task, broken }: CustomerPromise,
  wasOverMs: number,
  now: Instant,
): Incident {
  const later = (at: Instant | undefined) => (at === undefined ? undefined : at + wasOverMs);
  return withChangedPromise(incident, id, (one) =>
    one.kept?.by === 'dropped'
      ? {
          ...{ ...one, kept: undefined, task: undefined, broken },
          // One that broke before the end stays broken since then: management has heard of it.
          ...{ tellAt: later(tellAt), dueAt: broken ? dueAt : later(dueAt) },
          taskAt: task === undefined ? later(taskAt) : now,
        }
      : one,
  );
}

/** After management decided without a customer whom nobody could reach, the customer hears that, by SMS or by an operator. */
export function promisesAfterDecision(incident: Incident, consent: string, now: Instant): Incident {
  const { slaTerms } = incident;
  if (slaTerms === undefined) return incident;
  return withPromise(incident, 'decision', now, {
    ...timesOfSolution(slaTerms, slaTerms.telling, now),
    consent,
  });
}

/** Promises a copy of the alarm that opens the incident. An alarm that fires again gets one only if the first had none. */
function withCopy(incident: Incident, now: Instant): Incident {
  const hasCopy = incident.promises.some(({ about, kept }) => about === 'copy' && kept?.by !== 'dropped');
  return incident.slaTerms?.copies === true && !hasCopy ? withPromise(incident, 'copy', now) : incident;
}

/** Drops every promise except those about a decision: the customer hears of a decision in any case. */
export function withNothingPromised(incident: Incident, now: Instant): Incident {
  return withDropped(incident, ({ about }) => about !== 'decision', now);
}

/**
 * Has the customer told the expected repair time, unless they know it. If the customer is still to be told of the incident
 * itself, that message gives the time.
 */
export function withRepairTimeTold(incident: Incident, now: Instant): Incident {
  const { expectedAt, status } = incident;
  const update = promiseToTell(incident, 'repair time');
  const isNone = update === undefined || expectedAt === undefined || expectedAt <= now;
  if (isNone || status === 'resolved') return incident;

  if (isSameMinute(expectedAt, lastRepairTimeTold(incident))) return withNothingNew(incident, update, now);
  const first = promiseToTell(incident, 'incident');
  if (first !== undefined) {
    const oneMessage = withChangedPromise(incident, first.id, (one) => ({ ...one, expectedAt, newsAt: now }));
    return withNothingNew(oneMessage, update, now);
  }
  return isSameMinute(expectedAt, update.expectedAt) ? incident : withNews(incident, update, expectedAt, now);
}

/** Whether two times read the same: people read hours and minutes. */
function isSameMinute(one: Instant, other: Instant | undefined): boolean {
  return other !== undefined && Math.floor(one / minute) === Math.floor(other / minute);
}

/** Drops the promise of a repair time that is no longer true. The true one was told, or another message gives it. */
function withNothingNew(incident: Incident, update: CustomerPromise, now: Instant): Incident {
  if (update.expectedAt === undefined) return incident;
  return withWhatIsOwed(
    withDropped(incident, ({ id }) => id === update.id, now),
    now,
  );
}

/**
 * Promises a new repair time. The operators' task about an earlier one ends; where no SMS tells the time, a new task
 * opens.
 */
function withNews(incident: Incident, update: CustomerPromise, expectedAt: Instant, now: Instant): Incident {
  const { slaTerms } = incident;
  if (slaTerms === undefined) return incident;
  const bySms = slaTerms.telling === 'sms';
  const soonest = now + slaTerms.targets.updateEveryMinutes * minute;
  const freed = withoutOperator(incident, update.id, now);
  const changed = withChangedPromise(freed, update.id, ({ task: _, ...one }) => ({
    ...one,
    ...{ expectedAt, newsAt: now },
    dueAt: Math.min(one.dueAt ?? soonest, soonest),
    // The SMS goes out at once. If no contact gets it, an operator is asked.
    taskAt: Math.max(one.taskAt ?? now, now + minute),
    ...(bySms ? { tellAt: Math.max(now, one.putOffUntil ?? now) } : {}),
  }));
  return bySms ? changed : withOperatorAsked(changed, update.id, now);
}
