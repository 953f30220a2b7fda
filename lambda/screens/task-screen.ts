import type { AskedTask } from '../../domain/contact-center/board.ts';
import { isOpen } from '../../domain/incident/task.ts';
import type { Entry } from '../../domain/incident/timeline.ts';
import { titleOf } from './board-screen.ts';
import type { Screen } from './document.ts';
import { historyLines } from './history-lines.ts';
import { type Html, html } from './html.ts';
import { incidentLines } from './incident-lines.ts';
import { formField, nameField, noteField, operatorForm, whoField } from './operator-form.ts';
import { pressButtons } from './presses.ts';
import { readOut } from './read-out.ts';
import { rememberName } from './scripts.ts';
import type { Showing } from './showing.ts';
import { taskLines } from './task-lines.ts';
import { whomToCall } from './whom-to-call.ts';

/** A task with what happened about its incident. */
export interface ToldTask extends AskedTask {
  readonly timeline: readonly Entry[];
}

/** What the screen of tasks shows: one, or all that are asked about one responder. */
export interface Tasks {
  readonly tasks: readonly [ToldTask, ...ToldTask[]];
  /** Somebody else was first. */
  readonly isSecond: boolean;
  /** The link is the board's, which can be gone back to. */
  readonly isOfBoard: boolean;
}

/** The screen of a task: whom to call, what to read out, what was done, and what came of it. */
export function taskScreen(shown: Showing, { tasks, isSecond, isOfBoard }: Tasks): Screen {
  const { words, language } = shown;
  const title = titleOf(shown, tasks);
  const body = html`<main><header><h1>${title}</h1>${isOfBoard && html`<a href="?">${words.back}</a>`}</header>
${isSecond && html`<p class="notice" role="status">${words.second}</p>`}
${tasks.map((each) => html`<article>${incidentLines(shown, each.incident)}${taskLines(shown, each)}</article>`)}
${tasks.some(({ task }) => isOpen(task)) && whatToDo(shown, tasks)}
${tasks.map((each) => history(shown, each))}</main>`;
  return { language, title, body, script: rememberName };
}

function whatToDo(shown: Showing, tasks: Tasks['tasks']): Html {
  const { words } = shown;
  const [first] = tasks;
  const { kind } = first.task.about;
  const call = whomToCall(shown, first);
  const texts = tasks.filter(({ task }) => isOpen(task)).flatMap((each) => readOut(shown, each));
  return html`${call !== undefined && html`<h3>${words.call}</h3>${call}`}
<h3>${words.readOut}</h3>${texts.map(({ text, language }) => html`<p class="read" lang="${language}">${text}</p>`)}
${operatorForm(
  formField(shown),
  nameField(shown),
  (kind === 'ask consent' || kind === 'tell customer') && whoField(shown),
  noteField(shown),
  pressButtons(shown, tasks, 'task'),
)}`;
}

function history(shown: Showing, { incident, timeline }: ToldTask): Html | undefined {
  const lines = historyLines(shown, timeline);
  return lines && html`<h3>${incident.code}: ${shown.words.happened}</h3>${lines}`;
}
