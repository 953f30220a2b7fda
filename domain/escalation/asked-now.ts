import type { Incident } from '../incident/incident.ts';
import { type Asked, type Ladder, stillAsked } from '../incident/ladder.ts';
import type { Instant } from '../time/instant.ts';
import { ladderWaitsUntil } from './ladder.ts';

/** Somebody who is asked now, and until when: then the next step, or the next round, begins. */
export interface AskedNow extends Asked {
  readonly until: Instant;
}

/** Everybody who is asked now: by the main ladder while nobody has acknowledged, and beside it. Each person once. */
export function askedNow(incident: Incident): readonly AskedNow[] {
  const { status, ladder, additional } = incident;
  if (status === 'resolved' || status === 'held') return [];
  const ladders = [...(status === 'escalating' ? [ladder] : []), ...additional];
  const all = ladders.flatMap((each) => askedBy(incident, each));
  return all.filter(
    ({ responder }, place) => all.findIndex((other) => other.responder === responder) === place,
  );
}

function askedBy(incident: Incident, ladder: Ladder): readonly AskedNow[] {
  const until = ladderWaitsUntil(incident, ladder);
  return stillAsked(ladder).map((asked) => ({ ...asked, until }));
}

/** Whom an operator may report to have reached, for a task to confirm `primary`: those who are asked now, and the primary. */
export function mayBeReached(incident: Incident, primary: string): readonly string[] {
  const { status, acknowledgement } = incident;
  const holder = status === 'acknowledged' && acknowledgement?.by === primary ? [primary] : [];
  const asked = askedNow(incident).map(({ responder }) => responder);
  return [...new Set([...holder, ...asked, primary])];
}

/**
 * Whom an operator may report as not reached, so that the next one is paged: the primary who has acknowledged, or whom the
 * main ladder asks now. Undefined when there is nobody, or no step after this one.
 */
export function mayBePassedOver(incident: Incident, primary: string): string | undefined {
  const { status, acknowledgement, ladder, policy } = incident;
  if (status === 'acknowledged') return acknowledgement?.by === primary ? primary : undefined;
  if (status !== 'escalating' || ladder.step + 1 >= policy.steps.length) return undefined;
  // Before a driver has read the roster, the task alone says who is the primary.
  return ladder.asked === undefined ? primary : stillAsked(ladder)[0]?.responder;
}

/** Whom the operator of a task to confirm `primary` should reach now: after a report that they were not reached, the next one. */
export function toReach(incident: Incident, primary: string): string {
  const { status, ladder } = incident;
  const asked = status === 'escalating' ? stillAsked(ladder) : [];
  const isAsked = asked.some(({ responder }) => responder === primary);
  return isAsked ? primary : (asked[0]?.responder ?? primary);
}
