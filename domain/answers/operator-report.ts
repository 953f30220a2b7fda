import { operatorAnswersConsent } from '../consent/answers.ts';
import { isToConfirm } from '../contact-center/confirm-primary.ts';
import { taskAccepted } from '../contact-center/task-outcomes.ts';
import { endTasks, openTasks } from '../contact-center/tasks.ts';
import { operatorToldCustomer } from '../customers/told.ts';
import { takeBackEnd } from '../escalation/reopen.ts';
import { isReportForOperator } from '../escalation/report.ts';
import { resolve } from '../escalation/resolve.ts';
import type { Incident } from '../incident/incident.ts';
import { remembering } from '../incident/seen-messages.ts';
import { isOpen, type OperatorTask } from '../incident/task.ts';
import { askAdditional } from '../paging/additional-responders.ts';
import { declareMajor } from '../paging/major-incident.ts';
import type { Instant } from '../time/instant.ts';
import type { Answered } from './answer.ts';
import { type Assignment, assign } from './assign.ts';
import { confirmed, notReached, withReport } from './operator-confirms.ts';

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
  /**
   * Of a task to confirm: the operator spoke with the responder, who works on the incident; or did not reach them, and wants
   * the next one paged. @default - the primary of the task
   */
  | { readonly kind: 'confirmed' | 'next'; readonly responder?: string | undefined }
  /** Of a task to confirm: the operator wants management paged. */
  | { readonly kind: 'management' }
  /** The incident is a major incident. */
  | { readonly kind: 'serious' }
  /** Of any other task: it is done. `who`: the customer contact to whom the operator spoke. */
  | { readonly kind: 'done'; readonly who?: string | undefined }
  | { readonly kind: 'not reached' }
  /** Of any task, after the end: the incident is not over, as the customer says. */
  | { readonly kind: 'not over' }
  /** Of a task to look: of which service the incident is. */
  | ({ readonly kind: 'assigned' } & Pick<Assignment, 'route' | 'slaTerms'>)
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
    case 'next': {
      if (task.about.kind !== 'confirm') return undefined;
      const { responder = task.about.responder } = report;
      const said = { by, note, responder };
      return report.kind === 'confirmed'
        ? confirmed(accepted, task, said, now)
        : notReached(accepted, task, said, now);
    }
    case 'management': {
      if (task.about.kind !== 'confirm') return undefined;
      const recorded = withReport(accepted, task, { outcome: 'management asked', by, note }, now);
      return askAdditional(recorded, { kind: 'role', role: 'management' }, { why: 'unconfirmed', by, now });
    }
    case 'granted':
    case 'refused':
      return operatorAnswersConsent(accepted, task, { kind: report.kind, who: report.who, by, note }, now);
    case 'assigned':
      return task.about.kind === 'look' ? assign(accepted, report, now) : undefined;
    case 'done': {
      if (isToConfirm(task) || task.about.kind === 'ask consent') return undefined;
      const told = operatorToldCustomer(accepted, task, report, now);
      const ended = endTasks(told, ({ id }) => id === task.id, { at: now, outcome: 'done', by, note });
      if (!isReportForOperator(ended) || openTasks(ended).length > 0) return ended;
      // The operator has called the customer before anybody was paged. What they noted down is for an engineer to read: a
      // page too many is better than none.
      return note === undefined ? resolve(ended, by, now) : withHoldOver(ended, now);
    }
    case 'not over':
      return incident.status === 'resolved'
        ? takeBackEnd(accepted, { by, path: 'board', note }, now)
        : undefined;
    case 'not reached':
      return isToConfirm(task)
        ? undefined
        : withReport(accepted, task, { outcome: 'not reached', by, note }, now);
  }
}

/** The hold ends now, and the ladder begins. */
function withHoldOver({ held, ...incident }: Incident, now: Instant): Incident {
  return held === undefined ? incident : { ...incident, held: { ...held, until: now } };
}
