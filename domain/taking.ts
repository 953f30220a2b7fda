import { roundFrom, waitedOut } from './climb.ts';
import { confirmationsAfterYes } from './confirm-primary.ts';
import { promisesAfterYes } from './customer-promises.ts';
import { type Acknowledgement, type Incident, type PendingNotice, withEntry } from './incident.ts';
import type { Instant } from './instant.ts';
import { lastingNotices } from './lasting-notices.ts';
import type { Notice } from './notice-text.ts';
import type { Severity } from './organization.ts';
import { replaced, type Summons, withoutSummons } from './summons.ts';
import type { AnswerPath } from './timeline.ts';

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
  const onIt = {
    ...taken,
    onIt: [...new Set([...taken.onIt, by])],
    paged: [...new Set([...taken.paged, by])],
  };
  return askedToAssess(promisesAfterYes(confirmationsAfterYes(onIt, by, now), now), by, summons);
}

function takeAlone(incident: Incident, { by, path, minutes }: Yes, now: Instant): Incident {
  const { code, route, acknowledgement } = incident;
  const before = holderOf(incident);
  const isAgain = before === by && minutes === undefined;
  const asLongAs = now + (minutes ?? defaultMinutes[route.severity]) * 60_000;
  // A second "ok" may be a thank-you: it takes nothing of the time that was said.
  const until = isAgain ? Math.max(asLongAs, acknowledgement?.until ?? 0) : asLongAs;
  const others = before === by ? notYetTold(incident) : readersBut(by, incident);
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

/** Management on a serious incident speaks with the customer: what came of it is asked for. */
function askedToAssess(incident: Incident, by: string, summons: Summons | undefined): Incident {
  const { serious, round, code } = incident;
  const isManagement =
    (summons?.whom.kind === 'role' && summons.whom.role === 'management') ||
    (round.asked ?? []).some(({ responder, role }) => responder === by && role === 'management');
  if (serious === undefined || serious.assessment !== undefined || !isManagement) return incident;
  return { ...incident, notices: [...incident.notices, { to: by, notice: { kind: 'assess', code } }] };
}

interface No {
  readonly by: string;
  readonly path: AnswerPath;
}

/** A no moves on at once; of the one who had it, it gives the incident back to a round that skips him or her. */
export function decline(incident: Incident, { by, path }: No, now: Instant): Incident {
  const { code } = incident;
  const left = withoutPerson(withEntry(incident, { at: now, kind: 'declined', by, path }), by);
  const summons = summonsTo(incident, by);
  const notices: PendingNotice[] = [
    ...incident.notices.filter(({ to }) => to !== by),
    { to: by, notice: { kind: 'declined', code } },
    ...toldToAsker(summons, code, by),
  ];
  if (holderOf(incident) === by) {
    const again = roundFrom(left, now);
    return { ...again, round: { ...again.round, declined: [by] }, notices };
  }
  const declined = [...new Set([...incident.round.declined, by])];
  return { ...withoutSummonsFor(left, summons), round: { ...incident.round, declined }, notices };
}

/** One person who cannot is not asked again; of a role, whoever holds it by then is, in the next round. */
function withoutSummonsFor(incident: Incident, summons: Summons | undefined): Incident {
  if (summons === undefined) return incident;
  return summons.whom.kind === 'role'
    ? replaced(incident, { ...summons, declined: true })
    : withoutSummons(incident, summons.id);
}

function toldToAsker(summons: Summons | undefined, code: string, by: string): readonly PendingNotice[] {
  if (summons?.whom.kind !== 'responder' || summons.by === undefined) return [];
  return [{ to: summons.by, notice: { kind: 'colleagueCannot', code, by } }];
}

/**
 * Takes back one's own last yes or no: the ladder goes on where it was, its time not stopped. A step or round that was over
 * meanwhile is over now: nobody was to be asked as long as it was taken.
 */
export function undo(incident: Incident, { by, path }: No, now: Instant): Incident | undefined {
  const hadIt = holderOf(incident) === by;
  const wasOnIt = incident.onIt.includes(by);
  const saidNo = incident.round.declined.includes(by);
  if (!hadIt && !wasOnIt && !saidNo) return undefined;

  const { code, round } = incident;
  const entered = withoutPerson(withEntry(incident, { at: now, kind: 'undone', by, path }), by);
  const mine: PendingNotice = { to: by, notice: { kind: 'undone', code } };
  if (hadIt) {
    const notices = [mine, ...lastingNotices(incident)];
    const late = Math.max(0, now - waitedOut(incident));
    const waited = {
      ...round,
      startedAt: round.startedAt + late,
      stepStartedAt: round.stepStartedAt + late,
    };
    return { ...entered, status: 'escalating', acknowledgement: undefined, notices, round: waited };
  }
  const declined = round.declined.filter((responder) => responder !== by);
  return { ...entered, round: { ...round, declined }, notices: [...incident.notices, mine] };
}

/** An operator has found that the one who has it is not on it: the next ones are asked, he or she is not. */
export function takenAway(incident: Incident, responder: string, operator: string, now: Instant): Incident {
  const entered = withEntry(incident, { at: now, kind: 'not on it', responder, by: operator });
  const again = roundFrom(withoutPerson(entered, responder), now);
  const notice = { to: responder, notice: { kind: 'notOnIt', code: incident.code } } as const;
  return { ...again, notices: [...incident.notices.filter(({ to }) => to !== responder), notice] };
}

function withoutPerson(incident: Incident, responder: string): Incident {
  return { ...incident, onIt: incident.onIt.filter((other) => other !== responder) };
}

/** Who has the incident. */
export function holderOf({ status, acknowledgement }: Incident): string | undefined {
  return status === 'acknowledged' ? acknowledgement?.by : undefined;
}

function summonsTo({ summons }: Incident, responder: string): Summons | undefined {
  return summons.find(
    ({ asked, whom }) => asked === responder || (whom.kind === 'responder' && whom.responder === responder),
  );
}

/** "An has it" is no word for those who work on a serious incident all the same: they are paged until each has answered. */
function readersBut(by: string, { paged, serious, round }: Incident): readonly string[] {
  const others = paged.filter((responder) => responder !== by);
  return serious === undefined ? others : others.filter((responder) => round.declined.includes(responder));
}

/** By the ladder of a serious incident, which asks several for it at once: of two who say yes, the second works beside the first. */
function isAskedAnyway({ serious, round }: Incident, by: string): boolean {
  return serious !== undefined && (round.asked ?? []).some(({ responder }) => responder === by);
}

/** Those who are still to hear who has it: they hear until when as it is now. */
function notYetTold({ notices }: Incident): readonly string[] {
  return notices.filter(({ notice }) => notice.kind === 'takenByOther').map(({ to }) => to);
}
