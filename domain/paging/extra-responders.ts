import type { Asked, AskedAs } from '../incident/asked.ts';
import type { Summons, SummonsReason, Whom } from '../incident/extra-responder.ts';
import { type Incident, stillAsked, withEntry } from '../incident/incident.ts';
import type { OnCall } from '../on-call/roster.ts';
import type { EscalationPolicy, Path } from '../organization/organization.ts';
import { type Instant, minute, second } from '../time/instant.ts';
import type { DueAct } from './decision.ts';
import { type Paging, pagesBy } from './page.ts';

/** The incident with one more summons, unless the same is under way. */
export function summon(
  incident: Incident,
  whom: Whom,
  { why, by, now }: { readonly why: SummonsReason; readonly by?: string | undefined; readonly now: Instant },
): Incident {
  const isUnderWay = incident.summons.some((other) => JSON.stringify(other.whom) === JSON.stringify(whom));
  if (isUnderWay) return incident;
  const number = incident.summonsOpened + 1;
  const one: Summons = { id: `s${number}`, whom, why, by, round: 1, startedAt: now, pages: {} };
  const entry = { at: now, kind: 'summoned', whom: nameOf(whom), why, by } as const;
  return { ...withEntry(incident, entry), summonsOpened: number, summons: [...incident.summons, one] };
}

/** Brings all summons to `now`: who is asked is read from the roster, a round that is over gives way to the next. */
export function advanceSummons(incident: Incident, onCall: OnCall, now: Instant): Incident {
  return incident.summons.reduce((before, { id }) => advanceOne(before, id, onCall, now), incident);
}

function advanceOne(incident: Incident, id: string, onCall: OnCall, now: Instant): Incident {
  const one = incident.summons.find((each) => each.id === id);
  if (one === undefined || now < one.startedAt) return incident;
  const roundMs = incident.policy.roundSeconds * 1000;
  if (now >= one.startedAt + roundMs) {
    const over = one.startedAt + roundMs;
    const startedAt = now - over > lateness ? now : over;
    const next = { ...one, round: one.round + 1, startedAt, pages: {} };
    return advanceOne(replaced(incident, withoutRound(next)), id, onCall, now);
  }
  if (one.asked !== undefined) {
    return incident.saidYes.includes(one.asked) ? withoutSummons(incident, id) : goingOn(incident, one, now);
  }
  const asked = one.whom.kind === 'role' ? onCall[one.whom.role] : one.whom.responder;
  if (asked !== undefined) return advanceOne(replaced(incident, { ...one, asked }), id, onCall, now);
  const skipped = {
    at: now,
    kind: 'step skipped',
    role: nameOf(one.whom),
    reason: 'nobody fills it',
  } as const;
  return replaced(withEntry(incident, skipped), { ...one, startedAt: now + roundMs });
}

/** While the ladder asks the same person, the time of a summons stands still: what is left of its pages comes one by one. */
function goingOn(incident: Incident, one: Summons, now: Instant): Incident {
  const left = pagesLeft(incident, one).map(({ dueAt }) => dueAt);
  const overdue = now - Math.min(...left);
  if (overdue <= maxOverdueMs) return incident;
  return replaced(incident, { ...one, startedAt: one.startedAt + overdue });
}

/** A page that waits for longer was kept back; the paths of the default ladders are this far apart. */
const maxOverdueMs = 15 * second;

/** A driver that comes this much too late does not make up for lost rounds: the next one begins now. */
const lateness = minute;

function withoutRound({ asked: _asked, declined: _declined, putOff: _putOff, ...rest }: Summons): Summons {
  return rest;
}

/** The pages of all summons: the same paths as the ladder's first step, but for the contact center's. */
export function summonsActs(incident: Incident): readonly DueAct[] {
  if (incident.status === 'resolved') return [];
  return incident.summons.flatMap((one) => pagesLeft(incident, one));
}

function pagesLeft({ status, round, policy }: Incident, one: Summons): readonly DueAct[] {
  const paging = pagingOf(one);
  if (paging === undefined || one.declined) return [];
  const byLadder = status === 'escalating' ? stillAsked(round) : [];
  const isAskedAnyway = byLadder.some(({ responder }) => responder === paging.asked.responder);
  return isAskedAnyway ? [] : pagesBy(paging, summonsPaths(policy));
}

/** When `advanceSummons` next has something to do: a round begins, or is over. */
export function nextSummons({ status, summons, policy }: Incident): Instant {
  if (status === 'resolved') return Number.POSITIVE_INFINITY;
  return Math.min(
    ...summons.map(({ asked, startedAt }) =>
      asked === undefined ? startedAt : startedAt + policy.roundSeconds * 1000,
    ),
  );
}

/** How the pages of a summons are named and timed; undefined as long as nobody is asked. */
export function pagingOf({ id, round, asked, whom, startedAt, pages, putOff }: Summons): Paging | undefined {
  if (asked === undefined) return undefined;
  const role: AskedAs = whom.kind === 'role' ? whom.role : 'colleague';
  const person: Asked<AskedAs> = { responder: asked, role };
  return {
    ...{ asked: person, startedAt, pages, putOff },
    attempt: (_whom, index) => `${id}/${round}/${index}`,
  };
}

/** The paths by which somebody is asked beside the ladder. */
export function summonsPaths({ steps: [first] }: EscalationPolicy): readonly Path[] {
  return (first?.paths ?? []).filter((path) => path.kind === 'sms' || path.whom === 'responder');
}

/** The summons that an attempt is about. */
export function summonsOf({ summons }: Incident, attempt: string): Summons | undefined {
  return summons.find(({ id, round }) => attempt.startsWith(`${id}/${round}/`));
}

/** The incident with a summons changed. */
export function replaced(incident: Incident, one: Summons): Incident {
  return { ...incident, summons: incident.summons.map((each) => (each.id === one.id ? one : each)) };
}

/** The incident without a summons: it is answered, or has lost its purpose. */
export function withoutSummons(incident: Incident, id: string): Incident {
  return { ...incident, summons: incident.summons.filter((each) => each.id !== id) };
}

/** As timelines name it: a role, or a responder's id. */
export function nameOf(whom: Whom): string {
  return whom.kind === 'role' ? whom.role : whom.responder;
}
