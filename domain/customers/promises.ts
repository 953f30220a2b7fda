/** Customers: what a customer must be told of an incident, by when, and what they were told. */

import { endTasks, withTask } from '../contact-center/tasks.ts';
import type { CustomerPromise } from '../incident/customer.ts';
import type { Incident } from '../incident/incident.ts';
import type { Instant } from '../time/instant.ts';

/** The number of kept promises that an incident stores: more than a screen shows. */
const maxRememberedPromises = 30;

/** Whether a promise is still to be kept. */
export function isToTell({ kept }: CustomerPromise): boolean {
  return kept === undefined;
}

/** The promise about something that is still to be kept. There is at most one. */
export function promiseToTell(
  { promises }: Incident,
  about: CustomerPromise['about'],
): CustomerPromise | undefined {
  return promises.find((promise) => promise.about === about && isToTell(promise));
}

/** Adds a promise. */
export function withPromise(
  incident: Incident,
  about: CustomerPromise['about'],
  now: Instant,
  times: Partial<Pick<CustomerPromise, 'tellAt' | 'taskAt' | 'dueAt' | 'consent' | 'noOperatorBefore'>> = {},
): Incident {
  const number = incident.promisesMade + 1;
  const one: CustomerPromise = { id: `p${number}`, about, madeAt: now, ...times };
  return { ...incident, promisesMade: number, promises: [...remembered(incident), one] };
}

/** The stored promises, without the oldest kept ones. The last one told and the copy stay, because rules read them. */
function remembered(incident: Incident): readonly CustomerPromise[] {
  const { promises } = incident;
  const last = lastTold(incident);
  const settled = promises.filter((one) => !isToTell(one) && one.about !== 'copy' && one !== last);
  const forgotten = settled.slice(0, Math.max(0, settled.length - maxRememberedPromises));
  return forgotten.length === 0 ? promises : promises.filter((one) => !forgotten.includes(one));
}

/** Changes the promise with an id. */
export function withChangedPromise(
  incident: Incident,
  id: string,
  change: (promise: CustomerPromise) => CustomerPromise,
): Incident {
  return { ...incident, promises: incident.promises.map((one) => (one.id === id ? change(one) : one)) };
}

/** Asks an operator to tell the customer now. */
export function withOperatorAsked(incident: Incident, id: string, now: Instant): Incident {
  const asked = withTask(incident, { kind: 'tell customer', promise: id }, now);
  return withChangedPromise(asked, id, (one) => ({ ...one, task: asked.tasks.at(-1)?.id }));
}

/** Ends the operators' tasks about a promise: the customer was told, or the message is no longer true. */
export function withoutOperator(incident: Incident, id: string, now: Instant): Incident {
  return endTasks(incident, ({ about }) => about.kind === 'tell customer' && about.promise === id, {
    at: now,
    outcome: 'no longer needed',
  });
}

/** Drops promises that have lost their purpose. */
export function withDropped(
  incident: Incident,
  isMeant: (promise: CustomerPromise) => boolean,
  now: Instant,
): Incident {
  return incident.promises
    .filter((one) => isToTell(one) && isMeant(one))
    .reduce(
      (before, { id }) =>
        withoutOperator(
          withChangedPromise(before, id, (one) => ({ ...one, kept: { at: now, by: 'dropped' } })),
          id,
          now,
        ),
      incident,
    );
}

/**
 * What the customer knows of the incident by the message that was told last: that it is open, or that it is over. Copies of
 * the alarm and decisions of management do not count.
 */
export function customerKnows(incident: Incident): 'nothing' | 'open' | 'over' {
  const last = lastTold(incident);
  if (last === undefined) return 'nothing';
  return last.about === 'solution' ? 'over' : 'open';
}

/** The expected repair time that the customer was told last, while they knew the incident as open. */
export function lastRepairTimeTold({ promises }: Incident): Instant | undefined {
  const told = inOrderTold(promises);
  const since = told.findLastIndex(({ about }) => about === 'solution');
  return told.slice(since + 1).findLast(({ expectedAt }) => expectedAt !== undefined)?.expectedAt;
}

/** The expected repair time that a message gives. Undefined where it has changed since, or has passed. */
export function timeToTell(
  incident: Incident,
  { expectedAt }: CustomerPromise,
  now: Instant,
): Instant | undefined {
  const isTrue = expectedAt !== undefined && expectedAt === incident.expectedAt && now < expectedAt;
  return isTrue ? expectedAt : undefined;
}

/** The message that the customer was told last. */
export function lastTold({ promises }: Incident): CustomerPromise | undefined {
  return inOrderTold(promises).at(-1);
}

/** The kept promises in the order in which they were told. They may have been recorded in another order. */
function inOrderTold(promises: readonly CustomerPromise[]): readonly CustomerPromise[] {
  return promises
    .filter(({ about }) => about !== 'copy' && about !== 'decision')
    .filter(({ kept }) => kept !== undefined && kept.by !== 'dropped')
    .toSorted((one, other) => (one.kept?.at ?? 0) - (other.kept?.at ?? 0));
}
