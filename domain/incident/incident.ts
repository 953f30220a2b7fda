import { type AlarmLink, maxSummaryLength } from '../alarm/alarm.ts';
import type { Route } from '../alarm/route.ts';
import type { SlaTerms } from '../organization/default-policies.ts';
import type { EscalationPolicy, Role } from '../organization/organization.ts';
import type { Instant } from '../time/instant.ts';
import { morningAfter } from '../time/morning.ts';
import type { ConsentRequest, CustomerPromise, MajorIncident, ResolutionTarget } from './customer.ts';
import type { Ladder } from './ladder.ts';
import type { Notice } from './notice.ts';
import type { OperatorTask } from './task.ts';
import type { Entry } from './timeline.ts';

export type Status = 'escalating' | 'acknowledged' | 'held' | 'resolved';

/** The responder who acknowledged the incident, and until when. */
export interface Acknowledgement {
  readonly by: string;
  readonly until: Instant;
  /** The time for which it was given. Whatever the responder writes about the incident makes it last as long again. */
  readonly lastsMs?: number | undefined;
  /** What the last yes or repair time replaced. An undo goes back to it. */
  readonly replaced?: Replaced | undefined;
}

/** An acknowledgement that an answer of `byAnswerOf` replaced, with the expected repair time of that moment. */
export interface Replaced extends Acknowledgement {
  readonly byAnswerOf: string;
  readonly expectedAt?: Instant | undefined;
}

/** The shift of the responder who has acknowledged. `nextUntil`: when the shift after it ends. */
export interface ShiftOfHolder {
  readonly by: string;
  readonly role: Role;
  readonly endsAt: Instant;
  readonly nextUntil: Instant;
}

/** A call to a responder that Amazon Connect made in a region. After `until` it cannot be open any more. */
export interface RingingCall {
  readonly responder: string;
  readonly region: string;
  readonly contactId: string;
  readonly until: Instant;
}

/** A notice that a responder must still get. */
export interface PendingNotice {
  readonly to: string;
  readonly notice: Notice;
  /** It is not sent before this moment, because it may be untrue by then. Undefined: it is sent at once. */
  readonly notBefore?: Instant | undefined;
}

/** What the end of an incident interrupted. An incident that is opened again goes on with it. */
export interface Interrupted {
  readonly status: Exclude<Status, 'resolved'>;
  readonly additional: readonly Ladder[];
  /** The tasks to confirm a primary, as they stood. */
  readonly confirmations: readonly OperatorTask[];
  /** What the customer was still to be told, as it stood. */
  readonly promises: readonly CustomerPromise[];
  /** Everybody who hears that the incident is over. */
  readonly readers: readonly string[];
}

/** How often an alarm has fired again, and whether it flaps. */
export interface FiredAgain {
  readonly times: number;
  /** When, the last times: as many as decide whether it flaps. */
  readonly lately: readonly Instant[];
  /** It flaps: "well again" ends nothing until the source has been quiet for some time. */
  readonly flaps?: true | undefined;
  /** While it flaps: since when its source has said that all is well. */
  readonly wellSince?: Instant | undefined;
}

/**
 * The record of one problem, opened by its first alarm: all that the rules need to know of it. Its deadline, epoch and
 * revision are attributes of its item in the table.
 */
export interface Incident {
  readonly status: Status;
  readonly code: string;
  /** The index of codes has this code, so that an answer finds the incident. */
  readonly isCodeStored?: true | undefined;
  readonly openedAt: Instant;
  readonly source: string;
  readonly dedupKey: string;
  readonly summary: string;
  /** What the alarm says besides its summary, bounded by its source. */
  readonly details?: Readonly<Record<string, string>> | undefined;
  /** Addresses such as a runbook or a graph. */
  readonly links?: readonly AlarmLink[] | undefined;
  /**
   * The region that took the alarm in. "Own" and "other" in a policy are relative to this region, not to the driver's.
   * After a takeover the driver is in the other region; a page by "other" must then not use the region that has just
   * failed twice.
   */
  readonly home: string;
  readonly route: Route;
  /** The policy as it was when the incident opened. An edit of the policy changes only later incidents. */
  readonly policy: EscalationPolicy;
  /** The main ladder, of the policy. */
  readonly ladder: Ladder;
  readonly acknowledgement?: Acknowledgement | undefined;
  /** Undefined: the responder who has acknowledged is not on call, or no driver has read the roster since. */
  readonly shift?: ShiftOfHolder | undefined;
  /** Who was asked at the end of their shift whether the next one takes the incident, and when. */
  readonly askedToGoOn?: { readonly by: string; readonly at: Instant } | undefined;
  /** Everybody who said yes: the responder who acknowledged, and the helpers. */
  readonly saidYes: readonly string[];
  /** A ladder for each additional responder. */
  readonly additional: readonly Ladder[];
  readonly additionalOpened: number;
  /** When additional responders were asked for the last times, by reason and person or role: `major/secondary`. */
  readonly askedBeside?: Readonly<Record<string, readonly Instant[]>> | undefined;
  /** Calls to responders that may still ring. */
  readonly ringing?: readonly RingingCall[] | undefined;
  readonly major?: MajorIncident | undefined;
  /** The ladders that asked for a major incident when it was declared to be none. Declared again, they go on. */
  readonly endedMajor?: readonly Ladder[] | undefined;
  /** The open tasks of the contact center, and the last ones that ended. */
  readonly tasks: readonly OperatorTask[];
  readonly tasksOpened: number;
  /** The SLA terms of the customer when the incident opened. Undefined: the customer is not known. */
  readonly slaTerms?: SlaTerms | undefined;
  readonly promises: readonly CustomerPromise[];
  readonly promisesMade: number;
  /** The target of the customer's SLA for the resolution. Undefined while the incident is held. */
  readonly target?: ResolutionTarget | undefined;
  /** The expected repair time that a responder gave last. */
  readonly expectedAt?: Instant | undefined;
  readonly consents: readonly ConsentRequest[];
  readonly held?: { readonly reason: string; readonly until: Instant } | undefined;
  readonly resolvedAt?: Instant | undefined;
  /** Who resolved it: a responder, or `source`. */
  readonly resolvedBy?: string | undefined;
  /** What the end interrupted. Undefined while the incident is open. */
  readonly interrupted?: Interrupted | undefined;
  /** When the incident was opened again for the last time. */
  readonly reopenedAt?: Instant | undefined;
  /** Undefined: the alarm has not fired again after an end. */
  readonly firedAgain?: FiredAgain | undefined;
  /** Everybody who was paged. They hear when another responder acknowledges, and when the incident is resolved. */
  readonly paged: readonly string[];
  readonly notices: readonly PendingNotice[];
  /** The messages that were answers, by id: each counts once. */
  readonly answers: readonly string[];
  /** The execution of the workflow that drives the incident: when it started, and how many turns it has made. */
  readonly execution: { readonly startedAt: Instant; readonly turns: number };
  /** The last entries. Older ones are items of their own in the table; `movedEntries` counts them. */
  readonly timeline: readonly Entry[];
  readonly movedEntries: number;
}

/** Adds entries to the timeline. */
export function withEntry(incident: Incident, ...entries: readonly Entry[]): Incident {
  return { ...incident, timeline: [...incident.timeline, ...entries] };
}

/** Decides whether an incident that opens or reopens pages at once, or is held until the customer's morning. */
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

/** Cuts a source's text to the length that an incident keeps, so that its item fits into the table. */
export function cutOff(text: string): string {
  return text.slice(0, maxSummaryLength);
}

/** Finds a ladder by its id: the main one, or an additional responder's. */
export function ladderWithId({ ladder, additional }: Incident, id: string): Ladder | undefined {
  return [ladder, ...additional].find((each) => each.id === id);
}

/** Replaces the ladder that has the same id. */
export function withLadder(incident: Incident, changed: Ladder): Incident {
  if (changed.id === incident.ladder.id) return { ...incident, ladder: changed };
  return {
    ...incident,
    additional: incident.additional.map((each) => (each.id === changed.id ? changed : each)),
  };
}
