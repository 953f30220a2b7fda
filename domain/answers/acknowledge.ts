import { confirmationsAfterYes } from '../contact-center/confirm-primary.ts';
import { promisesAfterYes } from '../customers/owed.ts';
import type { AnswerPath } from '../incident/customer.ts';
import {
  type Acknowledgement,
  type Incident,
  type PendingNotice,
  type Replaced,
  withEntry,
} from '../incident/incident.ts';
import type { Ladder } from '../incident/ladder.ts';
import type { Notice } from '../incident/notice.ts';
import { owedAfterYes } from '../incident/notices.ts';
import type { Severity } from '../organization/organization.ts';
import { ladderFor, withoutLadder } from '../paging/additional-responders.ts';
import { expectDecision } from '../paging/major-incident.ts';
import { type Instant, minute } from '../time/instant.ts';

/** Minutes for which a yes without a time acknowledges an incident, by severity. */
export const defaultMinutes: Readonly<Record<Severity, number>> = { critical: 15, high: 30, low: 120 };

interface Yes {
  readonly by: string;
  readonly path: AnswerPath;
  readonly minutes?: number | undefined;
}

/**
 * Applies a yes. It acknowledges the incident, even if another responder had acknowledged. An additional responder who says
 * yes after somebody acknowledged becomes a helper, and the acknowledgement stays; unless it is handed over to them.
 */
export function acknowledge(incident: Incident, yes: Yes, now: Instant): Incident {
  const { by, path } = yes;
  const ladder = ladderFor(incident, by);
  const before = acknowledgedBy(incident);
  const freed = ladder === undefined ? incident : withoutLadder(incident, ladder.id);
  const isHelper = (ladder !== undefined && ladder.why !== 'hand over') || isAskedBesides(incident, by);
  const acknowledged =
    isHelper && before !== undefined && before !== by
      ? help(freed, { by, path, before }, now)
      : acknowledgeAlone(freed, yes, now);
  const entered = {
    ...acknowledged,
    saidYes: [...new Set([...acknowledged.saidYes, by])],
    paged: [...new Set([...acknowledged.paged, by])],
  };
  const promised = promisesAfterYes(confirmationsAfterYes(entered, by, now), now);
  return isManagement(incident, by, ladder) ? expectDecision(promised, by, now) : promised;
}

function acknowledgeAlone(incident: Incident, { by, path, minutes }: Yes, now: Instant): Incident {
  const { code, route, acknowledgement } = incident;
  const before = acknowledgedBy(incident);
  const isAgain = before === by && minutes === undefined;
  const given = now + (minutes ?? defaultMinutes[route.severity]) * 60_000;
  // A second "ok" may be a thank-you. It does not shorten the time that the responder gave before.
  const until = isAgain ? Math.max(given, acknowledgement?.until ?? 0) : given;
  const replaced = isAgain ? acknowledgement?.replaced : replacedBy(incident, by);
  const others = before === by ? notYetTold(incident) : readersBut(by, incident, before);
  return {
    ...withEntry(incident, { at: now, kind: 'acknowledged', by, until, path }),
    status: 'acknowledged',
    held: undefined,
    acknowledgement: { by, until, lastsMs: until - now, replaced },
    notices: [
      { to: by, notice: confirmation(code, { by, until }, before) },
      ...others.map(
        (to): PendingNotice => ({ to, notice: { kind: 'acknowledgedByOther', code, by, until } }),
      ),
      ...owedAfterYes(incident, by),
    ],
  };
}

/** The most answers that can be taken back one after the other. */
const maxReplaced = 4;

/** What an answer of `by` to an acknowledged incident replaces. */
export function replacedBy(incident: Incident, by: string): Replaced | undefined {
  const { status, acknowledgement, expectedAt } = incident;
  if (status !== 'acknowledged' || acknowledgement === undefined) return undefined;
  return { ...upTo(maxReplaced - 1, acknowledgement), expectedAt, byAnswerOf: by };
}

function upTo(count: number, { replaced, ...one }: Acknowledgement): Acknowledgement {
  if (replaced === undefined || count === 0) return one;
  const { byAnswerOf, expectedAt } = replaced;
  return { ...one, replaced: { ...upTo(count - 1, replaced), byAnswerOf, expectedAt } };
}

function confirmation(code: string, { by, until }: Acknowledgement, before: string | undefined): Notice {
  if (before === undefined || before === by) return { kind: 'acknowledged', code, until };
  return { kind: 'acknowledgedInstead', code, until, by: before };
}

function help(
  incident: Incident,
  { by, path, before }: Yes & { readonly before: string },
  now: Instant,
): Incident {
  const { code } = incident;
  return {
    ...withEntry(incident, { at: now, kind: 'joined', by, path }),
    notices: [
      ...incident.notices,
      { to: by, notice: { kind: 'joined', code, by: before } },
      { to: before, notice: { kind: 'joinedBy', code, by } },
    ],
  };
}

function isManagement({ ladder: main }: Incident, by: string, additional: Ladder | undefined): boolean {
  const isAdditional = additional?.whom.kind === 'role' && additional.whom.role === 'management';
  return (
    isAdditional ||
    (main.asked ?? []).some(({ responder, role }) => responder === by && role === 'management')
  );
}

/** The responder who acknowledged the incident. */
export function acknowledgedBy({ status, acknowledgement }: Incident): string | undefined {
  return status === 'acknowledged' ? acknowledgement?.by : undefined;
}

/**
 * Makes the acknowledgement of `by` last as long again: they have written about the incident. Nothing changes where another
 * responder has acknowledged.
 */
export function lastingAgain(incident: Incident, by: string, now: Instant): Incident {
  const { acknowledgement, route } = incident;
  if (acknowledgement === undefined || acknowledgedBy(incident) !== by) return incident;
  const lastsMs = acknowledgement.lastsMs ?? defaultMinutes[route.severity] * minute;
  const until = Math.max(acknowledgement.until, now + lastsMs);
  const notices = incident.notices.map(({ to, notice }) =>
    notice.kind === 'acknowledgedByOther' ? { to, notice: { ...notice, until } } : { to, notice },
  );
  return { ...incident, notices, acknowledgement: { ...acknowledgement, until } };
}

/**
 * The people who hear that `by` acknowledged. On a major incident the others are paged until each of them has answered,
 * so they do not hear it. The responder who had acknowledged before always hears it.
 */
export function readersBut(
  by: string,
  { paged, major, ladder }: Incident,
  before: string | undefined,
): readonly string[] {
  const others = paged.filter((responder) => responder !== by);
  if (major === undefined) return others;
  return others.filter((responder) => responder === before || ladder.declined.includes(responder));
}

/** Whether the main ladder of a major incident asks this responder together with others. The second one to say yes helps. */
function isAskedBesides({ major, ladder }: Incident, by: string): boolean {
  return major !== undefined && (ladder.asked ?? []).some(({ responder }) => responder === by);
}

/** The people who have not heard yet who acknowledged. Their notice gets the new time. */
function notYetTold({ notices }: Incident): readonly string[] {
  return notices.filter(({ notice }) => notice.kind === 'acknowledgedByOther').map(({ to }) => to);
}
