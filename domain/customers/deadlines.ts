import type { CustomerPromise, ResolutionTarget } from '../incident/customer.ts';
import { type Incident, type PendingNotice, withEntry } from '../incident/incident.ts';
import type { OnCall } from '../on-call/roster.ts';
import type { SlaTerms } from '../organization/default-policies.ts';
import { askAdditional } from '../paging/additional-responders.ts';
import type { DueChange, Timer } from '../paging/timer.ts';
import { type Instant, minute } from '../time/instant.ts';
import { isToTell, lastRepairTimeTold, withChangedPromise, withOperatorAsked } from './promises.ts';

/**
 * The customer hears of an incident after this time. An incident that resolves by itself before that wakes nobody there. The
 * time is shorter when a responder acknowledges, or when the promise is short.
 */
const tellAfterMs = 5 * minute;

/** An operator has the last quarter of the promised time, and at most this long. */
const maxForOperatorMs = 15 * minute;

type Times = Partial<Pick<CustomerPromise, 'tellAt' | 'taskAt' | 'dueAt'>>;

/**
 * Gives times to the promises that have none: when an incident opens or reopens, or when its hold ends. While an incident is
 * held until the morning, its customer is not told either.
 */
export function withPromisesBegun(incident: Incident, now: Instant): Incident {
  const { slaTerms, status } = incident;
  if (slaTerms === undefined || status === 'held' || status === 'resolved') return incident;
  const begun = incident.promises
    .filter(hasNotBegun)
    .reduce(
      (before, { id, about }) =>
        withChangedPromise(before, id, (one) => ({ ...one, ...timesOf(about, slaTerms, before, now) })),
      incident,
    );
  return begun.target === undefined ? { ...begun, target: targetOf(slaTerms, now) } : begun;
}

function hasNotBegun(promise: CustomerPromise): boolean {
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
      return timesOfUpdate(slaTerms, lastRepairTimeTold(incident), now);
    case 'solution':
      return timesOfSolution(slaTerms, 'sms', now);
    case 'decision':
      return timesOfSolution(slaTerms, slaTerms.telling, now);
  }
}

function timesOfIncident({ telling, targets }: SlaTerms, now: Instant): Times {
  const within = targets.tellWithinMinutes * minute;
  const dueAt = now + within;
  const soon = now + Math.min(tellAfterMs, within / 3);
  return telling === 'sms'
    ? { tellAt: soon, taskAt: dueAt - forOperator(within), dueAt }
    : { taskAt: soon, dueAt };
}

/** The next update is due after the interval of the SLA, or later: once the repair time that was told last has passed. */
function timesOfUpdate({ targets }: SlaTerms, lastTold: Instant | undefined, now: Instant): Times {
  const every = targets.updateEveryMinutes * minute;
  const dueAt = Math.max(now + every, (lastTold ?? 0) + forOperator(every));
  return { taskAt: dueAt - forOperator(every), dueAt };
}

/** The times of a promise that is told at `from`: by SMS, or by an operator. */
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
 * The timers of the promises. The customer gets an SMS, an operator is asked before a promise breaks, and management hears of
 * a broken promise. The SMS of a promise is tried once.
 */
export function promiseTimers(incident: Incident): readonly Timer[] {
  const timers = incident.promises.filter(isToTell).flatMap((one): Timer[] => {
    const { id, tellAt, taskAt, task, dueAt, broken } = one;
    const about = { kind: 'promise', promise: id } as const;
    return [
      ...(tellAt === undefined
        ? []
        : [{ at: tellAt, kind: 'act', act: { kind: 'customer', about } } as const]),
      ...(taskAt === undefined || task !== undefined ? [] : [operatorTells(incident, id, taskAt)]),
      ...(dueAt === undefined || broken !== undefined ? [] : [breaks(incident, one, dueAt)]),
    ];
  });
  return [...promisesBegin(incident), ...timers, ...targetTimers(incident)];
}

/** The timer that begins the promises. It is due at once, except while the incident is held. */
function promisesBegin(incident: Incident): readonly DueChange[] {
  const { slaTerms, status, target, promises, openedAt } = incident;
  if (slaTerms === undefined || status === 'held' || status === 'resolved') return [];
  if (target !== undefined && !promises.some(hasNotBegun)) return [];
  return [{ at: openedAt, kind: 'promises begin', fire: (_, now) => withPromisesBegun(incident, now) }];
}

function operatorTells(incident: Incident, id: string, at: Instant): DueChange {
  return {
    ...{ at, kind: 'operator tells the customer', about: id },
    fire: (_, now) => withOperatorAsked(incident, id, now),
  };
}

function breaks(incident: Incident, one: CustomerPromise, at: Instant): DueChange {
  return {
    ...{ at, kind: 'promise breaks', about: one.id },
    fire: (onCall, now) => withBroken(incident, one, onCall, now),
  };
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

/**
 * The timers of the SLA's target: management is asked when three quarters of the time have passed; then the target is
 * missed.
 */
function targetTimers(incident: Incident): readonly DueChange[] {
  const { target, status } = incident;
  if (target === undefined || status === 'held' || status === 'resolved') return [];
  const near = { at: target.askAt, kind: 'target comes near' } as const;
  const missed = { at: target.dueAt, kind: 'target is missed' } as const;
  return [
    ...(target.asked === undefined
      ? [
          {
            ...near,
            fire: (onCall: OnCall, now: Instant) => withManagementAsked(incident, target, onCall, now),
          },
        ]
      : []),
    ...(target.missed === undefined
      ? [{ ...missed, fire: (_: OnCall, now: Instant) => withTargetMissed(incident, target, now) }]
      : []),
  ];
}

function withManagementAsked(
  incident: Incident,
  target: ResolutionTarget,
  { management }: OnCall,
  now: Instant,
): Incident {
  const asked = { ...incident, target: { ...target, asked: true } } as const;
  if (management !== undefined && incident.saidYes.includes(management)) return asked;
  return askAdditional(asked, { kind: 'role', role: 'management' }, { why: 'target', now });
}

function withTargetMissed(incident: Incident, target: ResolutionTarget, now: Instant): Incident {
  const missed = { ...incident, target: { ...target, missed: true } } as const;
  return withEntry(missed, { at: now, kind: 'target missed' });
}
