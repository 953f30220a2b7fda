import { type Alarm, maxSummaryLength } from './alarm.ts';
import type { Instant } from './instant.ts';
import { morningAfter } from './morning.ts';
import type { Notice } from './notice-text.ts';
import type { EscalationPolicy, Role } from './organization.ts';
import type { Route } from './route.ts';
import type { Entry } from './timeline.ts';

export type Status = 'escalating' | 'acknowledged' | 'held' | 'resolved';

/** Somebody has the incident, until a time. */
export interface Acknowledgement {
  readonly by: string;
  readonly until: Instant;
}

/** A person asked in the current step, in the role in which he or she is asked. */
export interface Asked {
  readonly responder: string;
  readonly role: Role;
}

export type PageOutcome = 'handed over' | 'failed';

/** Once through the ladder of the policy. */
export interface Round {
  readonly number: number;
  readonly startedAt: Instant;
  /** Index of the step; past the last one, the round waits out its time. */
  readonly step: number;
  readonly stepStartedAt: Instant;
  /** Who is asked in this step; undefined until a driver has read the roster. */
  readonly asked?: readonly Asked[] | undefined;
  /** Said no, and are skipped for the round. */
  readonly declined: readonly string[];
  /** Were asked, and let the time run out. */
  readonly silent: readonly string[];
  /** What became of each page of this step, by attempt. */
  readonly pages: Readonly<Record<string, PageOutcome>>;
  /** Calls of this step that wait for the end of another call to the same phone, by attempt. */
  readonly putOff?: Readonly<Record<string, Instant>> | undefined;
  /** Had it when it was resolved: takes the place of the primary in this round. */
  readonly asksFirst?: string | undefined;
}

/** Something that a responder must still be told. */
export interface PendingNotice {
  readonly to: string;
  readonly notice: Notice;
}

/** One problem, opened by its first alarm. What decides about it; its deadline, epoch and revision stand beside it in the table. */
export interface Incident {
  readonly status: Status;
  readonly code: string;
  readonly openedAt: Instant;
  readonly source: string;
  readonly dedupKey: string;
  readonly summary: string;
  /**
   * The region that took the alarm in. Policies say "own" and "other" of it, not of whoever drives: after a takeover the
   * page must not go to the region that has just failed, and be called tried in both.
   */
  readonly home: string;
  readonly route: Route;
  /** Frozen: editing a policy changes the next incident. */
  readonly policy: EscalationPolicy;
  readonly round: Round;
  readonly acknowledgement?: Acknowledgement | undefined;
  readonly held?: { readonly reason: string; readonly until: Instant } | undefined;
  readonly resolvedAt?: Instant | undefined;
  /** Everybody who was paged for it, and hears when another took it or it is over. */
  readonly paged: readonly string[];
  readonly notices: readonly PendingNotice[];
  /** The last messages that were answers, by id: each counts once. */
  readonly answers: readonly string[];
  /** The execution that drives it: when it started, and how many turns it has made. */
  readonly execution: { readonly startedAt: Instant; readonly turns: number };
  /** The entries that are not yet items of their own. */
  readonly timeline: readonly Entry[];
  readonly movedEntries: number;
}

/** What an alarm's incident begins with, besides the alarm. */
export interface Opening {
  readonly code: string;
  readonly home: string;
  readonly route: Route;
  readonly policy: EscalationPolicy;
  readonly now: Instant;
}

/** The incident that a first alarm opens. Its first step is asked as soon as a driver has read the roster. */
export function openIncident(alarm: Alarm, { code, home, route, policy, now }: Opening): Incident {
  const summary = cutOff(alarm.summary);
  const { status, held, entries } = pagedOrHeld(policy, route, now);
  return {
    status,
    held,
    code,
    openedAt: now,
    source: alarm.source,
    dedupKey: cutOff(alarm.dedupKey),
    summary,
    home,
    route: { ...route, service: cutOff(route.service) },
    policy,
    round: newRound(1, now),
    paged: [],
    notices: [],
    answers: [],
    execution: { startedAt: now, turns: 0 },
    timeline: [
      { at: now, kind: 'opened', summary, roster: route.roster },
      ...entries,
      ...forTheContactCenter(alarm, route, now),
    ],
    movedEntries: 0,
  };
}

/** A round from its first step on. */
export function newRound(number: number, startedAt: Instant): Round {
  return {
    number,
    startedAt,
    step: 0,
    stepStartedAt: startedAt,
    declined: [],
    silent: [],
    pages: {},
  };
}

/** Those who are asked in this step and have not said no. */
export function stillAsked(round: Round): readonly Asked[] {
  return (round.asked ?? []).filter(({ responder }) => !round.declined.includes(responder));
}

/** The incident with one more entry on its timeline. */
export function withEntry(incident: Incident, ...entries: readonly Entry[]): Incident {
  return { ...incident, timeline: [...incident.timeline, ...entries] };
}

/** Whether an incident that opens, or opens again, pages at once or is held until the customer's morning. */
export function pagedOrHeld(
  { heldUntilMorning }: EscalationPolicy,
  { timeZone, severity }: Route,
  now: Instant,
): Pick<Incident, 'status' | 'held'> & { readonly entries: readonly Entry[] } {
  const until = heldUntilMorning && morningAfter(heldUntilMorning, timeZone, now);
  if (until === undefined) return { status: 'escalating', held: undefined, entries: [] };
  const held = { reason: severity, until };
  return { status: 'held', held, entries: [{ at: now, kind: 'held', ...held }] };
}

/** What a source says, as long as an incident carries it: its item must fit into the table. */
export function cutOff(text: string): string {
  return text.slice(0, maxSummaryLength);
}

function forTheContactCenter(alarm: Alarm, route: Route, now: Instant): Entry[] {
  const reasons = [
    ...(route.known ? [] : ['unknown service']),
    ...alarm.warnings.map((warning) => warning.message),
  ];
  return reasons.map((about) => ({ at: now, kind: 'for the contact center', about }));
}
