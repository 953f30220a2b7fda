import type { AskedTask, BoardRow } from '../../domain/contact-center/board.ts';
import { toReach } from '../../domain/escalation/asked-now.ts';
import { isOpen } from '../../domain/incident/task.ts';
import { taskTitle } from '../../domain/messages/task-title.ts';
import type { Screen } from './document.ts';
import { type Html, html } from './html.ts';
import { incidentLines } from './incident-lines.ts';
import { addressOf, nameOfTask } from './named-task.ts';
import { formField, nameField, operatorForm, pressButtons } from './operator-form.ts';
import { nameOf, type ScreenContext, timeOf } from './screen-context.ts';
import { refreshBoard, refreshSeconds, rememberName } from './scripts.ts';
import { pressOutcome, taskLines } from './task-lines.ts';
import { whomToCall } from './whom-to-call.ts';
import { filled } from './words/words.ts';

/** What the board shows. */
export interface Board {
  readonly rows: readonly BoardRow[];
  /** The tasks of the operator's last press. */
  readonly pressed: readonly AskedTask[];
  /** Another operator was first: the press has changed nothing. */
  readonly isSecond: boolean;
  /** Whether the cell has read everything that is open. */
  readonly isComplete: boolean;
  /** The codes of incidents that cannot be read. */
  readonly unreadable: readonly string[];
}

/** The operators' board: the contact center's tasks in both cells, the nearest deadline first. */
export function boardScreen(context: ScreenContext, board: Board): Screen {
  const { words, language } = context;
  const item = html`<header><h1>${words.board}</h1>${nameField(context)}</header>
<p id="stale" class="stale" hidden>${words.notRefreshed}</p>`;
  return {
    language,
    title: board.rows.length === 0 ? words.board : `(${board.rows.length}) ${words.board}`,
    body: html`<main>${operatorForm(item, freshPart(context, board))}</main>`,
    script: rememberName + refreshBoard,
    refreshSeconds,
  };
}

/** The part that a refresh replaces. */
function freshPart(context: ScreenContext, { rows, pressed, isSecond, isComplete, unreadable }: Board): Html {
  const { words } = context;
  return html`<div id="fresh">${formField(context)}<p>${filled(words.asOf, { at: timeOf(context, context.now) })}</p>
${pressOutcome(context, pressed, isSecond)}
${!isComplete && html`<p class="notice">${words.notAll}</p>`}
${unreadable.length > 0 && html`<p class="notice">${filled(words.unreadable, { codes: unreadable.join(', ') })}</p>`}
${rows.length === 0 ? html`<p>${words.nothingToDo}</p>` : rows.map((row) => rowOf(context, row))}</div>`;
}

function rowOf(context: ScreenContext, { tasks, isLate }: BoardRow): Html {
  const [first] = tasks;
  return html`<article${isLate && html` class="late"`}><h2>${titleOf(context, tasks)}</h2>
${tasks.map((each) => [incidentLines(context, each.incident), taskLines(context, each)])}
${whomToCall(context, first)}
${pressButtons(context, tasks, 'board')}
<p><a href="${addressOf('task', tasks.map(nameOfTask))}">${context.words.details}</a></p></article>
`;
}

/** The title of a row: of one task, or of a person about whom there are several. */
export function titleOf(context: ScreenContext, tasks: readonly [AskedTask, ...AskedTask[]]): string {
  const [{ incident, task }] = tasks;
  const { words, language } = context;
  if (tasks.length > 1 && task.about.kind === 'confirm') {
    return filled(words.several, { who: nameOf(context, task.about.responder), count: tasks.length });
  }
  const { about } = task;
  const now =
    about.kind === 'confirm' && isOpen(task)
      ? { ...about, responder: toReach(incident, about.responder) }
      : about;
  return taskTitle(incident, now, { language, names: (id) => nameOf(context, id) });
}
