import type { CustomerPromise } from '../incident/customer-promise.ts';
import type { Incident } from '../incident/incident.ts';
import { type Instant, minute } from '../time/instant.ts';
import { morningAfter } from '../time/morning.ts';
import { timesOfSolution, withPromisesBegun } from './deadlines.ts';
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
 * The incident with what its customer is owed, by how it stands and by what the customer heard of it last: what is
 * missing is promised, what would be told twice is dropped.
 *
 * `isByItself`: it ended before anybody took it, and the customer knows nothing. An operator tells that.
 */
export function withWhatIsOwed(incident: Incident, now: Instant, isByItself = false): Incident {
  if (incident.slaTerms === undefined) return incident;
  return incident.status === 'resolved'
    ? owedAtTheEnd(incident, now, isByItself)
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

function owedAtTheEnd(incident: Incident, now: Instant, isByItself: boolean): Incident {
  const { slaTerms } = incident;
  if (customerKnows(incident) === 'over') {
    return withDropped(incident, ({ about }) => about === 'solution', now);
  }
  if (slaTerms === undefined || promiseToTell(incident, 'solution') !== undefined) return incident;
  if (!isByItself && slaTerms.telling === 'sms') {
    return withPromise(incident, 'solution', now, timesOfSolution(slaTerms, 'sms', now));
  }
  const from = operatorsFrom(incident, now);
  const promised = withPromise(incident, 'solution', now, timesOfSolution(slaTerms, 'operator', from));
  const solution = promiseToTell(promised, 'solution');
  return solution === undefined || from > now ? promised : withOperatorAsked(promised, solution.id, now);
}

/** Nobody is called at night about something that would not have woken an engineer. */
function operatorsFrom({ policy, route }: Incident, now: Instant): Instant {
  const { heldUntilMorning } = policy;
  return (heldUntilMorning && morningAfter(heldUntilMorning, route.timeZone, now)) ?? now;
}

/**
 * What its customer is promised when an incident is opened: a copy of the alarm where the SLA has one, word of the
 * incident, of the repair time, and its end in time. Nobody knows whose an unknown service is: operators find out.
 */
export function promisesAtOpening(incident: Incident, now: Instant): Incident {
  return withWhatIsOwed(withCopy(incident, now), now);
}

/** Somebody has said yes: the customer need not wait any longer to hear of the incident. */
export function promisesAfterYes(incident: Incident, now: Instant): Incident {
  const begun = withPromisesBegun(incident, now);
  const first = promiseToTell(begun, 'incident');
  if (begun.status === 'resolved' || first === undefined || first.task !== undefined) return begun;
  if (first.tellAt === undefined) return withOperatorAsked(begun, first.id, now);
  const tellAt = Math.min(first.tellAt, now);
  return tellAt === first.tellAt ? begun : withChangedPromise(begun, first.id, (one) => ({ ...one, tellAt }));
}

/** Somebody has said how long it takes: the customer hears it, each time that it changes. */
export function promisesAfterUpdate(incident: Incident, now: Instant): Incident {
  return withRepairTimeTold(withPromisesBegun(incident, now), now);
}

/**
 * It is over: the customer hears that, once, and with it what it had not heard before. What came and went by itself, an
 * operator tells. `by`: a person, or `source`.
 */
export function promisesAfterEnd(incident: Incident, by: string, now: Instant): Incident {
  const { acknowledgement, saidYes } = incident;
  const hadNobody = acknowledgement === undefined && saidYes.length === 0;
  const isByItself = by === 'source' && hadNobody && customerKnows(incident) === 'nothing';
  return withWhatIsOwed(withNothingPromised(incident, now), now, isByItself);
}

/** It is open again: a customer who has heard that it is over hears that, and the others what they have not heard yet. */
export function promisesAfterReopening(incident: Incident, now: Instant): Incident {
  const unexpected = incident.expectedAt === undefined ? incident : { ...incident, expectedAt: undefined };
  return withWhatIsOwed(withCopy(withNothingPromised(unexpected, now), now), now);
}

/** Management has decided without the customer, whom nobody could reach: it hears that, by SMS or by an operator. */
export function promisesAfterDecision(incident: Incident, consent: string, now: Instant): Incident {
  const { slaTerms } = incident;
  if (slaTerms === undefined) return incident;
  return withPromise(incident, 'decision', now, {
    ...timesOfSolution(slaTerms, slaTerms.telling, now),
    consent,
  });
}

/** A copy is made of the alarm that opens an incident; of one that fires again, only if there was none. */
function withCopy(incident: Incident, now: Instant): Incident {
  const hasCopy = incident.promises.some(({ about, kept }) => about === 'copy' && kept?.by !== 'dropped');
  return incident.slaTerms?.copies === true && !hasCopy ? withPromise(incident, 'copy', now) : incident;
}

/** What was decided without the customer, it hears all the same. */
function withNothingPromised(incident: Incident, now: Instant): Incident {
  return withDropped(incident, ({ about }) => about !== 'decision', now);
}

/**
 * The incident whose customer hears by when it is expected to be mended, unless it has heard that. As long as it is still to
 * hear of the incident itself, by SMS or by an operator, that says it.
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
  const { slaTerms } = incident;
  if (slaTerms === undefined) return incident;
  const bySms = slaTerms.telling === 'sms';
  const soonest = now + slaTerms.targets.updateEveryMinutes * minute;
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
