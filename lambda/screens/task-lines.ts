import { type AskedTask, isLateTask, outcomeBy, taskDueAt } from '../../domain/contact-center/board.ts';
import { isOpen, type OperatorTask } from '../../domain/incident/task.ts';
import { type Html, html } from './html.ts';
import { stateOf } from './incident-lines.ts';
import { nameOf, type ScreenContext, timeOf } from './screen-context.ts';
import { filled } from './words/words.ts';

/** The state of a task: its deadline and its operator; or its outcome, with who ended it and when. */
export function taskLines(context: ScreenContext, asked: AskedTask): Html {
  return isOpen(asked.task) ? openLines(context, asked) : html`<p class="ended">${endOf(context, asked)}</p>`;
}

function openLines(context: ScreenContext, asked: AskedTask): Html {
  const { words } = context;
  const { task } = asked;
  const reported =
    task.reported &&
    filled(words.outcome[task.reported], {
      by: accepter(context, task),
      who: personOf(context, task, task.reportedOf),
    });
  return html`<p class="clock">${clockWords(context, asked)}</p><p class="has">${hasTask(context, task)}${
    reported !== undefined && html`. ${reported}`
  }</p>`;
}

/** By when a task must have an outcome. */
export function clockWords(context: ScreenContext, { incident, task }: AskedTask): Html | undefined {
  const { words } = context;
  const dueAt = taskDueAt(incident, task);
  const at = dueAt === undefined ? undefined : { at: timeOf(context, dueAt) };
  const until = at && filled(outcomeBy(incident, task) === undefined ? words.callAt : words.before, at);
  return html`${isLateTask(incident, task, context.now) && html`<b class="late">${words.late}</b> `}${until}`;
}

/** Which operator has accepted a task. */
export function hasTask(context: ScreenContext, task: OperatorTask): string {
  if (task.accepted === undefined) return context.words.nobodyHasTask;
  return filled(context.words.taskOf, { by: accepter(context, task) });
}

function accepter({ words }: ScreenContext, { accepted }: OperatorTask): string {
  return accepted?.by ?? words.somebody;
}

/** The outcome of a task, and the customer's answer where the task was about consent. */
export function endOf(context: ScreenContext, { incident, task }: AskedTask): string {
  const { words } = context;
  const { ended, about } = task;
  if (ended === undefined) return hasTask(context, task);
  const by = ended.by ?? words.somebody;
  const what = filled(words.outcome[ended.outcome], { by, who: personOf(context, task, ended.responder) });
  const request = about.kind === 'ask consent' ? about.request : undefined;
  const answer = incident.consents.find(({ id }) => id === request)?.answer;
  const consent = answer && filled(words.consent[answer.kind], { who: nameOf(context, answer.who ?? by) });
  const note = ended.note === undefined ? undefined : `“${ended.note}”`;
  return [`${timeOf(context, ended.at)} ${what}`, consent, note]
    .filter((part) => part !== undefined)
    .join('. ');
}

/** The responder whom an operator named; else the primary of the task. */
function personOf(context: ScreenContext, { about }: OperatorTask, named: string | undefined): string {
  const responder = named ?? (about.kind === 'confirm' ? about.responder : undefined);
  return responder === undefined ? context.words.somebody : nameOf(context, responder);
}

/** The outcomes of the tasks about which an operator has just pressed something, and the state of their incidents. */
export function pressOutcome(
  context: ScreenContext,
  pressed: readonly AskedTask[],
  isSecond: boolean,
): Html | undefined {
  if (pressed.length === 0) return undefined;
  return html`<div class="notice" role="status">${isSecond && html`<p>${context.words.second}</p>`}${pressed.map(
    (each) =>
      html`<p><b>${each.incident.code}</b> ${endOf(context, each)}. <b>${stateOf(context, each.incident)}</b></p>`,
  )}</div>`;
}
