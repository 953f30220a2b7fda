import type { CustomerPromise } from '../incident/customer.ts';
import { type Incident, withEntry } from '../incident/incident.ts';
import type { OperatorTask } from '../incident/task.ts';
import type { Entry } from '../incident/timeline.ts';
import { hour, type Instant, minute } from '../time/instant.ts';
import { withRepairTimeTold, withWhatIsOwed } from './owed.ts';
import {
  isToTell,
  timeToTell,
  withChangedPromise,
  withDropped,
  withOperatorAsked,
  withoutOperator,
} from './promises.ts';

/** The outcome of an SMS to a customer's contacts. */
export interface CustomerOutcome {
  readonly told: readonly { readonly name: string; readonly region: string }[];
  readonly failed: readonly { readonly name: string; readonly reason: string }[];
  /** The expected repair time that the message gave. */
  readonly expectedAt: Instant | undefined;
  /** The message is a copy that was counted instead of sent. */
  readonly isFolded?: true | undefined;
  /** Nobody was told: each contact has had its budget of messages until then. */
  readonly putOffUntil?: Instant | undefined;
}

/**
 * Records an SMS to the customer. The promise is kept if one contact got the message. If none did, an operator tells the
 * customer. What the message said counts, even if the incident has changed since it was written.
 */
export function customerTold(
  incident: Incident,
  id: string,
  outcome: CustomerOutcome,
  now: Instant,
): Incident {
  const promise = incident.promises.find((one) => one.id === id);
  if (promise === undefined) return incident;
  const entered = withEntry(incident, ...entriesOf(promise, outcome, now));
  if (promise.kept !== undefined && promise.kept.by !== 'dropped') return entered;
  if (outcome.told.length > 0) {
    const names = outcome.told.map(({ name }) => name);
    const told = withKept(entered, promise, { at: now, by: 'sms', names }, outcome.expectedAt);
    return withFollowing(withoutOperator(told, id, now), promise, outcome.expectedAt, now);
  }
  if (!isToTell(promise)) return entered;
  if (outcome.putOffUntil !== undefined) return withPutOff(entered, id, outcome.putOffUntil);
  if (promise.about === 'copy') return withDropped(entered, (one) => one.id === id, now);
  const tried = withChangedPromise(entered, id, ({ tellAt: _, ...one }) => one);
  const isForTheMorning = promise.noOperatorBefore !== undefined && now < promise.noOperatorBefore;
  return promise.task === undefined && !isForTheMorning ? withOperatorAsked(tried, id, now) : tried;
}

/** The budget puts a message off for at most this long after its promise was made. After that an operator tells the customer. */
const maxPutOffMs = 2 * hour;

/** An operator who is asked after that has this long until the promise is broken. */
const forOperatorMs = 5 * minute;

/**
 * Has a message wait until the contacts may be sent another one. It then tells the state of that moment. No operator calls
 * somebody who has had the most messages that we send: the deadline moves with the message.
 */
function withPutOff(incident: Incident, id: string, until: Instant): Incident {
  return withChangedPromise(incident, id, ({ taskAt, dueAt, ...one }) => {
    const soonest = Math.min(until + minute, one.madeAt + maxPutOffMs);
    return {
      ...one,
      ...(taskAt === undefined ? {} : { taskAt: Math.max(taskAt, soonest) }),
      ...(dueAt === undefined ? {} : { dueAt: Math.max(dueAt, soonest + forOperatorMs) }),
      tellAt: until,
      putOffUntil: until,
    };
  });
}

/**
 * Records that an operator (`by`) told the customer; `who` is the contact to whom they spoke. A repair time that came after
 * the screen was shown was not in the text that the operator read out. It is still to be told.
 */
export function operatorToldCustomer(
  incident: Incident,
  { about }: OperatorTask,
  { by, who, shownAt }: OperatorTold,
  now: Instant,
): Incident {
  if (about.kind !== 'tell customer') return incident;
  const promise = incident.promises.find(({ id }) => id === about.promise);
  if (promise === undefined || !isToTell(promise)) return incident;

  const wasShown = promise.newsAt === undefined || promise.newsAt <= shownAt;
  const expectedAt = wasShown ? timeToTell(incident, promise, now) : undefined;
  const entry = { at: now, kind: 'customer told', promise: promise.id, about: promise.about } as const;
  const entered = withEntry(incident, { ...entry, who, by, expectedAt });
  const names = who === undefined ? [] : [who];
  const told = withKept(entered, promise, { at: now, by: 'operator', names }, expectedAt);
  return withFollowing(told, promise, expectedAt, now);
}

interface OperatorTold {
  readonly by: string;
  readonly who?: string | undefined;
  /** When the screen with the text was shown. */
  readonly shownAt: Instant;
}

function entriesOf(
  { id, about }: CustomerPromise,
  { told, failed, expectedAt, isFolded }: CustomerOutcome,
  now: Instant,
): readonly Entry[] {
  return [
    ...told.map(
      ({ name, region }) =>
        ({ at: now, kind: 'sent to customer', promise: id, about, who: name, region, expectedAt }) as const,
    ),
    ...failed.map(
      ({ name, reason }) =>
        ({ at: now, kind: 'customer not told', promise: id, about, who: name, reason }) as const,
    ),
    ...(isFolded ? [{ at: now, kind: 'copy folded', promise: id } as const] : []),
  ];
}

function withKept(
  incident: Incident,
  { id }: CustomerPromise,
  kept: CustomerPromise['kept'],
  expectedAt: Instant | undefined,
): Incident {
  return withChangedPromise(incident, id, (one) => ({ ...one, kept, expectedAt }));
}

/**
 * Updates the promises after the customer was told something. If they were told a repair time, the next update has its
 * full time.
 */
function withFollowing(
  incident: Incident,
  { about }: CustomerPromise,
  expectedAt: Instant | undefined,
  now: Instant,
): Incident {
  const isUpdateToo = about === 'incident' && expectedAt !== undefined;
  const dropped = isUpdateToo ? withDropped(incident, (one) => one.about === 'repair time', now) : incident;
  return withRepairTimeTold(withWhatIsOwed(dropped, now), now);
}
