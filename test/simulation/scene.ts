import { alarmKey } from '../../sources/alarm-key.ts';
import type { Play } from './play.ts';
import { dedupKeyOf } from './sources.ts';
import type { Seen } from './stored-key.ts';

/** What rules look at: the night so far, and its incidents as they stand. */
export interface Scene {
  readonly play: Play;
  readonly now: number;
  readonly incidents: readonly Seen[];
}

/** Reads the incidents of all alarms of the night. What nothing has touched since is as it was. */
export async function readScene(play: Play): Promise<Scene> {
  const { night, stage } = play;
  const calls = stage.cloud.cloud.trace.length;
  const last = play.read;
  if (last !== undefined && last.calls === calls) return { ...last.scene, now: stage.now() };
  const keys = night.alarms.map((alarm) => keyOf(dedupKeyOf(night.seed, alarm)));
  const read = await Promise.all(keys.map((key) => stage.table.read(key)));
  const scene = { play, now: stage.now(), incidents: read.flat() };
  play.read = { scene, calls: stage.cloud.cloud.trace.length };
  return scene;
}

/** All integrations that send native alarms are one source. */
function keyOf(dedupKey: string): string {
  return alarmKey({ source: 'native', dedupKey });
}
