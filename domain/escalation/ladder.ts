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
import { withoutLadder } from '../paging/additional-responders.ts';
import type { DueChange } from '../paging/timer.ts';
import type { Instant } from '../time/instant.ts';

/**
 * What a ladder does next by itself, the main one as that of an additional responder. A step begins with the people whom the
 * roster names then. It ends when its time is up, or at once when everybody declined. After the last step the rest of the
 * round passes, and the next round begins.
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
      ...{ at: ladder.stepStartedAt, kind: 'step begins', about },
      fire: (onCall, now) => askStep(incident, ladder, step, onCall, now),
    };
  }
  return {
    ...{ at: endOfStep(incident, ladder), kind: 'step ends', about },
    fire: (_, now) => endStep(incident, ladder, now),
  };
}

/** When the step of a ladder is over; past the last one, the round. */
export function ladderWaitsUntil({ policy }: Incident, ladder: Ladder): Instant {
  const steps = stepsOf(policy, ladder);
  const step = steps[ladder.step];
  if (step !== undefined) return ladder.stepStartedAt + step.answerWithinSeconds * 1000;
  return hasSilent(ladder)
    ? ladder.stepStartedAt + pauseSeconds(steps, policy.roundSeconds) * 1000
    : ladder.startedAt + policy.roundSeconds * 1000;
}

/** Whether somebody was asked in this round and gave no answer at all: then asking again soon may help. */
function hasSilent({ silent, declined }: Ladder): boolean {
  return silent.some((responder) => !declined.includes(responder));
}

/** The pause of a policy between the end of its steps and the next round. A decline does not make it longer. */
function pauseSeconds(steps: readonly LadderStep[], roundSeconds: number): number {
  const inSteps = steps.reduce((sum, { answerWithinSeconds }) => sum + answerWithinSeconds, 0);
  return Math.max(0, roundSeconds - inSteps);
}

/** A step in which nobody is left to answer ends at once, as does one whose primary the contact center could not confirm. */
function endOfStep(incident: Incident, ladder: Ladder): Instant {
  const isUnreached = ladder.id === mainLadder && hasPaged(ladder) && isUnconfirmed(incident);
  const isInVain = stillAsked(ladder).length === 0 || isUnreached;
  return isInVain ? ladder.stepStartedAt : ladderWaitsUntil(incident, ladder);
}

function hasPaged({ pages }: Ladder): boolean {
  return Object.keys(pages).length > 0;
}

/** A step in which nobody was paged yet begins anew: its people have not had their time. */
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

/** The ladder in its next step; past the last one, the rest of the round passes. */
export function nextStep(ladder: Ladder, at: Instant): Ladder {
  return {
    ...ladder,
    ...{ step: ladder.step + 1, stepStartedAt: at, asked: undefined, pages: {}, putOff: undefined },
  };
}

/** The step asks the people who hold its roles now. It skips a role that nobody fills, and says so on the timeline. */
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

/** An additional responder who has already said yes is not asked; the contact center is asked to confirm a primary. */
function begun(incident: Incident, ladder: Ladder, asked: readonly Asked[], now: Instant): Incident {
  const isMain = ladder.id === mainLadder;
  if (!isMain && asked.some(({ responder }) => incident.saidYes.includes(responder))) {
    return withoutLadder(incident, ladder.id);
  }
  const asking = withLadder(incident, { ...ladder, asked });
  const primary = isMain ? asked.find(({ role }) => role === 'primary') : undefined;
  return primary === undefined ? asking : askToConfirm(asking, primary.responder, now);
}

/** The responder who is asked first stands in for the primary, who moves to that responder's place, or the secondary's. */
function withFirst(onCall: OnCall, first: string | undefined): OnCall {
  if (first === undefined || onCall.primary === first) return onCall;
  const place = (Object.keys(onCall) as Role[]).find((role) => onCall[role] === first);
  if (place === undefined && onCall.primary === undefined) return { ...onCall, primary: first };
  return { ...onCall, [place ?? 'secondary']: onCall.primary, primary: first };
}

/** The next round begins when the last one was over. A driver that comes much too late does not make up for lost rounds. */
function nextRound(incident: Incident, ladder: Ladder, over: Instant, now: Instant): Incident {
  const startedAt = now - over > maxLatenessMs ? now : over;
  return ladder.id === mainLadder
    ? roundFrom(incident, startedAt)
    : withLadder(incident, newRound(ladder, ladder.round + 1, startedAt));
}

const maxLatenessMs = 60_000;

/** The incident with a new round of the main ladder, in which everybody is asked again. */
export function roundFrom(incident: Incident, startedAt: Instant): Incident {
  const ladder = newRound(incident.ladder, incident.ladder.round + 1, startedAt);
  return {
    ...withEntry(incident, { at: startedAt, kind: 'round began', number: ladder.round }),
    status: 'escalating',
    held: undefined,
    acknowledgement: undefined,
    ladder,
    // A ladder that begins again asks everybody who works on a major incident.
    additional: incident.additional.filter(({ why }) => why !== 'major'),
  };
}
