import type { CustomerPromise, ResolutionTarget } from '../incident/customer-promise.ts';
import { type Incident, type PendingNotice, withEntry } from '../incident/incident.ts';
import type { OnCall } from '../on-call/roster.ts';
import type { SlaTerms } from '../organization/sla.ts';
import type { DueAct } from '../paging/decision.ts';
import { summon } from '../paging/extra-responders.ts';
import { type Instant, minute } from '../time/instant.ts';
import { isToTell, timeHeardLast, withChangedPromise, withOperatorAsked } from './promises.ts';

/** A customer is not woken for what has gone by itself so soon; sooner when somebody has taken it, or the promise is short. */
const pause = 5 * minute;

/** An operator has a quarter of the time that was promised, and not more than this. */
const maxForOperatorMs = 15 * minute;

type Times = Partial<Pick<CustomerPromise, 'tellAt' | 'taskAt' | 'dueAt'>>;

/**
 * Begins the clocks that stand: when an incident is opened or open again, or when one that was held wakes. What is held
 * until the morning is held from its customer as well.
 */
export function withClocksBegun(incident: Incident, now: Instant): Incident {
  const { slaTerms, status } = incident;
  if (slaTerms === undefined || status === 'held' || status === 'resolved') return incident;
  const begun = incident.promises
    .filter(isStanding)
    .reduce(
      (before, { id, about }) =>
        withChangedPromise(before, id, (one) => ({ ...one, ...timesOf(about, slaTerms, before, now) })),
      incident,
    );
  return begun.target === undefined ? { ...begun, target: targetOf(slaTerms, now) } : begun;
}

function isStanding(promise: CustomerPromise): boolean {
  const { tellAt, taskAt, task } = promise;
  return isToTell(promise) && tellAt === undefined && taskAt === undefined && task === undefined;
}

function timesOf(
  about: CustomerPromise['about'],
  slaTerms: SlaTerms,
  incident: Incident,
  now: Instant,
): Times {
  switch (about) {
    case 'copy':
      return { tellAt: now };
    case 'incident':
      return timesOfIncident(slaTerms, now);
    case 'repair time':
      return timesOfUpdate(slaTerms, timeHeardLast(incident), now);
    case 'solution':
      return timesOfSolution(slaTerms, 'sms', now);
    case 'decision':
      return timesOfSolution(slaTerms, slaTerms.telling, now);
  }
}

function timesOfIncident({ telling, targets }: SlaTerms, now: Instant): Times {
  const within = targets.tellWithinMinutes * minute;
  const dueAt = now + within;
  const soon = now + Math.min(pause, within / 3);
  return telling === 'sms'
    ? { tellAt: soon, taskAt: dueAt - forOperator(within), dueAt }
    : { taskAt: soon, dueAt };
}

/** The next word is due after the usual time, or once the time has passed that was given with the last one. */
function timesOfUpdate({ targets }: SlaTerms, heard: Instant | undefined, now: Instant): Times {
  const every = targets.updateEveryMinutes * minute;
  const dueAt = Math.max(now + every, (heard ?? 0) + forOperator(every));
  return { taskAt: dueAt - forOperator(every), dueAt };
}

/** What is told at once: by SMS, or by an operator from a moment on. */
export function timesOfSolution({ targets }: SlaTerms, by: 'sms' | 'operator', from: Instant): Times {
  const within = targets.tellWithinMinutes * minute;
  const dueAt = from + within;
  return by === 'sms'
    ? { tellAt: from, taskAt: dueAt - forOperator(within), dueAt }
    : { taskAt: from, dueAt };
}

function targetOf({ targets }: SlaTerms, now: Instant): ResolutionTarget {
  const within = targets.resolveWithinMinutes * minute;
  return { askAt: now + within - within / 4, dueAt: now + within };
}

function forOperator(interval: number): number {
  return Math.min(interval / 4, maxForOperatorMs);
}

/**
 * Brings the promises to `now`: an operator is asked before one breaks, and management hears of one that is broken; before
 * the incident is open for longer than the SLA says, management is asked to join. Done twice, it is as done once.
 */
export function advancePromises(incident: Incident, onCall: OnCall, now: Instant): Incident {
  const begun = withClocksBegun(incident, now);
  const asked = begun.promises
    .filter((one) => taskOf(one) <= now)
    .reduce((before, { id }) => withOperatorAsked(before, id, now), begun);
  const told = asked.promises
    .filter((one) => breakOf(one) <= now)
    .reduce((before, one) => withBroken(before, one, onCall, now), asked);
  return advanceTarget(told, onCall, now);
}

/** When `advancePromises` next has something to do; infinite: never. */
export function nextPromise(incident: Incident): Instant {
  const times = incident.promises.flatMap((one) => [taskOf(one), breakOf(one)]);
  return Math.min(...times, nextOfTarget(incident));
}

/** What customers are to be written: each promise once, and never again when it has been tried. */
export function promiseActs({ promises }: Incident): readonly DueAct[] {
  return promises.flatMap((one): DueAct[] => {
    if (!isToTell(one) || one.tellAt === undefined) return [];
    const about = { kind: 'promise', promise: one.id } as const;
    return [{ dueAt: one.tellAt, decision: { kind: 'customer', about } }];
  });
}

const never = Number.POSITIVE_INFINITY;

/** When an operator is asked. */
function taskOf(promise: CustomerPromise): Instant {
  const { task, taskAt = never } = promise;
  return isToTell(promise) && task === undefined ? taskAt : never;
}

function breakOf(promise: CustomerPromise): Instant {
  const { broken, dueAt = never } = promise;
  return isToTell(promise) && broken === undefined ? dueAt : never;
}

function withBroken(
  incident: Incident,
  { id, about }: CustomerPromise,
  onCall: OnCall,
  now: Instant,
): Incident {
  const { code, route, notices, acknowledgement, saidYes } = incident;
  const notice = { kind: 'promiseBroken', code, customer: route.customer?.name ?? route.service } as const;
  const people = new Set(
    [onCall.management, acknowledgement?.by, ...saidYes].filter((to) => to !== undefined),
  );
  const fresh: PendingNotice[] = [...people]
    .filter((to) => !notices.some((other) => other.to === to && other.notice.kind === notice.kind))
    .map((to) => ({ to, notice }));
  const entered = withEntry(incident, { at: now, kind: 'promise broken', promise: id, about });
  return {
    ...withChangedPromise(entered, id, (one) => ({ ...one, broken: true })),
    notices: [...notices, ...fresh],
  };
}

function advanceTarget(incident: Incident, onCall: OnCall, now: Instant): Incident {
  const { target } = incident;
  if (target === undefined || now < nextOfTarget(incident)) return incident;
  if (target.asked === undefined) {
    const asked = { ...incident, target: { ...target, asked: true } } as const;
    const isOnIt = onCall.management !== undefined && incident.saidYes.includes(onCall.management);
    const whom = { kind: 'role', role: 'management' } as const;
    return advanceTarget(isOnIt ? asked : summon(asked, whom, { why: 'target', now }), onCall, now);
  }
  const missed = { ...incident, target: { ...target, missed: true } } as const;
  return withEntry(missed, { at: now, kind: 'target missed' });
}

function nextOfTarget({ status, target }: Incident): Instant {
  if (target === undefined || status === 'held' || status === 'resolved') return never;
  if (target.asked === undefined) return target.askAt;
  return target.missed === undefined ? target.dueAt : never;
}
