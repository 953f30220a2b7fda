import type { Incident } from './incident.ts';
import type { Instant } from './instant.ts';
import { withWhatIsOwed } from './promise-duties.ts';
import {
  heardLast,
  promiseToTell,
  withChangedPromise,
  withDropped,
  withOperatorAsked,
  withPromise,
} from './promise-list.ts';
import { timesOfSolution, withClocksBegun } from './promise-times.ts';
import { withRepairTimeTold } from './repair-time.ts';

/**
 * What its customer is promised when an incident is opened: a copy of the alarm where the SLA has one, word of the
 * incident, of the repair time, and its end in time. Nobody knows whose an unknown service is: operators find out.
 */
export function promisesAtOpening(incident: Incident, now: Instant): Incident {
  return withWhatIsOwed(withCopy(incident, now), now);
}

/** Somebody has said yes: the customer need not wait any longer to hear of the incident. */
export function promisesAfterYes(incident: Incident, now: Instant): Incident {
  const begun = withClocksBegun(incident, now);
  const first = promiseToTell(begun, 'incident');
  if (begun.status === 'resolved' || first === undefined || first.task !== undefined) return begun;
  if (first.tellAt === undefined) return withOperatorAsked(begun, first.id, now);
  const tellAt = Math.min(first.tellAt, now);
  return tellAt === first.tellAt ? begun : withChangedPromise(begun, first.id, (one) => ({ ...one, tellAt }));
}

/** Somebody has said how long it takes: the customer hears it, each time that it changes. */
export function promisesAfterUpdate(incident: Incident, now: Instant): Incident {
  return withRepairTimeTold(withClocksBegun(incident, now), now);
}

/**
 * It is over: the customer hears that, once, and with it what it had not heard before. What came and went by itself, an
 * operator tells. `by`: a person, or `source`.
 */
export function promisesAfterEnd(incident: Incident, by: string, now: Instant): Incident {
  const { acknowledgement, onIt } = incident;
  const hadNobody = acknowledgement === undefined && onIt.length === 0;
  const isByItself = by === 'source' && hadNobody && heardLast(incident) === 'nothing';
  return withWhatIsOwed(withNothingPromised(incident, now), now, isByItself);
}

/** It is open again: a customer who has heard that it is over hears that, and the others what they have not heard yet. */
export function promisesAfterReopening(incident: Incident, now: Instant): Incident {
  const unexpected = incident.expectedAt === undefined ? incident : { ...incident, expectedAt: undefined };
  return withWhatIsOwed(withCopy(withNothingPromised(unexpected, now), now), now);
}

/** Management has decided without the customer, whom nobody could reach: it hears that, by SMS or by an operator. */
export function promisesAfterDecision(incident: Incident, consent: string, now: Instant): Incident {
  const { care } = incident;
  if (care === undefined) return incident;
  return withPromise(incident, 'decision', now, { ...timesOfSolution(care, care.telling, now), consent });
}

/** A copy is made of the alarm that opens an incident; of one that fires again, only if there was none. */
function withCopy(incident: Incident, now: Instant): Incident {
  const hasCopy = incident.promises.some(({ about, kept }) => about === 'copy' && kept?.by !== 'dropped');
  return incident.care?.copies === true && !hasCopy ? withPromise(incident, 'copy', now) : incident;
}

/** What was decided without the customer, it hears all the same. */
function withNothingPromised(incident: Incident, now: Instant): Incident {
  return withDropped(incident, ({ about }) => about !== 'decision', now);
}
