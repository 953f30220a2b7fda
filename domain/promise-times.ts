import type { Care, CustomerPromise, ResolutionTarget } from './customer-promise.ts';
import type { Incident } from './incident.ts';
import { type Instant, minute } from './instant.ts';
import { isToTell, timeHeardLast, withChangedPromise } from './promise-list.ts';

/** A customer is not woken for what has gone by itself so soon; sooner when somebody has taken it, or the promise is short. */
const pause = 5 * minute;

/** An operator has a quarter of the time that was promised, and not more than this. */
const longestForOperator = 15 * minute;

type Times = Partial<Pick<CustomerPromise, 'tellAt' | 'taskAt' | 'dueAt'>>;

/**
 * Begins the clocks that stand: when an incident is opened or open again, or when one that was held wakes. What is held
 * until the morning is held from its customer as well.
 */
export function withClocksBegun(incident: Incident, now: Instant): Incident {
  const { care, status } = incident;
  if (care === undefined || status === 'held' || status === 'resolved') return incident;
  const begun = incident.promises
    .filter(isStanding)
    .reduce(
      (before, { id, about }) =>
        withChangedPromise(before, id, (one) => ({ ...one, ...timesOf(about, care, before, now) })),
      incident,
    );
  return begun.target === undefined ? { ...begun, target: targetOf(care, now) } : begun;
}

function isStanding(promise: CustomerPromise): boolean {
  const { tellAt, taskAt, task } = promise;
  return isToTell(promise) && tellAt === undefined && taskAt === undefined && task === undefined;
}

function timesOf(about: CustomerPromise['about'], care: Care, incident: Incident, now: Instant): Times {
  switch (about) {
    case 'copy':
      return { tellAt: now };
    case 'incident':
      return timesOfIncident(care, now);
    case 'repair time':
      return timesOfUpdate(care, timeHeardLast(incident), now);
    case 'solution':
      return timesOfSolution(care, 'sms', now);
    case 'decision':
      return timesOfSolution(care, care.telling, now);
  }
}

function timesOfIncident({ telling, targets }: Care, now: Instant): Times {
  const within = targets.tellWithinMinutes * minute;
  const dueAt = now + within;
  const soon = now + Math.min(pause, within / 3);
  return telling === 'sms'
    ? { tellAt: soon, taskAt: dueAt - forOperator(within), dueAt }
    : { taskAt: soon, dueAt };
}

/** The next word is due after the usual time, or once the time has passed that was given with the last one. */
function timesOfUpdate({ targets }: Care, heard: Instant | undefined, now: Instant): Times {
  const every = targets.updateEveryMinutes * minute;
  const dueAt = Math.max(now + every, (heard ?? 0) + forOperator(every));
  return { taskAt: dueAt - forOperator(every), dueAt };
}

/** What is told at once: by SMS, or by an operator from a moment on. */
export function timesOfSolution({ targets }: Care, by: 'sms' | 'operator', from: Instant): Times {
  const within = targets.tellWithinMinutes * minute;
  const dueAt = from + within;
  return by === 'sms'
    ? { tellAt: from, taskAt: dueAt - forOperator(within), dueAt }
    : { taskAt: from, dueAt };
}

function targetOf({ targets }: Care, now: Instant): ResolutionTarget {
  const within = targets.resolveWithinMinutes * minute;
  return { askAt: now + within - within / 4, dueAt: now + within };
}

function forOperator(interval: number): number {
  return Math.min(interval / 4, longestForOperator);
}
