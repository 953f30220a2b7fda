import { Temporal } from '@js-temporal/polyfill';
import { roles } from '../organization/formats.ts';
import type { Organization } from '../organization/organization.ts';
import { weekdays } from '../time/calendar-day.ts';
import { day24Hours, type Instant } from '../time/instant.ts';
import { nextHandover, onCall, timeZoneOf, turnsOf } from './roster.ts';

/** Whether each role of each roster is filled by three different people; if not, when it is not, in plain words. */
export type RosterProof =
  | { readonly kind: 'proven' }
  | { readonly kind: 'hole'; readonly counterExamples: readonly string[] };

/** How far ahead the roster is proven: over a year, so that each handover of the next year is in it, and its leap day. */
const provenDays = 400;

/** Enough to see the pattern; a rotation that clashes does so again every few weeks. */
const maxPerRoster = 3;

const conjunction = new Intl.ListFormat('en-GB');

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** From its start, included, to its end, excluded. */
interface Span {
  readonly from: Instant;
  readonly until: Instant;
}

interface Hole extends Span {
  readonly problem: string;
}

/**
 * Proves that for every moment of the next 400 days each role of each roster is filled, by three different people.
 *
 * Exact, not sampled: between two handovers nobody changes, so one moment of each such time speaks for all of it. Of a
 * roster with management alone only that is asked.
 */
export function proveRoster(organization: Organization, from: Instant): RosterProof {
  const until = from + provenDays * day24Hours;
  const counterExamples = Object.keys(organization.rosters).flatMap((roster) =>
    holes(organization, roster, { from, until })
      .slice(0, maxPerRoster)
      .map((hole) => inWords(organization, roster, hole)),
  );
  return counterExamples.length === 0 ? { kind: 'proven' } : { kind: 'hole', counterExamples };
}

function holes(organization: Organization, roster: string, window: Span): readonly Hole[] {
  const found: Hole[] = [];
  for (const span of unchangingSpans(organization, roster, window)) {
    for (const problem of problemsOf(organization, roster, span.from)) {
      const earlier = found.findLastIndex((hole) => hole.problem === problem && hole.until === span.from);
      if (earlier < 0) found.push({ ...span, problem });
      else found[earlier] = { from: found[earlier]?.from ?? span.from, until: span.until, problem };
    }
  }
  return found;
}

/** Cuts a time at each handover of each of the roster's rotations. */
function unchangingSpans(organization: Organization, roster: string, { from, until }: Span): readonly Span[] {
  const spans: Span[] = [];
  for (let at = from; at < until; ) {
    const next = Math.min(nextHandover(organization, roster, at), until);
    spans.push({ from: at, until: next });
    at = next;
  }
  return spans;
}

function problemsOf(organization: Organization, roster: string, instant: Instant): readonly string[] {
  const people = onCall(organization, roster, instant);
  const turns = turnsOf(organization, roster);
  const nobody = roles
    .filter((role) => turns[role] !== undefined && people[role] === undefined)
    .map((role) => `nobody is ${role}`);
  const twice = [...new Set(roles.map((role) => people[role]))]
    .map((person) => ({ person, theirs: roles.filter((role) => people[role] === person) }))
    .filter(({ person, theirs }) => person !== undefined && theirs.length > 1)
    .map(
      ({ person = '', theirs }) => `${nameOf(organization, person)} is ${conjunction.format(theirs)} at once`,
    );
  return [...nobody, ...twice];
}

function nameOf({ responders }: Organization, id: string): string {
  return responders[id]?.name ?? id;
}

function inWords(organization: Organization, roster: string, { from, until, problem }: Hole): string {
  const timeZone = timeZoneOf(organization, roster);
  return `${roster}: from ${moment(from, timeZone)} to ${moment(until, timeZone)} (${timeZone}) ${problem}`;
}

/** A moment as people say it, such as `Monday 11 January 2027 09:00`; seconds only where there are some. */
function moment(instant: Instant, timeZone: string): string {
  const local = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone);
  const weekday = capital(weekdays[local.dayOfWeek - 1] ?? '');
  const time = local.toPlainTime().round({ smallestUnit: 'second', roundingMode: 'floor' });
  const clock = time.toString({ smallestUnit: time.second === 0 ? 'minute' : 'second' });
  return `${weekday} ${local.day} ${months[local.month - 1]} ${local.year} ${clock}`;
}

function capital(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}
