import type { Incident } from '../incident/incident.ts';
import { stillAsked } from '../incident/ladder.ts';
import { isOpen, type OperatorTask } from '../incident/task.ts';
import type { Instant } from '../time/instant.ts';
import { endTasks, openTasks, withChangedTask, withTask } from './tasks.ts';

/** Within so many seconds an operator says what came of it, unless the policy has its own time. */
const defaultConfirmSeconds = 300;

/**
 * The contact center is asked to speak with the primary who has just been asked, and to confirm that he or she is on it.
 * Asked again in a later round, the same person is still the same task: who has it there stays with it, and says anew.
 * That somebody's time has run out is a task of its own, which says so.
 */
export function askToConfirm(incident: Incident, responder: string, now: Instant): Incident {
  const { policy, ladder } = incident;
  const outcomeBy = now + (policy.confirmWithinSeconds ?? defaultConfirmSeconds) * 1000;
  const about = { kind: 'confirm', responder, ranOutOf: ladder.ranOutOf } as const;
  const same = openTasks(incident).find(
    (task) =>
      isAbout(task, responder) && (ladder.ranOutOf === undefined || task.openedAt >= ladder.startedAt),
  );
  if (same !== undefined) {
    return withChangedTask(incident, same.id, ({ reported: _, ...task }) => ({
      ...task,
      about,
      outcomeBy,
      late: 0,
    }));
  }
  const others = endTasks(incident, isToConfirm, { at: now, outcome: 'no longer needed' });
  return withTask(others, about, now, outcomeBy);
}

/** The incident that somebody has taken: who was to be reached has been, or needs to be no more. */
export function confirmationsAfterYes(incident: Incident, by: string, now: Instant): Incident {
  const isEnough = (task: OperatorTask) =>
    isToConfirm(task) &&
    (!isAbout(task, by) || task.reported !== undefined || incident.policy.confirmation === 'unlessAnswered');
  return endTasks(incident, isEnough, { at: now, outcome: 'no longer needed' });
}

/** Whether the time is up in which the contact center was to reach the primary who is asked in this step. */
export function isUnconfirmed(incident: Incident): boolean {
  const asked = stillAsked(incident.ladder).flatMap(({ responder, role }) =>
    role === 'primary' ? [responder] : [],
  );
  return incident.tasks.some(
    (task) => isOpen(task) && task.late > 0 && asked.some((each) => isAbout(task, each)),
  );
}

/** Whether a task is for an operator to speak with a primary. */
export function isToConfirm({ about }: OperatorTask): boolean {
  return about.kind === 'confirm';
}

function isAbout({ about }: OperatorTask, responder: string): boolean {
  return about.kind === 'confirm' && about.responder === responder;
}
