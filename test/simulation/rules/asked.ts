import type { Entry } from '../../../domain/incident/timeline.ts';
import type { Night } from '../night.ts';
import { kindOfMessage } from '../notice-kinds.ts';
import { type AcceptedAlarm, isTroubled, type Play, troublesAt } from '../play.ts';
import type { Scene } from '../scene.ts';
import type { Seen } from '../stored-key.ts';

/** The time from a 202 until a person is asked; longer where a carrier loses messages, or where both regions fail. */
const askedWithinMs = { usually: 60_000, whenSilent: 90_000, whenBothFail: 180_000 };

/** Time for the turns of a driver, and the waits in them. */
const turnsMs = 5000;

/** Each round asks at least one person. This adds a little time for the turns in between. */
const slackMs = 90_000;

/**
 * After a 202 a person hears of the alarm in time (P1). They are asked again and again until somebody acknowledges or
 * resolves it (P5).
 */
export function asked(scene: Scene): readonly string[] {
  const { play, incidents } = scene;
  return [
    ...play.accepted.flatMap((accepted) => unheard(scene, accepted)),
    ...incidents.flatMap((seen) => forgotten(scene, seen)),
  ];
}

/** A 202 of which nobody heard in time, though the incident was open. */
function unheard(
  { play, incidents, now }: Scene,
  { at, incidentId, code, state, status }: AcceptedAlarm,
): readonly string[] {
  const within = withinMs(play.night, at);
  if (state !== 'firing' || status !== 'escalating' || now <= at + within) return [];
  const seen = incidents.find(({ id }) => id === incidentId);
  if (seen === undefined) return [`${code}: a 202 said that it is open, and it is not in the table`];
  const openedAt = lastOpening(seen.timeline, at);
  const until = at + within;
  if (seen.timeline.some((entry) => entry.at >= openedAt && entry.at <= until && isEnough(entry))) return [];
  return heardOf(play, code, openedAt, until) || isKnownToBeOpen(play, code, openedAt)
    ? []
    : [`${code}: nobody was asked within ${within / 1000} s of the 202`];
}

function withinMs(night: Night, at: number): number {
  const troubles = troublesAt(night, at);
  if (troubles.length > 1 || troubles.some(({ isInBoth }) => isInBoth))
    return askedWithinMs.whenBothFail + turnsMs;
  const isSilent = troubles.some(({ kind }) => kind === 'silent sms');
  return (isSilent ? askedWithinMs.whenSilent : askedWithinMs.usually) + turnsMs;
}

function lastOpening(timeline: readonly Entry[], before: number): number {
  const opening = timeline.findLast(
    ({ kind, at }) => (kind === 'opened' || kind === 'reopened') && at <= before,
  );
  return opening?.at ?? before;
}

/** The incident is acknowledged or resolved: nobody need be asked any more. */
function isEnough({ kind }: Entry): boolean {
  return kind === 'acknowledged' || kind === 'resolved';
}

/** Whether a responder, or the contact center on its phone, was asked by a path that arrives. */
function heardOf({ heard, calls }: Play, code: string, from: number, until: number): boolean {
  const isPage = heard.some(
    (one) =>
      one.code === code &&
      one.at >= from &&
      one.at <= until &&
      one.kind === 'responder' &&
      kindOfMessage(one.text) === 'page',
  );
  return isPage || calls.some(({ at }) => at >= from && at <= until);
}

/** Whether somebody was paged before it was opened again, and has not heard meanwhile that it was over. */
function isKnownToBeOpen({ heard }: Play, code: string, openedAt: number): boolean {
  const last = new Map<string, string | undefined>();
  for (const one of heard) {
    const kind = kindOfMessage(one.text);
    const isState = kind === 'page' || kind === 'over' || kind === 'overBy' || kind === 'overByYou';
    if (one.code === code && one.at < openedAt && isState) last.set(one.number, kind);
  }
  return [...last.values()].includes('page');
}

/** An open incident without an acknowledgement, of which nobody was asked for longer than a round. */
function forgotten({ play, now }: Scene, { incident, timeline }: Seen): readonly string[] {
  const { status, acknowledgement, policy, code, held } = incident;
  const grace = isTroubled(play.night, now) ? slackMs : 5000;
  if (status === 'acknowledged' && acknowledgement !== undefined && acknowledgement.until + grace < now) {
    return [`${code}: the acknowledgement of ${acknowledgement.by} has run out`];
  }
  if (status === 'held' && held !== undefined && held.until + grace < now) {
    return [`${code}: is held until a time that is over`];
  }
  if (status !== 'escalating') return [];
  const last = timeline.findLast(({ kind }) => asking.has(kind));
  const pause = policy.roundSeconds * 1000 + slackMs;
  return last !== undefined && now - last.at > pause
    ? [`${code}: nobody was asked for ${Math.round((now - last.at) / 1000)} s`]
    : [];
}

/** Timeline kinds that show that people are asked, or that the incident has just become open. */
const asking: ReadonlySet<Entry['kind']> = new Set([
  'opened',
  'reopened',
  'paged',
  'page failed',
  'called',
  'call failed',
  'acknowledgement ran out',
  'undone',
  'not on it',
]);
