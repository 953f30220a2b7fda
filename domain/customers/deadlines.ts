import type { CustomerPromise, ResolutionTarget } from '../incident/customer-promise.ts';
import { type Incident, type PendingNotice, withEntry } from '../incident/incident.ts';
import type { OnCall } from '../on-call/roster.ts';
import type { SlaTerms } from '../organization/sla.ts';
import { askAdditional } from '../paging/additional-responders.ts';
import type { DueChange, Timer } from '../paging/timer.ts';
import { type Instant, minute } from '../time/instant.ts';
import { isToTell, lastRepairTimeTold, withChangedPromise, withOperatorAsked } from './promises.ts';

/** A customer is not woken for what has gone by itself so soon; sooner when somebody has taken it, or the promise is short. */
const tellAfterMs = 5 * minute;

/** An operator has a quarter of the time that was promised, and not more than this. */
const maxForOperatorMs = 15 * minute;

type Times = Partial<Pick<CustomerPromise, 'tellAt' | 'taskAt' | 'dueAt'>>;

/**
 * Begins the clocks that stand: when an incident is opened or open again, or when one that was held wakes. What is held
 * until the morning is held from its customer as well.
 */
export function withPromisesBegun(incident: Incident, now: Instant): Incident {
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
 * The timers of the promises: the customer is written to, an operator is asked before a promise breaks, and management hears
 * of one that is broken. An SMS for a promise goes out once, and never again when it was tried.
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

/** The promises whose times do not run yet. What is held until the morning is held from its customer as well. */
function promisesBegin(incident: Incident): readonly DueChange[] {
  const { slaTerms, status, target, promises, openedAt } = incident;
  if (slaTerms === undefined || status === 'held' || status === 'resolved') return [];
  if (target !== undefined && !promises.some(isStanding)) return [];
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

/** Before the incident is open for longer than the customer's SLA says, management is asked to join. */
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
