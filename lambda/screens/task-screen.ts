import type { AskedTask } from '../../domain/contact-center/board.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import { isOpen } from '../../domain/incident/task.ts';
import type { Entry } from '../../domain/incident/timeline.ts';
import { titleOf } from './board-screen.ts';
import type { Screen } from './document.ts';
import { historyLines, nextLines } from './history-lines.ts';
import { type Html, html } from './html.ts';
import { incidentLines } from './incident-lines.ts';
import {
  formField,
  nameField,
  noteField,
  operatorForm,
  pressButtons,
  serviceField,
  whoField,
} from './operator-form.ts';
import { readOut } from './read-out.ts';
import type { ScreenContext } from './screen-context.ts';
import { rememberName } from './scripts.ts';
import { taskLines } from './task-lines.ts';
import { whoIsAsked } from './who-is-asked.ts';
import { whomToCall } from './whom-to-call.ts';

/** A task with the timeline of its incident. */
export interface TaskWithTimeline extends AskedTask {
  readonly timeline: readonly Entry[];
}

/** The tasks on a screen: one, or all that are about the same responder. */
export interface Tasks {
  readonly tasks: readonly [TaskWithTimeline, ...TaskWithTimeline[]];
  /** Another operator was first: the press has changed nothing. */
  readonly isSecond: boolean;
  /** The link opens the board, so the screen has a way back to it. */
  readonly isOfBoard: boolean;
}

/** The screen of a task: whom to call, what to read out, what was done, and the outcome. */
export function taskScreen(context: ScreenContext, { tasks, isSecond, isOfBoard }: Tasks): Screen {
  const { words, language } = context;
  const title = titleOf(context, tasks);
  const body = html`<main><header><h1>${title}</h1>${isOfBoard && html`<a href="?">${words.back}</a>`}</header>
${isSecond && html`<p class="notice" role="status">${words.second}</p>`}
${tasks.map((each) => html`<article>${incidentLines(context, each.incident)}${taskLines(context, each)}</article>`)}
${tasks.some(({ task }) => isOpen(task)) && whatToDo(context, tasks)}
${tasks.map((each) => next(context, each.incident))}
${tasks.map((each) => history(context, each))}</main>`;
  return { language, title, body, script: rememberName };
}

function whatToDo(context: ScreenContext, tasks: Tasks['tasks']): Html {
  const { words } = context;
  const [first] = tasks;
  const { kind } = first.task.about;
  const call = whomToCall(context, first);
  const texts = tasks.filter(({ task }) => isOpen(task)).flatMap((each) => readOut(context, each));
  const asked = kind === 'confirm' ? tasks.map((each) => whoIsAsked(context, each)) : [];
  return html`${asked}${call !== undefined && html`<h3>${words.call}</h3>${call}`}
<h3>${words.readOut}</h3>${texts.map(({ text, language }) => html`<p class="read" lang="${language}">${text}</p>`)}
${operatorForm(
  formField(context),
  nameField(context),
  (kind === 'ask consent' || kind === 'tell customer') && whoField(context),
  kind === 'look' && !first.incident.route.known && serviceField(context),
  noteField(context),
  pressButtons(context, tasks, 'task'),
)}`;
}

function next(context: ScreenContext, incident: Incident): Html | undefined {
  const lines = nextLines(context, incident);
  return lines && html`<h3>${incident.code}: ${context.words.next}</h3>${lines}`;
}

function history(context: ScreenContext, { incident, timeline }: TaskWithTimeline): Html | undefined {
  const lines = historyLines(context, timeline);
  return lines && html`<h3>${incident.code}: ${context.words.happened}</h3>${lines}`;
}
