import type { Entry } from '../../../domain/incident/timeline.ts';
import { exampleOrganization } from '../../scenarios/example.ts';
import { kindOfMessage } from '../notice-kinds.ts';
import { isHarmed, type Play } from '../play.ts';
import type { Scene } from '../scene.ts';
import type { Seen } from '../stored-key.ts';

/** A driver's turns from an alarm that fires again to the messages about it, and a call that keeps a phone busy. */
const withinMs = 30_000;

/** An alarm flaps when it fires again as often as this within that time. Then its source must be quiet for so long. */
const flapsAfterTimes = 3;
const flapsWithinMs = 30 * 60_000;
const quietMs = 15 * 60_000;

/** The time from the source's event to the write of it. */
const writeMs = 5000;

/** One alarm that flaps gives a silent person this many texts in 15 minutes, at most (P3). */
const maxTexts = 6;
const budgetMs = 15 * 60_000;

/**
 * An alarm that fires again goes on where it was: an acknowledgement holds, who was told that it is over hears that it is
 * open again, "well again" does not end what flaps, and nobody is flooded.
 */
export function again({ incidents, play, now }: Scene): readonly string[] {
  return incidents
    .filter(({ isPast }) => !isPast)
    .flatMap((seen) => [
      ...lostAcknowledgement(seen),
      ...endedTooSoon(seen, play),
      ...(isHarmed(play.night, now) ? [] : [...notToldOpen(seen, play, now), ...flooded(seen, play)]),
    ]);
}

/** An acknowledgement whose time was not up at the reopening, and that nothing has ended since. */
function lostAcknowledgement({ incident, timeline }: Seen): readonly string[] {
  const index = timeline.findLastIndex(({ kind }) => kind === 'reopened');
  const reopened = timeline[index];
  if (reopened === undefined || incident.status === 'acknowledged') return [];
  const end = timeline.slice(0, index).findLastIndex(({ kind }) => kind === 'resolved');
  const held = timeline.slice(0, end).findLast(({ kind }) => endings.has(kind));
  if (held?.kind !== 'acknowledged' || held.until <= reopened.at) return [];
  const isEnded = timeline.slice(index + 1).some(({ kind }) => endings.has(kind) || kind === 'resolved');
  return isEnded ? [] : [`${incident.code}: ${held.by} had it until later, and lost it when it fired again`];
}

/** The entries that begin or end an acknowledgement. A time that was given beside it may have made it longer. */
const endings: ReadonlySet<Entry['kind']> = new Set([
  'acknowledged',
  'acknowledgement ran out',
  'declined',
  'undone',
  'not on it',
]);

/** The source has ended an incident whose alarm flaps, though it fired within the quiet time. */
function endedTooSoon({ incident, item, timeline }: Seen, { ledger }: Play): readonly string[] {
  return timeline.flatMap((entry, index) => {
    if (entry.kind !== 'resolved' || entry.by !== 'source') return [];
    const reopened = timeline.slice(0, index).filter((each) => each.kind === 'reopened' && !('path' in each));
    const last = reopened.slice(-flapsAfterTimes);
    const [first] = last;
    const isLastOpening =
      last.at(-1) === timeline.slice(0, index).findLast(({ kind }) => kind === 'reopened');
    const flaps =
      last.length === flapsAfterTimes && (last.at(-1)?.at ?? 0) - (first?.at ?? 0) <= flapsWithinMs;
    const fired = ledger
      .all()
      .some(
        ({ via, about, means, at }) =>
          via === 'source' &&
          about === item.key &&
          means === 'firing' &&
          at > entry.at - quietMs + writeMs &&
          at < entry.at - writeMs,
      );
    return flaps && isLastOpening && fired
      ? [`${incident.code}: its alarm flaps, and its source has ended it without a quiet time`]
      : [];
  });
}

/** Somebody is asked or works on it, and the last that they heard is that it is over. */
function notToldOpen({ incident, timeline }: Seen, { heard }: Play, now: number): readonly string[] {
  const { code, status, ladder, saidYes } = incident;
  const reopenedAt = timeline.findLast(({ kind }) => kind === 'reopened')?.at;
  const quietUntil = Math.max(reopenedAt ?? 0, ladder.stepStartedAt) + withinMs;
  if (reopenedAt === undefined || status === 'resolved' || now < quietUntil) return [];
  const asked = status === 'escalating' ? (ladder.asked ?? []) : [];
  const people = [...asked.map(({ responder }) => responder), ...(status === 'held' ? [] : saidYes)];
  return people
    .filter((id) => !ladder.declined.includes(id) && isSureItIsOver(id))
    .map((id) => `${code}: is open again, and ${id} has heard only that it is over`);

  function isSureItIsOver(id: string): boolean {
    const number = exampleOrganization.responders[id]?.numbers[0];
    const last = heard.findLast((one) => one.number === number && one.code === code);
    return last !== undefined && last.at < now - withinMs && isOver(last.text);
  }
}

/** A person who says nothing gets more texts about one alarm than the budget. */
function flooded({ incident, timeline }: Seen, { heard, ledger }: Play): readonly string[] {
  const isPlain =
    timeline.some(({ kind }) => kind === 'reopened') && !timeline.some(({ kind }) => byPeople.has(kind));
  if (!isPlain || incident.major !== undefined) return [];
  const texts = heard.filter(({ kind, code }) => kind === 'responder' && code === incident.code);
  const writers = ledger.all().flatMap(({ by }) => exampleOrganization.responders[by]?.numbers ?? []);
  const silent = texts.map(({ number }) => number).filter((number) => !writers.includes(number));
  return [...new Set(silent)].flatMap((number) => {
    const times = texts.filter((one) => one.number === number).map(({ at }) => at);
    const most = Math.max(
      ...times.map((from) => times.filter((at) => at >= from && at < from + budgetMs).length),
    );
    return most > maxTexts ? [`${incident.code}: ${number} got ${most} texts in 15 minutes`] : [];
  });
}

const byPeople: ReadonlySet<Entry['kind']> = new Set([
  ...endings,
  'additional responder asked',
  'major incident',
  'contact center said',
  'updated',
]);

function isOver(text: string): boolean {
  const kind = kindOfMessage(text);
  return kind === 'over' || kind === 'overBy' || kind === 'overByYou';
}
