import { hour } from '../../../domain/time/instant.ts';
import { exampleOrganization } from '../../scenarios/example.ts';
import { meaningOf } from '../drawn-messages.ts';
import type { Act } from '../ledger.ts';
import { isHarmed, type Play } from '../play.ts';
import type { Scene } from '../scene.ts';
import type { Seen } from '../stored-key.ts';
import { isQuestionBack } from './no-floods.ts';

/** A person who writes has an answer within this time, and their words have had their effect. */
const withinMs = 30_000;

/**
 * No answer is lost: a person who writes gets an answer, and a plain yes, no or done has its effect. An automatic
 * reply of a phone means nothing. Two machines must not answer each other without end.
 */
export function answersCount({ play, incidents, now }: Scene): readonly string[] {
  const due = play.ledger
    .all()
    .filter(
      ({ at, via }) => (via === 'sms' || via === 'voice') && at + withinMs < now && at + 3 * withinMs > now,
    )
    .filter(({ by }) => Object.hasOwn(exampleOrganization.responders, by))
    .filter(({ at }) => !isHarmed(play.night, at, 120));
  return due.flatMap((act) => [...unheard(play, act), ...withoutEffect(incidents, act)]);
}

function unheard({ heard }: Play, { by, at, via, means, isPlain, isByItself }: Act): readonly string[] {
  const number = exampleOrganization.responders[by]?.numbers[0];
  const isExcused =
    (isByItself && (means === 'unclear' || isPlain !== true)) || hadItsQuestions(heard, number, at);
  if (via !== 'sms' || number === undefined || isExcused) return [];
  const isHeard = heard.some((one) => one.number === number && one.at >= at && one.at <= at + withinMs);
  return isHeard ? [] : [`${by} wrote (${means}), and heard nothing`];
}

/** Whoever is asked back again and again is asked no more for an hour: the same once, and others three times. */
function hadItsQuestions(heard: Play['heard'], number: string | undefined, at: number): boolean {
  return heard.some(
    (one) => one.number === number && one.at < at && one.at > at - hour && isQuestionBack(one.text),
  );
}

/** The timeline kinds that show each plain answer. */
const effects: Readonly<Record<string, readonly string[]>> = {
  // For the responder who acknowledged already, a yes with a time gives the repair time.
  yes: ['acknowledged', 'joined', 'updated'],
  no: ['declined'],
  done: ['resolved'],
};

function withoutEffect(
  incidents: readonly Seen[],
  { by, at, means, code, isPlain, via }: Act,
): readonly string[] {
  const effect = effects[meaningOf(means)];
  const seen = incidents.findLast(({ incident }) => incident.code === code);
  if (effect === undefined || seen === undefined || isPlain !== true) return [];
  const isThere = seen.timeline.some(
    (entry) => effect.includes(entry.kind) && 'by' in entry && entry.by === by && entry.at >= at,
  );
  return isThere || wasOver(seen, at)
    ? []
    : [`${seen.incident.code}: ${by} said ${means} by ${via}, and nothing came of it`];
}

/** The incident was resolved before the answer came or soon after, or was reopened in the same moment. */
function wasOver({ timeline }: Seen, at: number): boolean {
  const turns = timeline.filter(({ kind }) => ['opened', 'reopened', 'resolved'].includes(kind));
  const before = turns.findLast((entry) => entry.at < at);
  const meanwhile = turns.some(
    ({ kind, at: then }) => kind === 'resolved' && then >= at && then < at + withinMs,
  );
  return before === undefined || before.kind === 'resolved' || meanwhile;
}
