import { ownSource } from '../../domain/alarm/alarm.ts';
import { customerSource } from '../../domain/escalation/report.ts';
import { alarmKey } from '../../sources/raw-event.ts';
import { other, own } from '../scenarios/laptop.ts';
import type { Play } from './play.ts';
import { identityKeyOf } from './sources.ts';
import type { Seen } from './stored-key.ts';

/** What rules look at: the night so far, and its incidents as they are stored. */
export interface Scene {
  readonly play: Play;
  readonly now: number;
  readonly incidents: readonly Seen[];
}

/**
 * Reads the incidents of all alarms of the night, and those that Permanence has opened about itself. It does not read
 * again while nothing has called AWS.
 */
export async function readScene(play: Play): Promise<Scene> {
  const { night, stage } = play;
  const calls = stage.cloud.cloud.trace.length;
  const last = play.read;
  if (last !== undefined && last.calls === calls) return { ...last.scene, now: stage.now() };
  const keys = [
    ...night.alarms.map((alarm) => identityKeyOf(night.seed, alarm)),
    ...(mayFailItself(play) ? ownKeys : []),
    ...(hasCustomerWritten(play) ? await stage.table.keysOf(customerSource) : []),
  ];
  const read = await Promise.all(keys.map((key) => stage.table.read(key)));
  // Alarms of Permanence about itself have the same keys in each night.
  const incidents = read.flat().filter(({ incident }) => incident.openedAt >= night.startAt);
  const scene = { play, now: stage.now(), incidents };
  play.read = { scene, calls: stage.cloud.cloud.trace.length };
  return scene;
}

/**
 * Whether to read the keys of Permanence's own alarms as well. Each key costs one read of the table. Where nothing
 * fails, only a page about another incident is a reason for it.
 */
function mayFailItself({ night, heard, accepted }: Play): boolean {
  if (night.troubles.length > 0) return true;
  return heard.some(({ code }) => code !== undefined && !accepted.some((alarm) => alarm.code === code));
}

/** Whether a customer may have opened an incident by words of their own. */
function hasCustomerWritten({ ledger }: Play): boolean {
  return ledger.all().some(({ via }) => via === 'customer');
}

const ownKeys = ['answers', 'alarms'].flatMap((what) =>
  [own, other].map((region) =>
    alarmKey({ source: ownSource, service: 'permanence', dedupKey: `${what} that failed in ${region}` }),
  ),
);
