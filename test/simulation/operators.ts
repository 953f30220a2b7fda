import { togetherHeader } from '../../local/quiet/lockstep.ts';
import type { TaskView } from '../../local/services/connect/contact.ts';
import { boardLink } from '../scenarios/an-operator.ts';
import { other } from '../scenarios/laptop.ts';
import type { Finding, Press } from './night.ts';
import { nextMove, type Play } from './play.ts';

/** An operator sees a task in the queue: this plans what they do with it. */
export function seesTask(play: Play, task: TaskView): void {
  const move = nextMove(play, play.night.operators.onTask);
  if (move === undefined || move.kind === 'nothing') return;
  const { agenda, stage, story } = play;
  const { inConnect, presses } = move;
  if (inConnect !== undefined) {
    agenda.add(task.at + inConnect.after * 1000, async () => {
      const { action } = inConnect;
      const done = await inQueue(play, task, action);
      story.tell(stage.now(), `OPERATOR ${action}s "${task.name}" in Connect${done ? '' : ': too late'}`);
    });
  }
  const address = task.references.find(({ name }) => name === 'Screen')?.value;
  for (const press of presses) {
    agenda.add(task.at + press.after * 1000, () => pressOn(play, press, address));
  }
}

async function inQueue({ stage }: Play, { id }: TaskView, action: string): Promise<boolean> {
  try {
    await stage.call('POST', `/local/tasks/${id}`, { action, operator: 'els' });
    return true;
  } catch (error) {
    if (String(error).includes('answered 409')) return false;
    throw error;
  }
}

/** Presses on the task's own screen, or on the board where the task has none. */
async function pressOn(play: Play, press: Press, address: string | undefined): Promise<void> {
  if (press.onBoard || address === undefined) return pressAt(play, press, await boardOf(play));
  return pressAt(play, press, address);
}

/** A link to the board is valid for 12 hours. A later operator gets a new one. */
const shiftMs = 11 * 3_600_000;

/** The address of the operators' board. */
export async function boardOf(play: Play): Promise<string> {
  const { stage, board } = play;
  if (board !== undefined && stage.now() < board.at + shiftMs) return board.address;
  // The command line does the same: when a cell does not answer, it asks the other.
  const link = boardLink(stage.cloud).catch(() => boardLink(stage.cloud, other));
  const address = await stage.answered(link);
  play.board = { address, at: stage.now() };
  return address;
}

/** Opens a screen, and presses the button for what the operator found out. */
export async function pressAt(play: Play, press: Press, address: string): Promise<void> {
  const { stage, story } = play;
  const { finding, by, twice, atOnce } = press;
  const first = await opened(play, address);
  const second = atOnce === undefined ? undefined : await opened(play, address);
  const mine = sent(play, first, finding, by);
  if (mine === undefined) return story.tell(stage.now(), `${by} finds no button for "${finding}"`);
  const others = second && atOnce && sent(play, second, atOnce.finding, atOnce.by);
  const presses = [mine, ...(twice ? [mine] : []), ...(others === undefined ? [] : [others])];
  await stage.answered(Promise.all(presses.map((pressed) => pressed.send(presses.length))));
}

interface Screen {
  readonly address: string;
  readonly html: string;
  readonly status: number;
}

async function opened({ stage }: Play, address: string): Promise<Screen> {
  const response = await stage.answered(
    fetch(address).then(async (answer) => ({ status: answer.status, html: await answer.text() })),
  );
  return { address, ...response };
}

/** The buttons for each finding. The operator presses the first that the screen offers. */
const words: Readonly<Record<Finding, readonly string[]>> = {
  accepted: ['accepted'],
  reached: ['confirmed', 'done', 'granted'],
  'not reached': ['next', 'not reached'],
  management: ['management', 'not reached'],
  serious: ['serious'],
  refused: ['refused', 'next', 'not reached'],
};

function sent(play: Play, { address, html }: Screen, finding: Finding, by: string) {
  const { stage, story, ledger } = play;
  const [, form] = /name="form" value="([^"]+)"/.exec(html) ?? [];
  const press = words[finding]
    .map((word) => new RegExp(`name="press" value="(${word} [0-9a-f]{32}-[^"]+)"`).exec(html)?.[1])
    .find((value) => value !== undefined);
  if (press === undefined || form === undefined) return undefined;
  const word = press.replace(/ [0-9a-f]{32}-.*$/, '');
  return {
    async send(together: number): Promise<void> {
      for (const task of press.slice(word.length + 1).split(' ')) {
        ledger.note({ at: stage.now(), by, via: 'operator', means: word, about: task });
      }
      const body = new URLSearchParams({ press, form, by, who: 'Joris', note: '' });
      const headers = { [togetherHeader]: String(together) };
      const { status } = await fetch(address, { method: 'POST', headers, body, redirect: 'manual' });
      story.tell(stage.now(), `${by} presses "${word}" on the screen: ${status} ${tasksIn(press)}`);
    },
  };
}

function tasksIn(press: string): string {
  return [...press.matchAll(/-(\d+\/t\d+)/g)].map(([, task]) => task).join(' ');
}
