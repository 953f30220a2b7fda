import { operatorAnswersConsent } from '../consent/answers.ts';
import { isToConfirm } from '../contact-center/confirm-primary.ts';
import { taskAccepted } from '../contact-center/task-outcomes.ts';
import { endTasks, openTasks, withChangedTask } from '../contact-center/tasks.ts';
import { operatorToldCustomer } from '../customers/told.ts';
import { nextStep } from '../escalation/ladder.ts';
import { isReportForOperator } from '../escalation/report.ts';
import { resolve } from '../escalation/resolve.ts';
import { type Incident, withEntry, withLadder } from '../incident/incident.ts';
import { stillAsked } from '../incident/ladder.ts';
import { remembering } from '../incident/seen-messages.ts';
import { isOpen, type OperatorTask } from '../incident/task.ts';
import { askAdditional } from '../paging/additional-responders.ts';
import { declareMajor } from '../paging/major-incident.ts';
import type { Instant } from '../time/instant.ts';
import { acknowledge, acknowledgedBy } from './acknowledge.ts';
import type { Answered } from './answer.ts';
import { withdrawAcknowledgement } from './decline-undo.ts';

/** What an operator reports about a task. */
export type OperatorReport = ReportKind & {
  readonly task: string;
  /** The operator's name. */
  readonly by: string;
  readonly note?: string | undefined;
  /** The id of the message. A message that is delivered twice counts once. */
  readonly id: string;
  /** When the operator's screen was shown. The operator has not read what came later. */
  readonly shownAt: Instant;
};

type ReportKind =
  /** The operator accepts the task. */
  | { readonly kind: 'accepted' }
  /** Of a task to confirm: the operator spoke with the primary, who works on the incident. */
  | { readonly kind: 'confirmed' }
  /** Of a task to confirm: the operator did not reach the primary, and wants the secondary or management paged. */
  | { readonly kind: 'secondary' | 'management' }
  /** The incident is a major incident. */
  | { readonly kind: 'serious' }
  /** Of any other task: it is done. `who`: the customer contact to whom the operator spoke. */
  | { readonly kind: 'done'; readonly who?: string | undefined }
  | { readonly kind: 'not reached' }
  /** Of a task about consent: the answer of the customer contact. */
  | { readonly kind: 'granted' | 'refused'; readonly who: string };

/** The outcome of an operator's report. `ended`: the task had ended before; the task shows by whom. */
export type OperatorOutcome =
  | Answered
  | { readonly kind: 'ended'; readonly task: OperatorTask }
  | { readonly kind: 'no such task' };

/** Applies an operator's report. Of two reports that would end a task, the first counts. */
export function applyOperatorReport(
  incident: Incident,
  report: OperatorReport,
  now: Instant,
): OperatorOutcome {
  if (incident.answers.includes(report.id)) return { kind: 'repeated' };
  const task = incident.tasks.find(({ id }) => id === report.task);
  if (task === undefined) return { kind: 'no such task' };
  if (!isOpen(task)) return { kind: 'ended', task };
  const changed = change(incident, task, report, now);
  return changed === undefined
    ? { kind: 'no such task' }
    : { kind: 'changed', incident: remembering(changed, report.id) };
}

/**
 * Records that somebody at the contact center's phone pressed the key. They accept the open tasks. That does not acknowledge
 * the incident.
 */
export function acceptByPhone(
  incident: Incident,
  id: string,
  now: Instant,
): Answered | { readonly kind: 'over' } {
  if (incident.answers.includes(id)) return { kind: 'repeated' };
  if (incident.status === 'resolved' && openTasks(incident).length === 0) return { kind: 'over' };
  return { kind: 'changed', incident: remembering(taskAccepted(incident, isOpen, now), id) };
}

function change(
  incident: Incident,
  task: OperatorTask,
  report: OperatorReport,
  now: Instant,
): Incident | undefined {
  const { by, note } = report;
  const accepted = taskAccepted(incident, ({ id }) => id === task.id, now, by);
  switch (report.kind) {
    case 'accepted':
      return accepted;
    case 'serious':
      return declareMajor(accepted, by, now);
    case 'confirmed':
      return task.about.kind === 'confirm'
        ? confirmed(accepted, task, task.about.responder, report, now)
        : undefined;
    case 'secondary':
    case 'management':
      return task.about.kind === 'confirm'
        ? notReached(accepted, task, task.about.responder, report, now)
        : undefined;
    case 'granted':
    case 'refused':
      return operatorAnswersConsent(accepted, task, { kind: report.kind, who: report.who, by, note }, now);
    case 'done': {
      if (isToConfirm(task) || task.about.kind === 'ask consent') return undefined;
      const told = operatorToldCustomer(accepted, task, report, now);
      const ended = endTasks(told, ({ id }) => id === task.id, { at: now, outcome: 'done', by, note });
      // The operator has called the customer before anybody was paged: nothing is left to do.
      return isReportForOperator(ended) && openTasks(ended).length === 0
        ? resolve(ended, by, now, note)
        : ended;
    }
    case 'not reached':
      return isToConfirm(task)
        ? undefined
        : withReport(accepted, task, { outcome: 'not reached', by, note }, now);
  }
}

/** The operator confirms the primary. That acknowledges the incident for the primary, unless somebody has acknowledged. */
function confirmed(
  incident: Incident,
  task: OperatorTask,
  responder: string,
  { by, note }: OperatorReport,
  now: Instant,
) {
  const ended = endTasks(incident, ({ id }) => id === task.id, { at: now, outcome: 'confirmed', by, note });
  return acknowledgedBy(incident) === undefined
    ? acknowledge(ended, { by: responder, path: 'contact center' }, now)
    : ended;
}

/** The operator did not reach the primary. Somebody else is asked at once. The task stays open until somebody is reached. */
function notReached(
  incident: Incident,
  task: OperatorTask,
  responder: string,
  { kind, by, note }: OperatorReport,
  now: Instant,
): Incident {
  const outcome = kind === 'secondary' ? 'secondary asked' : 'management asked';
  const recorded = withReport(incident, task, { outcome, by, note }, now);
  const hadAcknowledged = acknowledgedBy(recorded) === responder;
  const freed = hadAcknowledged ? withdrawAcknowledgement(recorded, responder, by, now) : recorded;
  const isManagement = kind === 'management';
  const asked = isManagement
    ? askAdditional(freed, { kind: 'role', role: 'management' }, { why: 'unconfirmed', by, now })
    : freed;
  return hadAcknowledged || !isManagement ? withoutPrimary(asked, responder, by, now) : asked;
}

/**
 * The ladder goes on without the primary, at the secondary's step. If its step asks others as well, it stays there, and the
 * secondary becomes an additional responder.
 */
function withoutPrimary(incident: Incident, responder: string, by: string, now: Instant): Incident {
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

function withReport(
  incident: Incident,
  { id }: OperatorTask,
  {
    outcome,
    by,
    note,
  }: {
    readonly outcome: NonNullable<OperatorTask['reported']>;
    readonly by: string;
    readonly note?: string | undefined;
  },
  now: Instant,
): Incident {
  const entered = withEntry(incident, { at: now, kind: 'contact center said', task: id, outcome, by, note });
  return withChangedTask(entered, id, ({ outcomeBy: _, ...task }) => ({ ...task, reported: outcome }));
}
