import { type Asked, type Incident, newRound, type Round, stillAsked, withEntry } from './incident.ts';
import type { Instant } from './instant.ts';
import { invariant } from './invariant.ts';
import type { Role } from './organization.ts';
import type { OnCall } from './roster.ts';
import type { Entry } from './timeline.ts';

/**
 * Brings an incident to `now`: what was held or acknowledged until now escalates, a step whose time is up gives way to
 * the next, a round that is over to the next round. Who is asked is read from the roster when a step begins.
 */
export function advance(incident: Incident, onCall: OnCall, now: Instant): Incident {
  const { status, held, acknowledgement } = incident;
  if (status === 'resolved') return incident;
  if (status === 'held' && held !== undefined && now < held.until) return incident;
  if (status === 'acknowledged' && acknowledgement !== undefined) {
    if (now < acknowledgement.until) return incident;
    return climb(wakeAgain(incident, acknowledgement.by, now), onCall, now);
  }
  return climb(status === 'held' ? roundFrom(incident, now) : incident, onCall, now);
}

/** When the step, or the wait of a round in which everybody said no, is over. */
export function waitedOut({ policy, round }: Incident): Instant {
  const step = policy.steps[round.step];
  return step === undefined
    ? round.startedAt + policy.roundSeconds * 1000
    : round.stepStartedAt + step.answerWithinSeconds * 1000;
}

function wakeAgain(incident: Incident, by: string, now: Instant): Incident {
  return roundFrom(withEntry(incident, { at: now, kind: 'acknowledgement ran out', by }), now);
}

function roundFrom(incident: Incident, startedAt: Instant): Incident {
  const round = newRound(incident.round.number + 1, startedAt);
  return {
    ...withEntry(incident, { at: startedAt, kind: 'round began', number: round.number }),
    status: 'escalating',
    held: undefined,
    acknowledgement: undefined,
    round,
  };
}

/** Moves on until nothing more is over: at most once through all steps, and into the next round. */
function climb(incident: Incident, onCall: OnCall, now: Instant): Incident {
  const limit = 2 * (incident.policy.steps.length + 2);
  let current = incident;
  for (let moves = 0; moves < limit; moves++) {
    const next = move(current, onCall, now);
    if (next === current) return current;
    current = next;
  }
  return current;
}

function move(incident: Incident, onCall: OnCall, now: Instant): Incident {
  const { round, policy } = incident;
  const step = policy.steps[round.step];
  if (step === undefined) return now < waitedOut(incident) ? incident : roundFrom(incident, now);
  if (round.asked === undefined) return askStep(incident, step.roles, onCall, now);
  if (stillAsked(round).length === 0) return nextStep(incident, now, now);
  if (now < waitedOut(incident)) return incident;
  if (Object.keys(round.pages).length === 0) return { ...incident, round: { ...round, stepStartedAt: now } };
  return nextStep({ ...incident, round: { ...round, someoneWasSilent: true } }, waitedOut(incident), now);
}

/** Whoever holds the step's roles now is asked; a role that nobody fills is skipped, and said so. */
function askStep(incident: Incident, roles: readonly Role[], onCall: OnCall, now: Instant): Incident {
  const { round } = incident;
  const people = withFirst(onCall, round.asksFirst);
  const asked: Asked[] = [];
  const skipped: Entry[] = [];
  for (const role of roles) {
    const responder = people[role];
    if (responder === undefined) {
      skipped.push({ at: now, kind: 'step skipped', role, reason: `nobody is ${role}` });
    } else if (round.declined.includes(responder)) {
      skipped.push({ at: now, kind: 'step skipped', role, reason: `${responder} has said no` });
    } else if (!asked.some((other) => other.responder === responder)) {
      asked.push({ responder, role });
    }
  }
  return { ...withEntry(incident, ...skipped), round: { ...round, asked } };
}

/** The one who is asked first stands in for the primary, who takes the place that this one had. */
function withFirst(onCall: OnCall, first: string | undefined): OnCall {
  if (first === undefined || onCall.primary === first) return onCall;
  const place = (Object.keys(onCall) as Role[]).find((role) => onCall[role] === first) ?? 'secondary';
  return { ...onCall, [place]: onCall.primary, primary: first };
}

/** The next step begins when the last one was over; after the last step, the next round, or the wait for it. */
function nextStep(incident: Incident, at: Instant, now: Instant): Incident {
  const { round, policy } = incident;
  invariant(policy.steps.length > 0, 'an escalation policy has at least one step');
  const isLast = round.step + 1 >= policy.steps.length;
  if (isLast && round.someoneWasSilent) return roundFrom(incident, now - at > lateness ? now : at);
  const next: Round = { ...round, step: round.step + 1, stepStartedAt: at, asked: undefined, pages: {} };
  return { ...incident, round: next };
}

/** A driver that comes this much too late does not make up for lost rounds: the next one begins now. */
const lateness = 60_000;
