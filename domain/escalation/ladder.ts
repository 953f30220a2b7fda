import { askToConfirm, isUnconfirmed } from '../contact-center/confirm-primary.ts';
import { type Incident, withEntry, withLadder } from '../incident/incident.ts';
import {
  type Asked,
  type Ladder,
  type LadderStep,
  mainLadder,
  newRound,
  stepsOf,
  stillAsked,
} from '../incident/ladder.ts';
import type { Entry } from '../incident/timeline.ts';
import type { OnCall } from '../on-call/roster.ts';
import type { Role } from '../organization/organization.ts';
import { mayAskAt, withoutLadder } from '../paging/additional-responders.ts';
import type { DueChange } from '../paging/timer.ts';
import type { Instant } from '../time/instant.ts';
import { heldForTheNight } from './hold.ts';

/**
 * The next move of a ladder by itself: of the main one or of an additional responder's. A step begins with the people
 * whom the roster names at that moment. It ends when its time is up, or at once when everybody declined. After the last
 * step the rest of the round passes, and the next round begins.
 */
export function moveOf(incident: Incident, ladder: Ladder): DueChange {
  const about = ladder.id;
  const step = stepsOf(incident.policy, ladder)[ladder.step];
  if (step === undefined) {
    const at = ladderWaitsUntil(incident, ladder);
    return { at, kind: 'round begins', about, fire: (_, now) => nextRound(incident, ladder, at, now) };
  }
  if (ladder.asked === undefined) {
    return {
      ...{ at: mayAskAt(incident, ladder), kind: 'step begins', about },
      fire: (onCall, now) => askStep(incident, ladder, step, onCall, now),
    };
  }
  return {
    ...{ at: endOfStep(incident, ladder), kind: 'step ends', about },
    fire: (_, now) => endStep(incident, ladder, now),
  };
}

/** When the current step of a ladder is over. After the last step: when the round is over. */
export function ladderWaitsUntil({ policy }: Incident, ladder: Ladder): Instant {
  const steps = stepsOf(policy, ladder);
  const step = steps[ladder.step];
  if (step !== undefined) return ladder.stepStartedAt + step.answerWithinSeconds * 1000;
  return hasSilent(ladder)
    ? ladder.stepStartedAt + pauseSeconds(steps, policy.roundSeconds) * 1000
    : ladder.startedAt + policy.roundSeconds * 1000;
}

/** Whether somebody gave no answer in this round. They may answer when they are asked again soon. */
function hasSilent({ silent, declined }: Ladder): boolean {
  return silent.some((responder) => !declined.includes(responder));
}

/** Seconds between the end of the last step and the next round. A decline does not make this pause longer. */
function pauseSeconds(steps: readonly LadderStep[], roundSeconds: number): number {
  const inSteps = steps.reduce((sum, { answerWithinSeconds }) => sum + answerWithinSeconds, 0);
  return Math.max(0, roundSeconds - inSteps);
}

/**
 * When a step ends. It ends at once when nobody is left who may answer, or when the contact center could not confirm its
 * primary.
 */
function endOfStep(incident: Incident, ladder: Ladder): Instant {
  const isUnreached = ladder.id === mainLadder && hasPaged(ladder) && isUnconfirmed(incident);
  const endsAtOnce = stillAsked(ladder).length === 0 || isUnreached;
  return endsAtOnce ? ladder.stepStartedAt : ladderWaitsUntil(incident, ladder);
}

function hasPaged({ pages }: Ladder): boolean {
  return Object.keys(pages).length > 0;
}

/** Ends a step. A step that has paged nobody begins again, because its people have not had their time to answer. */
function endStep(incident: Incident, ladder: Ladder, now: Instant): Incident {
  const asked = stillAsked(ladder);
  if (asked.length === 0) return withLadder(incident, nextStep(ladder, now));
  if (!hasPaged(ladder)) return withLadder(incident, { ...ladder, stepStartedAt: now });
  const silent = [...ladder.silent, ...asked.map(({ responder }) => responder)];
  return withLadder(
    incident,
    nextStep({ ...ladder, silent }, Math.min(now, ladderWaitsUntil(incident, ladder))),
  );
}

/** Moves the ladder to its next step. After the last step the rest of the round passes. */
export function nextStep(ladder: Ladder, at: Instant): Ladder {
  return {
    ...ladder,
    ...{ step: ladder.step + 1, stepStartedAt: at, asked: undefined, pages: {} },
    ...{ putOff: undefined, sentBefore: undefined },
  };
}

/**
 * Begins a step: it asks the people who are on call for its roles now. It skips a role that nobody fills or whose responder
 * declined; the timeline says so.
 */
function askStep(
  incident: Incident,
  ladder: Ladder,
  step: LadderStep,
  onCall: OnCall,
  now: Instant,
): Incident {
  const { whom } = ladder;
  if (whom.kind === 'responder') {
    return begun(incident, ladder, [{ responder: whom.responder, role: 'colleague' }], now);
  }
  const people = withFirst(onCall, ladder.asksFirst);
  const asked: Asked[] = [];
  const skipped: Entry[] = [];
  for (const role of step.roles) {
    const responder = people[role];
    if (responder === undefined) {
      skipped.push({ at: now, kind: 'step skipped', role, reason: `nobody is ${role}` });
    } else if (ladder.declined.includes(responder)) {
      skipped.push({ at: now, kind: 'step skipped', role, reason: `${responder} has said no` });
    } else if (!asked.some((other) => other.responder === responder)) {
      asked.push({ responder, role });
    }
  }
  return begun(withEntry(incident, ...skipped), ladder, asked, now);
}

/**
 * Begins to ask people. An additional responder who has already said yes is not asked. For a primary, the contact center is
 * asked to confirm.
 */
function begun(incident: Incident, ladder: Ladder, asked: readonly Asked[], now: Instant): Incident {
  const isMain = ladder.id === mainLadder;
  if (!isMain && asked.some(({ responder }) => incident.saidYes.includes(responder))) {
    return withoutLadder(incident, ladder.id);
  }
  // A ladder that had to wait begins its step now.
  const later = Math.max(0, mayAskAt(incident, ladder) - ladder.stepStartedAt);
  const { startedAt, stepStartedAt } = ladder;
  const asking = withLadder(incident, {
    ...{ ...ladder, asked, startedAt: startedAt + later, stepStartedAt: stepStartedAt + later },
  });
  const primary = isMain ? asked.find(({ role }) => role === 'primary') : undefined;
  return primary === undefined ? asking : askToConfirm(asking, primary.responder, now);
}

/**
 * The roles, with `first` in the place of the primary. The primary moves to the role of `first`, or becomes the secondary if
 * `first` is not on call.
 */
function withFirst(onCall: OnCall, first: string | undefined): OnCall {
  if (first === undefined || onCall.primary === first) return onCall;
  const place = (Object.keys(onCall) as Role[]).find((role) => onCall[role] === first);
  if (place === undefined && onCall.primary === undefined) return { ...onCall, primary: first };
  return { ...onCall, [place ?? 'secondary']: onCall.primary, primary: first };
}

/**
 * Begins the next round at the moment when the last one was over. A driver that comes much too late skips the missed
 * rounds.
 */
function nextRound(incident: Incident, ladder: Ladder, over: Instant, now: Instant): Incident {
  const startedAt = now - over > maxLatenessMs ? now : over;
  return ladder.id === mainLadder
    ? (heldForTheNight(incident, now) ?? roundFrom(incident, startedAt))
    : withLadder(incident, newRound(ladder, ladder.round + 1, startedAt));
}

/** A driver that is later than this begins the next round now. */
const maxLatenessMs = 60_000;

/** Begins a new round of the main ladder, which asks everybody again. */
export function roundFrom(incident: Incident, startedAt: Instant): Incident {
  const ladder = newRound(incident.ladder, incident.ladder.round + 1, startedAt);
  return {
    ...withEntry(incident, { at: startedAt, kind: 'round began', number: ladder.round }),
    status: 'escalating',
    held: undefined,
    acknowledgement: undefined,
    ladder,
    // These ladders are made again for everybody whom a major incident still needs.
    additional: incident.additional.filter(({ why }) => why !== 'major'),
  };
}
