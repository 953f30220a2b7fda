import type { Entry } from '../../../domain/incident/timeline.ts';
import { isHarmed } from '../play.ts';
import type { Scene } from '../scene.ts';

/** An SMS is read and stored within this time, where nothing fails. */
const withinMs = 60_000;

/**
 * What a customer writes in their own words, after they were told of an incident, stands on a timeline, and an operator was
 * asked to call. Once that incident is over, the words open one of their own.
 */
export function customersWords({ play, incidents, now }: Scene): readonly string[] {
  const written = incidents.flatMap(({ timeline }) => timeline.filter(isWritten));
  return play.ledger
    .all()
    .filter(({ via, means, at }) => via === 'customer' && means === 'words' && at < now - withinMs)
    .filter(({ at }) => !isHarmed(play.night, at))
    .filter(({ by, at, code }) => {
      const about = incidents.find(({ incident }) => incident.code === code);
      const isOpen = about !== undefined && isOpenAround(about.timeline, at);
      return isOpen && !written.some((entry) => entry.who === by && Math.abs(entry.at - at) <= withinMs);
    })
    .map(
      ({ by, code }) => `${by} of a customer wrote in their own words about ${code}, and no timeline has it`,
    );
}

type Written = Extract<Entry, { readonly kind: 'customer wrote' }>;

function isWritten(entry: Entry): entry is Written {
  return entry.kind === 'customer wrote';
}

function isOpenAround(timeline: readonly Entry[], at: number): boolean {
  const ends = timeline.filter(({ kind }) => kind === 'resolved' || kind === 'reopened');
  const isNear = ends.some((entry) => Math.abs(entry.at - at) <= withinMs);
  return !isNear && ends.findLast((entry) => entry.at < at)?.kind !== 'resolved';
}
