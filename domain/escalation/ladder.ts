import { askToConfirm, isUnconfirmed } from '../contact-center/confirm-primary.ts';
import type { Asked } from '../incident/asked.ts';
import { type Incident, newRound, type Round, stillAsked, withEntry } from '../incident/incident.ts';
import type { Entry } from '../incident/timeline.ts';
import type { OnCall } from '../on-call/roster.ts';
import type { EscalationPolicy, Role } from '../organization/organization.ts';
import type { Instant } from '../time/instant.ts';

/** When the step is over; past the last one, the round. */
export function waitedOut({ policy, round }: Incident): Instant {
  const step = policy.steps[round.step];
  if (step !== undefined) return round.stepStartedAt + step.answerWithinSeconds * 1000;
  return hasSilent(round)
    ? round.stepStartedAt + pauseSeconds(policy) * 1000
    : round.startedAt + policy.roundSeconds * 1000;
}

/** Whether somebody was asked in this round and has not even said no: then asking again soon may help. */
function hasSilent({ silent, declined }: Round): boolean {
  return silent.some((responder) => !declined.includes(responder));
}

/** What a policy leaves between the end of its ladder and the next round; what a no has saved is not waited for. */
function pauseSeconds({ steps, roundSeconds }: EscalationPolicy): number {
  const ladder = steps.reduce((sum, { answerWithinSeconds }) => sum + answerWithinSeconds, 0);
  return Math.max(0, roundSeconds - ladder);
}

/** The incident with a new round, in which everybody is asked again. */
export function roundFrom(incident: Incident, startedAt: Instant): Incident {
  const round = newRound(incident.round.number + 1, startedAt);
  return {
    ...withEntry(incident, { at: startedAt, kind: 'round began', number: round.number }),
    status: 'escalating',
    held: undefined,
    acknowledgement: undefined,
    round,
    // A ladder that begins again asks everybody who works on a serious incident.
    summons: incident.summons.filter(({ why }) => why !== 'serious'),
  };
}

/** Moves on until nothing more is over: at most through what is left of this round, the whole of the next, into one more. */
export function climb(incident: Incident, onCall: OnCall, now: Instant): Incident {
  const movesOfRound = 2 * incident.policy.steps.length + 1;
  const limit = 3 * movesOfRound;
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
  if (step === undefined) return now < waitedOut(incident) ? incident : nextRound(incident, now);
  if (round.asked === undefined) return askStep(incident, step.roles, onCall, now);
  if (stillAsked(round).length === 0) return nextStep(incident, now);
  const hasPaged = Object.keys(round.pages).length > 0;
  if (now < waitedOut(incident) && !(hasPaged && isUnconfirmed(incident))) return incident;
  if (!hasPaged) return { ...incident, round: { ...round, stepStartedAt: now } };
  const silent = [...round.silent, ...stillAsked(round).map(({ responder }) => responder)];
  return nextStep({ ...incident, round: { ...round, silent } }, Math.min(now, waitedOut(incident)));
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
  const begun = { ...withEntry(incident, ...skipped), round: { ...round, asked } };
  const primary = asked.find(({ role }) => role === 'primary');
  return primary === undefined ? begun : askToConfirm(begun, primary.responder, now);
}

/** The one who is asked first stands in for the primary, who takes the place that this one had, or the secondary's. */
function withFirst(onCall: OnCall, first: string | undefined): OnCall {
  if (first === undefined || onCall.primary === first) return onCall;
  const place = (Object.keys(onCall) as Role[]).find((role) => onCall[role] === first);
  if (place === undefined && onCall.primary === undefined) return { ...onCall, primary: first };
  return { ...onCall, [place ?? 'secondary']: onCall.primary, primary: first };
}

/** The next step begins when the last one was over; past the last step, what is left of the round is waited out. */
export function nextStep(incident: Incident, at: Instant): Incident {
  const { round } = incident;
  const next: Round = {
    ...round,
    step: round.step + 1,
    stepStartedAt: at,
    asked: undefined,
    pages: {},
    putOff: undefined,
  };
  return { ...incident, round: next };
}

/** The next round begins when the last one was over. */
function nextRound(incident: Incident, now: Instant): Incident {
  const at = waitedOut(incident);
  return roundFrom(incident, now - at > lateness ? now : at);
}

/** A driver that comes this much too late does not make up for lost rounds: the next one begins now. */
const lateness = 60_000;
