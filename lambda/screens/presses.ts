import type { OperatorWord } from '../../domain/answers/operator-report.ts';
import type { AskedTask } from '../../domain/contact-center/board.ts';
import { isOpen, type TaskAbout } from '../../domain/incident/task.ts';
import { type Html, html } from './html.ts';
import { nameOfTask } from './named-task.ts';
import type { Showing } from './showing.ts';

type Word = OperatorWord['kind'];

/** What can be pressed, by kind of task. */
const presses: Readonly<Record<TaskAbout['kind'], readonly Word[]>> = {
  confirm: ['accepted', 'confirmed', 'secondary', 'management', 'serious'],
  look: ['accepted', 'done', 'not reached', 'serious'],
  'tell customer': ['accepted', 'done', 'not reached', 'serious'],
  'ask consent': ['accepted', 'granted', 'refused', 'not reached'],
};

/** What the board has room for; the rest is asked with a name or a note, on the task's own screen. */
const onBoard: readonly Word[] = ['accepted', 'confirmed', 'secondary', 'management'];

/** The buttons for tasks of one kind: one press is about all of them that are open. */
export function pressButtons(
  { words }: Showing,
  tasks: readonly [AskedTask, ...AskedTask[]],
  where: 'board' | 'task',
): Html | undefined {
  const open = tasks.filter(({ task }) => isOpen(task));
  if (open.length === 0) return undefined;
  const names = open.map(nameOfTask).join(' ');
  const offered = presses[tasks[0].task.about.kind]
    .filter((word) => where === 'task' || onBoard.includes(word))
    .filter((word) => isOffered(word, open));
  return html`<p class="presses">${offered.map(
    (word) =>
      html`<button name="press" value="${word} ${names}" class="${word}">${words.press[word]}</button> `,
  )}</p>`;
}

/** Not what is so already; and several incidents are not declared serious by one press. */
function isOffered(word: Word, open: readonly AskedTask[]): boolean {
  if (word === 'accepted') return open.some(({ task }) => task.accepted === undefined);
  if (word !== 'serious') return true;
  return (
    open.length === 1 &&
    open.every(({ incident }) => incident.major === undefined && incident.status !== 'resolved')
  );
}
