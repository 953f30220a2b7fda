import { Temporal } from '@js-temporal/polyfill';
import type { Incident } from '../incident/incident.ts';
import { invariant } from '../invariant.ts';
import type { Organization, Role, Roster, Rotation } from '../organization/organization.ts';
import { hour, type Instant } from '../time/instant.ts';

/** Who fills each role, by responder id; `undefined` where nobody does. */
export type OnCall = Readonly<Record<Role, string | undefined>>;

/** One turn: `responder` is on call from `from`, included, to `until`, excluded. Back to back, they leave no gap. */
export interface Shift {
  readonly responder: string;
  readonly from: Instant;
  readonly until: Instant;
}

/** A calendar week. Its length differs when the clocks change, so `shiftAt` corrects its first guess. */
const usualShift = 7 * 24 * hour;

/** Who is on call at an instant for a roster, which must be one of the organization's. */
export function onCall(organization: Organization, rosterName: string, instant: Instant): OnCall {
  const { primary, secondary, management } = turnsOf(organization, rosterName);
  return {
    primary: responderAt(primary, instant),
    secondary: responderAt(secondary, instant),
    management: responderAt(management, instant),
  };
}

/** The rotations that fill the roles of a roster: its own, or borrowed ones in their own time zone. */
export function turnsOf(
  organization: Organization,
  rosterName: string,
): Readonly<Record<Role, Turns | undefined>> {
  const { primary, secondary, management } = rosterNamed(organization, rosterName);
  const timeZone = timeZoneOf(organization, rosterName);
  const own = (rotation: Rotation | undefined) =>
    rotation === undefined ? undefined : { rotation, timeZone };
  return {
    primary: own(primary),
    secondary: own(secondary),
    management:
      'borrowedFrom' in management
        ? turnsOf(organization, management.borrowedFrom).management
        : own(management),
  };
}

/** The time zone of a roster's own handovers: its own, or else the company's. */
export function timeZoneOf(organization: Organization, rosterName: string): string {
  return rosterNamed(organization, rosterName).timeZone ?? organization.company.timeZone;
}

/**
 * Until when the result of `onCall` is valid: the next handover of any of the roster's rotations, even if the same person
 * continues. It is always later than the instant.
 */
export function nextHandover(organization: Organization, rosterName: string, instant: Instant): Instant {
  const turns = Object.values(turnsOf(organization, rosterName)).filter((each) => each !== undefined);
  return Math.min(...turns.map((each) => shiftAt(each, instant)?.until ?? handoverAt(each, 0)));
}

/** The shift at an instant. Undefined before the rotation starts. */
export function shiftAt(turns: Turns, instant: Instant): Shift | undefined {
  let number = Math.max(0, Math.floor((instant - handoverAt(turns, 0)) / usualShift));
  while (handoverAt(turns, number) > instant) {
    if (number === 0) return undefined;
    number -= 1;
  }
  while (handoverAt(turns, number + 1) <= instant) number += 1;
  return shiftNumbered(turns, number);
}

function responderAt(turns: Turns | undefined, instant: Instant): string | undefined {
  return turns === undefined ? undefined : shiftAt(turns, instant)?.responder;
}

function shiftNumbered(turns: Turns, number: number): Shift {
  const { responders } = turns.rotation;
  const responder = responders[number % responders.length];
  invariant(responder !== undefined, 'a rotation has at least one responder');
  return { responder, from: handoverAt(turns, number), until: handoverAt(turns, number + 1) };
}

function rosterNamed({ rosters }: Organization, name: string): Roster {
  const roster = Object.hasOwn(rosters, name) ? rosters[name] : undefined;
  invariant(roster !== undefined, `the organization has a roster named ${name}`);
  return roster;
}

/** Who is on call for an incident. */
export function onCallFor(incident: Incident, organization: Organization, now: Instant): OnCall {
  return onCall(organization, rosterOf(incident, organization), now);
}

/** The roster of an incident: its own, or the default one if the organization no longer has that roster. */
export function rosterOf({ route }: Incident, { rosters, defaultRoster }: Organization): string {
  return Object.hasOwn(rosters, route.roster) ? route.roster : defaultRoster;
}

/** A rotation, and the time zone of its handovers. */
export interface Turns {
  readonly rotation: Rotation;
  readonly timeZone: string;
}

/** The most handovers that are remembered: ten years of weekly handovers for twenty rotations that start on different days. */
const maxRemembered = 10_000;

const remembered = new Map<string, Instant>();

/**
 * When a shift begins: a number of calendar weeks after the first, at the same time on the wall clock.
 *
 * If the clocks skip that time, the handover is later by as much. If they show it twice, the first counts. The standards for
 * calendars do the same, and Temporal calls it `compatible`. Results are remembered, since each costs a tenth of a
 * millisecond and rotations share most of them.
 */
export function handoverAt({ rotation, timeZone }: Turns, number: number): Instant {
  const { startsOn, handover } = rotation;
  const question = `${timeZone} ${startsOn} ${handover.time} ${number}`;
  const known = remembered.get(question);
  if (known !== undefined) return known;

  const instant = Temporal.PlainDate.from(startsOn)
    .add({ days: 7 * number })
    .toZonedDateTime({ timeZone, plainTime: handover.time }).epochMilliseconds;
  if (remembered.size >= maxRemembered) remembered.clear();
  remembered.set(question, instant);
  return instant;
}
