import { exampleOrganization } from '../../scenarios/example.ts';
import { kindOfMessage } from '../notice-kinds.ts';
import type { Scene } from '../scene.ts';
import type { Surroundings } from '../stage.ts';
import type { Seen } from '../stored-key.ts';

/** Troubles by which an execution may end before its time. */
const stopping: readonly string[] = ['kill', 'table', 'workflow', 'reading', 'functions', 'region', 'cut'];

/** What must hold when all is done: nothing runs, no message is owed, and every promise is kept or broken. */
export function wrongAtTheEnd(scene: Scene, { executions, tasks }: Surroundings): readonly string[] {
  const { incidents, play } = scene;
  const { troubles } = play.night;
  const mine = executions.filter(({ name }) => incidents.some(({ id }) => name.startsWith(`${id}-`)));
  const ill = mine.filter(({ status }) => status !== 'SUCCEEDED');
  const isExcused = troubles.some(({ kind }) => stopping.includes(kind));
  return [
    ...(isExcused
      ? []
      : ill.map(({ name, status, state }) => `the execution ${name} is ${status} in "${state}"`)),
    ...incidents.flatMap((seen) => unsettled(scene, seen)),
    ...(troubles.length === 0
      ? tasks.filter(({ status }) => status !== 'ended').map(({ name }) => `"${name}" is still in the queue`)
      : []),
  ];
}

function unsettled({ play }: Scene, { incident, timeline }: Seen): readonly string[] {
  const { code, promises, notices, paged, tasks } = incident;
  const isQuiet = play.night.troubles.length === 0;
  return [
    ...promises
      .filter(({ kept, broken, about }) => kept === undefined && broken === undefined && about !== 'copy')
      .map(({ id, about }) => `${code}: the promise ${id} (${about}) was neither kept nor broken`),
    ...notices.map(({ to, notice }) => `${code}: ${to} was never told ${notice.kind}`),
    ...tasks
      .filter(({ ended }) => ended === undefined)
      .map(({ id }) => `${code}: the task ${id} was left open`),
    ...(isQuiet ? paged.filter((id) => !heardEnd(play.heard, id, code, endOf(timeline))) : []).map(
      (id) => `${code}: ${id} was paged, and never heard that it is over`,
    ),
  ];
}

function endOf(timeline: Seen['timeline']): number {
  return timeline.findLast(({ kind }) => kind === 'resolved')?.at ?? 0;
}

function heardEnd(heard: Scene['play']['heard'], id: string, code: string, since: number): boolean {
  const number = exampleOrganization.responders[id]?.numbers[0];
  return heard.some((one) => {
    if (one.code !== code || one.number !== number || one.at < since) return false;
    const kind = kindOfMessage(one.text);
    return kind === 'over' || kind === 'overBy' || kind === 'overByYou';
  });
}
