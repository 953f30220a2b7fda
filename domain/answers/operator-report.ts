import { operatorAnswersConsent } from '../consent/answers.ts';
import { isToConfirm } from '../contact-center/confirm-primary.ts';
import { taskAccepted } from '../contact-center/task-outcomes.ts';
import { endTasks, openTasks, withChangedTask } from '../contact-center/tasks.ts';
import { operatorToldCustomer } from '../customers/told.ts';
import { nextStep } from '../escalation/ladder.ts';
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

/** An operator's word about a task. */
export type OperatorReport = ReportKind & {
  readonly task: string;
  /** The operator's name. */
  readonly by: string;
  readonly note?: string | undefined;
  /** Names the message: the same one, delivered twice, counts once. */
  readonly id: string;
  /** When the screen was rendered on which it was pressed: what has come since, the operator had not read. */
  readonly shownAt: Instant;
};

type ReportKind =
  /** Has it, and is on it. */
  | { readonly kind: 'accepted' }
  /** Of a task to confirm: has spoken with the primary, who is on it. */
  | { readonly kind: 'confirmed' }
  /** Has not reached the primary: page the secondary; page management. */
  | { readonly kind: 'secondary' | 'management' }
  | { readonly kind: 'serious' }
  /** Of any other task: it is done; with whom the operator has spoken. */
  | { readonly kind: 'done'; readonly who?: string | undefined }
  | { readonly kind: 'not reached' }
  /** Of a task about consent: what the customer contact has said. */
  | { readonly kind: 'granted' | 'refused'; readonly who: string };

/** What an operator's word comes to. `ended`: the task had ended before; the incident shows by whom. */
export type OperatorOutcome =
  | Answered
  | { readonly kind: 'ended'; readonly task: OperatorTask }
  | { readonly kind: 'no such task' };

/** Applies an operator's word. Of two words for one task the first counts; the second is shown what the first did. */
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

/** Somebody at the contact center's phone has pressed the key: they have heard of it there. That takes nothing. */
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
  const mine = taskAccepted(incident, ({ id }) => id === task.id, now, by);
  switch (report.kind) {
    case 'accepted':
      return mine;
    case 'serious':
      return declareMajor(mine, by, now);
    case 'confirmed':
      return task.about.kind === 'confirm'
        ? confirmed(mine, task, task.about.responder, report, now)
        : undefined;
    case 'secondary':
    case 'management':
      return task.about.kind === 'confirm'
        ? notReached(mine, task, task.about.responder, report, now)
        : undefined;
    case 'granted':
    case 'refused':
      return operatorAnswersConsent(mine, task, { kind: report.kind, who: report.who, by, note }, now);
    case 'done': {
      if (isToConfirm(task) || task.about.kind === 'ask consent') return undefined;
      const told = operatorToldCustomer(mine, task, report, now);
      return endTasks(told, ({ id }) => id === task.id, { at: now, outcome: 'done', by, note });
    }
    case 'not reached':
      return isToConfirm(task)
        ? undefined
        : withReport(mine, task, { outcome: 'not reached', by, note }, now);
  }
}

/** The primary is on it: that gives him or her the incident, unless somebody has it already. */
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

/** The primary is not on it: somebody else is asked at once, and the operator stays with it until somebody is reached. */
function notReached(
  incident: Incident,
  task: OperatorTask,
  responder: string,
  { kind, by, note }: OperatorReport,
  now: Instant,
): Incident {
  const outcome = kind === 'secondary' ? 'secondary asked' : 'management asked';
  const noted = withReport(incident, task, { outcome, by, note }, now);
  const hadAcknowledged = acknowledgedBy(noted) === responder;
  const freed = hadAcknowledged ? withdrawAcknowledgement(noted, responder, by, now) : noted;
  const isManagement = kind === 'management';
  const asked = isManagement
    ? askAdditional(freed, { kind: 'role', role: 'management' }, { why: 'unconfirmed', by, now })
    : freed;
  return hadAcknowledged || !isManagement ? withoutPrimary(asked, responder, by, now) : asked;
}

/** The ladder goes on without the primary: with the secondary's step; where it asks others as well, he or she beside it. */
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
