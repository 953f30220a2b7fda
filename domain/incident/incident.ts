import { maxSummaryLength } from '../alarm/alarm.ts';
import type { Route } from '../alarm/route.ts';
import type { EscalationPolicy } from '../organization/organization.ts';
import type { SlaTerms } from '../organization/sla.ts';
import type { Instant } from '../time/instant.ts';
import { morningAfter } from '../time/morning.ts';
import type { ConsentRequest } from './consent.ts';
import type { CustomerPromise, ResolutionTarget } from './customer-promise.ts';
import type { Ladder } from './ladder.ts';
import type { MajorIncident } from './major.ts';
import type { Notice } from './notice.ts';
import type { OperatorTask } from './task.ts';
import type { Entry } from './timeline.ts';

export type Status = 'escalating' | 'acknowledged' | 'held' | 'resolved';

/** Somebody has the incident, until a time. */
export interface Acknowledgement {
  readonly by: string;
  readonly until: Instant;
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
  /** The code is noted where people's words are looked up. */
  readonly isCodeStored?: true | undefined;
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
  /** The main ladder, of the policy. */
  readonly ladder: Ladder;
  readonly acknowledgement?: Acknowledgement | undefined;
  /** Everybody who has said yes: the one who has it, and those who work beside him or her. */
  readonly saidYes: readonly string[];
  /** A ladder for each additional responder. */
  readonly additional: readonly Ladder[];
  readonly additionalOpened: number;
  readonly major?: MajorIncident | undefined;
  /** What the contact center is asked to do, and what came of it lately. */
  readonly tasks: readonly OperatorTask[];
  readonly tasksOpened: number;
  /** What its customer was promised when it was opened; none: nobody knows whose it is. */
  readonly slaTerms?: SlaTerms | undefined;
  readonly promises: readonly CustomerPromise[];
  readonly promisesMade: number;
  /** What its customer's SLA says of its end; none as long as it is held. */
  readonly target?: ResolutionTarget | undefined;
  /** When it will be mended, as the last word of the one who has it says. */
  readonly expectedAt?: Instant | undefined;
  readonly consents: readonly ConsentRequest[];
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

/** The ladder with an id: the main one, or an additional responder's. */
export function ladderWithId({ ladder, additional }: Incident, id: string): Ladder | undefined {
  return [ladder, ...additional].find((each) => each.id === id);
}

/** The incident with a ladder changed. */
export function withLadder(incident: Incident, changed: Ladder): Incident {
  if (changed.id === incident.ladder.id) return { ...incident, ladder: changed };
  return {
    ...incident,
    additional: incident.additional.map((each) => (each.id === changed.id ? changed : each)),
  };
}
