import { confirmationsAfterYes } from '../contact-center/confirm-primary.ts';
import { promisesAfterYes } from '../customers/owed.ts';
import type { AnswerPath } from '../incident/answer-path.ts';
import type { Summons } from '../incident/extra-responder.ts';
import { type Acknowledgement, type Incident, type PendingNotice, withEntry } from '../incident/incident.ts';
import type { Notice } from '../incident/notice.ts';
import { lastingNotices } from '../incident/notices.ts';
import type { Severity } from '../organization/organization.ts';
import { withoutSummons } from '../paging/extra-responders.ts';
import { askToAssess } from '../paging/major-incident.ts';
import type { Instant } from '../time/instant.ts';

/** Minutes for which an incident is taken by a yes without a time. */
export const defaultMinutes: Readonly<Record<Severity, number>> = { critical: 15, high: 30, low: 120 };

interface Yes {
  readonly by: string;
  readonly path: AnswerPath;
  readonly minutes?: number | undefined;
}

/**
 * A yes takes the incident, from another as well. Of one who was asked beside the ladder it takes nothing from the one who
 * has it: he or she works on it, too.
 */
export function take(incident: Incident, yes: Yes, now: Instant): Incident {
  const { by, path } = yes;
  const summons = summonsTo(incident, by);
  const before = holderOf(incident);
  const freed = summons === undefined ? incident : withoutSummons(incident, summons.id);
  const isBeside = summons !== undefined || isAskedAnyway(incident, by);
  const taken =
    isBeside && before !== undefined && before !== by
      ? join(freed, { by, path, holder: before }, now)
      : takeAlone(freed, yes, now);
  const saidYes = {
    ...taken,
    saidYes: [...new Set([...taken.saidYes, by])],
    paged: [...new Set([...taken.paged, by])],
  };
  const promised = promisesAfterYes(confirmationsAfterYes(saidYes, by, now), now);
  return isManagement(incident, by, summons) ? askToAssess(promised, by, now) : promised;
}

function takeAlone(incident: Incident, { by, path, minutes }: Yes, now: Instant): Incident {
  const { code, route, acknowledgement } = incident;
  const before = holderOf(incident);
  const isAgain = before === by && minutes === undefined;
  const asLongAs = now + (minutes ?? defaultMinutes[route.severity]) * 60_000;
  // A second "ok" may be a thank-you: it takes nothing of the time that was said.
  const until = isAgain ? Math.max(asLongAs, acknowledgement?.until ?? 0) : asLongAs;
  const others = before === by ? notYetTold(incident) : readersBut(by, incident, before);
  return {
    ...withEntry(incident, { at: now, kind: 'acknowledged', by, until, path }),
    status: 'acknowledged',
    held: undefined,
    acknowledgement: { by, until },
    notices: [
      { to: by, notice: confirmation(code, { by, until }, before) },
      ...others.map((to): PendingNotice => ({ to, notice: { kind: 'takenByOther', code, by, until } })),
      ...lastingNotices(incident),
    ],
  };
}

function confirmation(code: string, { by, until }: Acknowledgement, before: string | undefined): Notice {
  if (before === undefined || before === by) return { kind: 'taken', code, until };
  return { kind: 'takenInstead', code, until, by: before };
}

function join(
  incident: Incident,
  { by, path, holder }: Yes & { readonly holder: string },
  now: Instant,
): Incident {
  const { code } = incident;
  return {
    ...withEntry(incident, { at: now, kind: 'joined', by, path }),
    notices: [
      ...incident.notices,
      { to: by, notice: { kind: 'joined', code, by: holder } },
      { to: holder, notice: { kind: 'joinedBy', code, by } },
    ],
  };
}

function isManagement({ round }: Incident, by: string, summons: Summons | undefined): boolean {
  return (
    (summons?.whom.kind === 'role' && summons.whom.role === 'management') ||
    (round.asked ?? []).some(({ responder, role }) => responder === by && role === 'management')
  );
}

/** Who has the incident. */
export function holderOf({ status, acknowledgement }: Incident): string | undefined {
  return status === 'acknowledged' ? acknowledgement?.by : undefined;
}

/** The summons that somebody's answer is about. */
export function summonsTo({ summons }: Incident, responder: string): Summons | undefined {
  return summons.find(
    ({ asked, whom }) => asked === responder || (whom.kind === 'responder' && whom.responder === responder),
  );
}

/**
 * "An has it" is no word for those who work on a serious incident all the same: they are paged until each has answered. From
 * whom it was taken hears it always.
 */
function readersBut(
  by: string,
  { paged, major, round }: Incident,
  before: string | undefined,
): readonly string[] {
  const others = paged.filter((responder) => responder !== by);
  if (major === undefined) return others;
  return others.filter((responder) => responder === before || round.declined.includes(responder));
}

/** By the ladder of a serious incident, which asks several for it at once: of two who say yes, the second works beside the first. */
function isAskedAnyway({ major, round }: Incident, by: string): boolean {
  return major !== undefined && (round.asked ?? []).some(({ responder }) => responder === by);
}

/** Those who are still to hear who has it: they hear until when as it is now. */
function notYetTold({ notices }: Incident): readonly string[] {
  return notices.filter(({ notice }) => notice.kind === 'takenByOther').map(({ to }) => to);
}
