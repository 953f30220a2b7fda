import type { CustomerPromise } from './customer-promise.ts';
import type { DueAct } from './decision.ts';
import { type Incident, type PendingNotice, withEntry } from './incident.ts';
import type { Instant } from './instant.ts';
import { isToTell, withChangedPromise, withOperatorAsked } from './promise-list.ts';
import { withClocksBegun } from './promise-times.ts';
import type { OnCall } from './roster.ts';
import { summon } from './summons.ts';

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
  const { code, route, notices, acknowledgement, onIt } = incident;
  const notice = { kind: 'promiseBroken', code, customer: route.customer?.name ?? route.service } as const;
  const people = new Set([onCall.management, acknowledgement?.by, ...onIt].filter((to) => to !== undefined));
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
    const isOnIt = onCall.management !== undefined && incident.onIt.includes(onCall.management);
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
