import { endTasks, withChangedTask } from '../contact-center/tasks.ts';
import { nextStep } from '../escalation/ladder.ts';
import { type Incident, withEntry, withLadder } from '../incident/incident.ts';
import { stillAsked } from '../incident/ladder.ts';
import type { OperatorTask } from '../incident/task.ts';
import { askAdditional, ladderFor } from '../paging/additional-responders.ts';
import type { Instant } from '../time/instant.ts';
import { acknowledge, acknowledgedBy } from './acknowledge.ts';
import { withdrawAcknowledgement } from './decline-undo.ts';

/** What an operator said of a responder. */
export interface Said {
  readonly by: string;
  readonly note?: string | undefined;
  readonly responder: string;
}

/**
 * The operator confirms a responder: the one whom the button named. That acknowledges the incident for them, unless another
 * has acknowledged; then they help. The task goes on if its own primary is still to be confirmed.
 */
export function confirmed(incident: Incident, task: OperatorTask, said: Said, now: Instant): Incident {
  const { responder } = said;
  const own = task.about.kind === 'confirm' ? task.about.responder : undefined;
  const goesOn = own !== responder && (incident.major !== undefined || acknowledgedBy(incident) === own);
  const recorded = goesOn
    ? withReport(incident, task, { outcome: 'confirmed', ...said }, now)
    : endTasks(incident, ({ id }) => id === task.id, { at: now, outcome: 'confirmed', ...said });
  const holder = acknowledgedBy(recorded);
  const isAsked = ladderFor(recorded, responder) !== undefined;
  return holder === undefined || (holder !== responder && isAsked)
    ? acknowledge(recorded, { by: responder, path: 'contact center' }, now)
    : recorded;
}

/**
 * The operator did not reach a responder: the one whom the button named. The next one is asked at once. The task stays open
 * until somebody is reached.
 */
export function notReached(incident: Incident, task: OperatorTask, said: Said, now: Instant): Incident {
  const { by, responder } = said;
  const recorded = withReport(incident, task, { outcome: 'next asked', ...said }, now);
  const freed =
    acknowledgedBy(recorded) === responder ? withdrawAcknowledgement(recorded, responder, by, now) : recorded;
  return withoutPerson(freed, responder, by, now);
}

/**
 * The ladder goes on without a responder: after the primary with the secondary's step. If its step asks others as well, it
 * stays there, and the secondary becomes an additional responder.
 */
function withoutPerson(incident: Incident, responder: string, by: string, now: Instant): Incident {
  const { status, policy, ladder } = incident;
  const others = ladder.asked?.filter((other) => other.responder !== responder);
  const isBeingAsked = others === undefined || stillAsked(ladder).some((one) => one.responder === responder);
  if (status !== 'escalating' || !isBeingAsked) return incident;

  const silent = [...new Set([...ladder.silent, responder])];
  if (others !== undefined && stillAsked({ ...ladder, asked: others }).length > 0) {
    const alone = withLadder(incident, { ...ladder, silent, asked: others });
    return askAdditional(alone, { kind: 'role', role: 'secondary' }, { why: 'unconfirmed', by, now });
  }
  const step = policy.steps.findIndex(
    ({ roles }, index) => index > ladder.step && roles.includes('secondary'),
  );
  const before = { ...ladder, silent, step: (step === -1 ? ladder.step + 1 : step) - 1 };
  return withLadder(incident, nextStep(before, now));
}

/** A report that somebody was not reached starts no clock: the operator goes on until somebody is. */
export function withReport(
  incident: Incident,
  { id }: OperatorTask,
  said: Omit<Said, 'responder'> & {
    readonly outcome: NonNullable<OperatorTask['reported']>;
    readonly responder?: string | undefined;
  },
  now: Instant,
): Incident {
  const { outcome, responder } = said;
  const entered = withEntry(incident, { at: now, kind: 'contact center said', task: id, ...said });
  return withChangedTask(entered, id, ({ outcomeBy, ...task }) => ({
    ...task,
    ...{ reported: outcome, reportedOf: responder },
    ...(outcome === 'management asked' && outcomeBy !== undefined ? { outcomeBy } : {}),
  }));
}
