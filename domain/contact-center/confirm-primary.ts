import type { Incident } from '../incident/incident.ts';
import { stillAsked } from '../incident/ladder.ts';
import { isOpen, type OperatorTask } from '../incident/task.ts';
import { isAskedBy } from '../paging/additional-responders.ts';
import type { Instant } from '../time/instant.ts';
import { endTasks, openTasks, withChangedTask, withTask } from './tasks.ts';

/** Seconds in which an operator reports the outcome of a confirmation, unless the policy has its own time. */
const defaultConfirmSeconds = 300;

/**
 * Asks the contact center to speak with the primary whom the ladder has just asked, and to confirm that they work on the
 * incident. When a later round asks the same primary, the task stays the same: the operator who accepted it keeps it, and
 * reports again. An acknowledgement that ran out makes a new task, which says so.
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
    return withChangedTask(incident, same.id, ({ reported: _, reportedOf: __, ...task }) => ({
      ...task,
      about,
      outcomeBy,
      late: 0,
    }));
  }
  const others = endTasks(incident, isToConfirm, { at: now, outcome: 'no longer needed' });
  return withTask(others, about, now, outcomeBy);
}

/**
 * Ends the confirmations that a yes of `by` makes unnecessary. That somebody else works on the incident ends nothing while
 * the primary is still asked, or has acknowledged.
 */
export function confirmationsAfterYes(incident: Incident, by: string, now: Instant): Incident {
  const isEnough = (task: OperatorTask) => {
    if (task.about.kind !== 'confirm') return false;
    if (!isAbout(task, by)) return !isStillWanted(incident, task.about.responder);
    return task.reported !== undefined || incident.policy.confirmation === 'unlessAnswered';
  };
  return endTasks(incident, isEnough, { at: now, outcome: 'no longer needed' });
}

/** Ends the confirmations of a primary who said no. An operator who could not reach them stays until somebody is reached. */
export function confirmationsAfterNo(incident: Incident, by: string, now: Instant): Incident {
  const isEnough = (task: OperatorTask) => isAbout(task, by) && task.reported === undefined;
  return endTasks(incident, isEnough, { at: now, outcome: 'no longer needed' });
}

/** Whether the incident still wants this primary: they have acknowledged, or they are asked until they answer. */
function isStillWanted(
  { status, acknowledgement, additional, major, ladder }: Incident,
  responder: string,
): boolean {
  if (status === 'acknowledged' && acknowledgement?.by === responder) return true;
  if (additional.some((each) => isAskedBy(each, responder))) return true;
  return major !== undefined && !ladder.declined.includes(responder);
}

/** Whether the contact center did not reach in time the primary whom this step asks. */
export function isUnconfirmed(incident: Incident): boolean {
  const asked = stillAsked(incident.ladder).flatMap(({ responder, role }) =>
    role === 'primary' ? [responder] : [],
  );
  return incident.tasks.some(
    (task) => isOpen(task) && task.late > 0 && asked.some((each) => isAbout(task, each)),
  );
}

/** Whether a task is to confirm: an operator speaks with a primary. */
export function isToConfirm({ about }: OperatorTask): boolean {
  return about.kind === 'confirm';
}

function isAbout({ about }: OperatorTask, responder: string): boolean {
  return about.kind === 'confirm' && about.responder === responder;
}
