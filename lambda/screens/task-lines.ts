import { type AskedTask, clockOfTask, isLateTask, outcomeBy } from '../../domain/contact-center/board.ts';
import { isOpen, type OperatorTask } from '../../domain/incident/task.ts';
import { type Html, html } from './html.ts';
import { nameOf, type Showing, timeOf } from './showing.ts';
import { filled } from './words/words.ts';

/** How a task stands: its clock and who has it; or what came of it, by whom, and when. */
export function taskLines(shown: Showing, asked: AskedTask): Html {
  return isOpen(asked.task) ? openLines(shown, asked) : html`<p class="ended">${endOf(shown, asked)}</p>`;
}

function openLines(shown: Showing, asked: AskedTask): Html {
  const { words } = shown;
  const { task } = asked;
  const said = task.said && filled(words.outcome[task.said], { by: accepter(shown, task) });
  return html`<p class="clock">${clockWords(shown, asked)}</p><p class="has">${hasTask(shown, task)}${
    said !== undefined && html`. ${said}`
  }</p>`;
}

/** By when something must come of a task. */
export function clockWords(shown: Showing, { incident, task }: AskedTask): Html | undefined {
  const { words } = shown;
  const clock = clockOfTask(incident, task);
  const at = clock === undefined ? undefined : { at: timeOf(shown, clock) };
  const until = at && filled(outcomeBy(incident, task) === undefined ? words.callAt : words.before, at);
  return html`${isLateTask(incident, task, shown.now) && html`<b class="late">${words.late}</b> `}${until}`;
}

/** Which operator has a task. */
export function hasTask(shown: Showing, task: OperatorTask): string {
  if (task.accepted === undefined) return shown.words.nobodyHasTask;
  return filled(shown.words.taskOf, { by: accepter(shown, task) });
}

function accepter({ words }: Showing, { accepted }: OperatorTask): string {
  return accepted?.by ?? words.somebody;
}

/** What came of a task: of one about consent also what the customer has said. */
export function endOf(shown: Showing, { incident, task }: AskedTask): string {
  const { words } = shown;
  const { ended, about } = task;
  if (ended === undefined) return hasTask(shown, task);
  const by = ended.by ?? words.somebody;
  const what = filled(words.outcome[ended.outcome], { by });
  const request = about.kind === 'ask consent' ? about.request : undefined;
  const answer = incident.consents.find(({ id }) => id === request)?.answer;
  const consent = answer && filled(words.consent[answer.kind], { who: nameOf(shown, answer.who ?? by) });
  const note = ended.note === undefined ? undefined : `“${ended.note}”`;
  return [`${timeOf(shown, ended.at)} ${what}`, consent, note]
    .filter((part) => part !== undefined)
    .join('. ');
}
