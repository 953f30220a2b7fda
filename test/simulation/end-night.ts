import { openTasks } from '../../domain/contact-center/tasks.ts';
import { signed } from '../scenarios/signed.ts';
import { boardOf, pressAt } from './operators.ts';
import type { Play } from './play.ts';
import { wrongAtTheEnd } from './rules/at-the-end.ts';
import type { Looker } from './run-night.ts';
import type { Scene } from './scene.ts';
import type { Seen } from './stored-key.ts';

type PlayUntil = (play: Play, looker: Looker, until: number) => Promise<readonly string[]>;

/** People's late answers come within this time. After it nobody plans anything more. */
const lateMs = 3 * 3_600_000;

/** A message that waits for the morning is sent within a day. */
const restAfterMs = 26 * 3_600_000;

const lookEveryMs = 600_000;

/**
 * Ends a night: a person resolves each open incident, all planned events happen, and operators do their tasks, until
 * nothing is left to do. Returns what is wrong.
 */
export async function endNight(play: Play, looker: Looker, playUntil: PlayUntil): Promise<readonly string[]> {
  const { stage, agenda } = play;
  const latest = stage.now() + lateMs;
  await resolveAll(play, await looker.scene());
  while (agenda.nextAt() < latest) {
    const wrong = await playUntil(play, looker, agenda.nextAt());
    if (wrong.length > 0) return wrong;
  }
  const restBy = stage.now() + restAfterMs;
  for (let scene = await looker.scene(); ; scene = await looker.scene()) {
    const tasks = current(scene).flatMap(tasksOf);
    await resolveAll(play, scene);
    for (const task of tasks) await doneAtLast(play, task);
    const seen = await looker.look();
    if (seen.length > 0) return seen;
    const isOver = tasks.length === 0 && current(scene).every(({ item }) => item.isArchived);
    if (isOver) return wrongAtTheEnd(scene, await stage.since(play.night.startAt));
    if (stage.now() > restBy) return [`not at rest a day later: ${current(scene).map(stateOf).join('; ')}`];
    const wrong = await playUntil(play, looker, stage.now() + (tasks.length > 0 ? 1000 : lookEveryMs));
    if (wrong.length > 0) return wrong;
  }
}

function current({ incidents }: Scene): readonly Seen[] {
  return incidents.filter(({ isPast }) => !isPast);
}

/** The person who comes in the morning resolves what is open. */
async function resolveAll({ stage, story, ledger }: Play, scene: Scene): Promise<void> {
  for (const { incident } of current(scene)) {
    if (incident.status === 'resolved') continue;
    const { code } = incident;
    ledger.note({ at: stage.now(), by: 'ines', via: 'api', means: 'done', code });
    const body = { by: 'ines', note: 'at the end of the night' };
    const answered = await stage.answered(
      signed(stage.cloud, 'POST', `/v1/incidents/${code}/resolve`, { body }),
    );
    story.tell(stage.now(), `the night is over: ines ends ${code}: ${answered.status}`);
    await stage.resolveBySource();
  }
}

function tasksOf({ id, incident }: Seen): readonly string[] {
  return incident.status === 'resolved' ? openTasks(incident).map((task) => `${id}/${task.id}`) : [];
}

async function doneAtLast(play: Play, task: string): Promise<void> {
  const address = `${await boardOf(play)}?${new URLSearchParams({ task })}`;
  const press = { after: 0, finding: 'reached', by: 'Olga', twice: false, onBoard: true } as const;
  await pressAt(play, press, address);
}

function stateOf({ incident, item }: Seen): string {
  const { code, status, tasks, promises } = incident;
  const open = tasks.filter(({ ended }) => ended === undefined).map(({ id, about }) => `${id} ${about.kind}`);
  const toTell = promises.filter(({ kept }) => kept === undefined).map(({ about }) => about);
  return `${code} ${status}, deadline ${item.deadline}, tasks [${open.join(', ')}], to tell [${toTell.join(', ')}]`;
}
