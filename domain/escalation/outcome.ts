import { centerBusy, centerCalled } from '../contact-center/task-outcomes.ts';
import {
  type Incident,
  ladderWithId,
  type PendingNotice,
  withEntry,
  withLadder,
} from '../incident/incident.ts';
import {
  type Attempt,
  isOfStep,
  type Ladder,
  type PageOutcome,
  printAttempt,
  stepsOf,
} from '../incident/ladder.ts';
import { isAskedBy } from '../paging/additional-responders.ts';
import type { Decision } from '../paging/decision.ts';
import { hasSmsFailedTotally, withPageOutcome, withPutOff } from '../paging/page.ts';
import type { Instant } from '../time/instant.ts';

/** What became of a page that the shell tried to send. */
export type SmsOutcome =
  | { readonly kind: 'handed over'; readonly region: string }
  | { readonly kind: 'failed'; readonly region: string; readonly reason: string };

/** A region that did not make a call, and why. */
export interface CallRefusal {
  readonly region: string;
  readonly reason: string;
}

/** What became of a call: at most one region makes it. */
export type CallOutcome =
  | {
      readonly kind: 'called';
      readonly region: string;
      readonly contactId: string;
      readonly refusals: readonly CallRefusal[];
    }
  | { readonly kind: 'failed'; readonly refusals: readonly CallRefusal[] }
  /** The phone is in use by another call of ours. */
  | { readonly kind: 'put off'; readonly until: Instant };

/** What became of a notice: the region that took it, or why none did. */
export interface TellOutcome {
  readonly pending: PendingNotice;
  readonly sent: SmsOutcome;
}

type Sms = Extract<Decision, { kind: 'sms' }>;

type Call = Extract<Decision, { kind: 'call' }>;

/** The incident after a page by SMS: who was paged, and whether SMS has now failed totally for this person. */
export function smsSent(incident: Incident, page: Sms, outcome: SmsOutcome, now: Instant): Incident {
  const { responder, role } = page;
  const about = { at: now, responder, role, region: outcome.region };
  if (outcome.kind === 'handed over') {
    const entered = withEntry(withReader(incident, responder), { ...about, kind: 'paged' });
    return withPage(entered, page.attempt, 'handed over');
  }
  const failed = withPage(
    withEntry(incident, { ...about, kind: 'page failed', reason: outcome.reason }),
    page.attempt,
    'failed',
  );
  return failsTotally(failed, page)
    ? withEntry(failed, { at: now, kind: 'sms failed totally', responder })
    : failed;
}

/** Who was paged hears how it ends; what everybody was told while the page was under way, he or she is told as well. */
function withReader(incident: Incident, responder: string): Incident {
  const { paged, notices } = incident;
  if (paged.includes(responder)) return incident;
  return {
    ...incident,
    paged: [...paged, responder],
    notices: [...notices, ...missedBy(responder, incident)],
  };
}

/** One who is asked beside the ladder, as all are on a serious incident, knows from the page itself that others are on it. */
function missedBy(
  to: string,
  { status, code, acknowledgement, additional, major }: Incident,
): PendingNotice[] {
  if (status === 'resolved') return [{ to, notice: { kind: 'over', code } }];
  const isAdditional = major !== undefined || additional.some((ladder) => isAskedBy(ladder, to));
  if (status !== 'acknowledged' || acknowledgement === undefined || isAdditional) return [];
  return [{ to, notice: { kind: 'takenByOther', code, ...acknowledgement } }];
}

/** The incident after a call: which region made it, why others did not, or until when it waits for another call's end. */
export function callMade(incident: Incident, call: Call, outcome: CallOutcome, now: Instant): Incident {
  const whom = call.whom.kind === 'responder' ? call.whom.responder : 'contact center';
  const isCenter = call.whom.kind === 'contactCenter';
  if (outcome.kind === 'put off') {
    const entered = withEntry(incident, { at: now, kind: 'call put off', whom, until: outcome.until });
    const waits = isCenter ? centerBusy(entered, outcome.until) : entered;
    return withAttempt(waits, call.attempt, (ladder, name) => withPutOff(ladder, name, outcome.until));
  }
  const refused = outcome.refusals.map((each) => ({ at: now, kind: 'call failed', whom, ...each }) as const);
  const tried = withEntry(isCenter ? centerCalled(incident, now) : incident, ...refused);
  if (outcome.kind === 'failed') return withPage(tried, call.attempt, 'failed');

  const { region, contactId } = outcome;
  const called = withEntry(tried, { at: now, kind: 'called', whom, region, contactId });
  const heard = call.whom.kind === 'responder' ? withReader(called, call.whom.responder) : called;
  return withPage(heard, call.attempt, 'handed over');
}

/** The incident after notices: each is told once; one that no region takes stands on the timeline. */
export function noticesSent(incident: Incident, told: readonly TellOutcome[], now: Instant): Incident {
  const entries = told.map(({ pending: { to, notice }, sent }) =>
    sent.kind === 'handed over'
      ? ({ at: now, kind: 'told', to, notice: notice.kind, region: sent.region } as const)
      : ({ at: now, kind: 'not told', to, notice: notice.kind, reason: sent.reason } as const),
  );
  const tried = new Set(told.map(({ pending }) => JSON.stringify(pending)));
  const notices = incident.notices.filter((pending) => !tried.has(JSON.stringify(pending)));
  return { ...withEntry(incident, ...entries), notices };
}

/** The incident with a change to the ladder that made an attempt. An outcome that comes after the step changes no ladder. */
function withAttempt(
  incident: Incident,
  attempt: Attempt,
  change: (ladder: Ladder, name: string) => Ladder,
): Incident {
  const ladder = ladderOf(incident, attempt);
  return ladder === undefined ? incident : withLadder(incident, change(ladder, printAttempt(attempt)));
}

function ladderOf(incident: Incident, attempt: Attempt): Ladder | undefined {
  const ladder = 'ladder' in attempt ? ladderWithId(incident, attempt.ladder) : undefined;
  return ladder !== undefined && isOfStep(ladder, attempt) ? ladder : undefined;
}

function withPage(incident: Incident, attempt: Attempt, outcome: PageOutcome): Incident {
  return withAttempt(incident, attempt, (ladder, name) => withPageOutcome(ladder, name, outcome));
}

function failsTotally(incident: Incident, { role, responder, attempt }: Sms): boolean {
  const ladder = ladderOf(incident, attempt);
  if (ladder === undefined) return false;
  const paths = stepsOf(incident.policy, ladder)[ladder.step]?.paths ?? [];
  return hasSmsFailedTotally(ladder, { responder, role }, paths);
}
