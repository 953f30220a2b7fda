import { Temporal } from '@js-temporal/polyfill';
import { roles } from '../organization/formats.ts';
import type { Organization } from '../organization/organization.ts';
import { weekdays } from '../time/calendar-day.ts';
import { day24Hours, type Instant } from '../time/instant.ts';
import { nextHandover, onCall, timeZoneOf, turnsOf } from './roster.ts';

/** Whether three different people fill the roles of each roster. If not, when they do not, in plain words. */
export type RosterProof =
  | { readonly kind: 'proven' }
  | { readonly kind: 'hole'; readonly counterExamples: readonly string[] };

/** How far ahead the roster is proven: more than a year, so that it includes each handover of the next year and a leap day. */
const provenDays = 400;

/** Counterexamples that are shown of a roster. A clash repeats every few weeks, so a few show the pattern. */
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
 * Proves that three different people fill the roles of each roster at every moment of the next 400 days.
 *
 * The proof is exact, not a sample: nobody changes between two handovers, so it checks one moment between each two. Of a
 * roster with management alone, only management must be filled.
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

/** Splits a time at each handover of the roster's rotations. */
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

/** A moment in words, such as `Monday 11 January 2027 09:00`, with seconds only when they are not zero. */
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
