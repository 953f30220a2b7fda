import type { AskedTask, BoardRow } from '../../domain/contact-center/board.ts';
import { taskTitle } from '../../domain/messages/task-title.ts';
import { addressOf } from './address.ts';
import type { Screen } from './document.ts';
import { type Html, html } from './html.ts';
import { incidentLines } from './incident-lines.ts';
import { nameOfTask } from './named-task.ts';
import { formField, nameField, operatorForm } from './operator-form.ts';
import { pressButtons } from './presses.ts';
import { refreshBoard, refreshSeconds, rememberName } from './scripts.ts';
import { nameOf, type Showing, timeOf } from './showing.ts';
import { taskLines } from './task-lines.ts';
import { whatCame } from './what-came.ts';
import { whomToCall } from './whom-to-call.ts';
import { filled } from './words/words.ts';

/** What the board shows. */
export interface Board {
  readonly rows: readonly BoardRow[];
  /** What the operator has just pressed something about. */
  readonly pressed: readonly AskedTask[];
  /** Somebody else was first. */
  readonly isSecond: boolean;
  /** Whether all that is open was looked at. */
  readonly isComplete: boolean;
  /** Codes of incidents that cannot be read. */
  readonly unreadable: readonly string[];
}

/** The operators' board: what the contact center is asked in both cells, the nearest clock first. */
export function boardScreen(shown: Showing, board: Board): Screen {
  const { words, language } = shown;
  const item = html`<header><h1>${words.board}</h1>${nameField(shown)}</header>
<p id="stale" class="stale" hidden>${words.notRefreshed}</p>`;
  return {
    language,
    title: board.rows.length === 0 ? words.board : `(${board.rows.length}) ${words.board}`,
    body: html`<main>${operatorForm(item, freshPart(shown, board))}</main>`,
    script: rememberName + refreshBoard,
    refreshSeconds,
  };
}

/** What is replaced when the board looks again. */
function freshPart(shown: Showing, { rows, pressed, isSecond, isComplete, unreadable }: Board): Html {
  const { words } = shown;
  return html`<div id="fresh">${formField(shown)}<p>${filled(words.asOf, { at: timeOf(shown, shown.now) })}</p>
${whatCame(shown, pressed, isSecond)}
${!isComplete && html`<p class="notice">${words.notAll}</p>`}
${unreadable.length > 0 && html`<p class="notice">${filled(words.unreadable, { codes: unreadable.join(', ') })}</p>`}
${rows.length === 0 ? html`<p>${words.nothingToDo}</p>` : rows.map((row) => rowOf(shown, row))}</div>`;
}

function rowOf(shown: Showing, { tasks, isLate }: BoardRow): Html {
  const [first] = tasks;
  return html`<article${isLate && html` class="late"`}><h2>${titleOf(shown, tasks)}</h2>
${tasks.map((each) => [incidentLines(shown, each.incident), taskLines(shown, each)])}
${whomToCall(shown, first)}
${pressButtons(shown, tasks, 'board')}
<p><a href="${addressOf('task', tasks.map(nameOfTask))}">${shown.words.details}</a></p></article>
`;
}

/** What a row is about: one task by its title, or a person about several incidents. */
export function titleOf(shown: Showing, tasks: readonly [AskedTask, ...AskedTask[]]): string {
  const [{ incident, task }] = tasks;
  const { words, language } = shown;
  if (tasks.length > 1 && task.about.kind === 'confirm') {
    return filled(words.several, { who: nameOf(shown, task.about.responder), count: tasks.length });
  }
  return taskTitle(incident, task.about, { language, names: (id) => nameOf(shown, id) });
}
