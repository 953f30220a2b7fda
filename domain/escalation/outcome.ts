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
import { isOver } from '../incident/notices.ts';
import type { Entry } from '../incident/timeline.ts';
import { isAskedBy, withAskedBeside } from '../paging/additional-responders.ts';
import { hasSmsFailedTotally, withPageOutcome, withPutOff } from '../paging/page.ts';
import { withRinging } from '../paging/ringing.ts';
import type { Decision } from '../paging/timer.ts';
import type { Instant } from '../time/instant.ts';
import { toldOpenAgain } from './told-open-again.ts';

/** The outcome of an SMS that the driver tried to send. */
export type SmsOutcome =
  | { readonly kind: 'handed over'; readonly region: string }
  | { readonly kind: 'failed'; readonly region: string; readonly reason: string };

/** A region that did not make a call, and why. */
export interface CallRefusal {
  readonly region: string;
  readonly reason: string;
}

/** The outcome of a call. At most one region makes it. */
export type CallOutcome =
  | {
      readonly kind: 'called';
      readonly region: string;
      readonly contactId: string;
      readonly refusals: readonly CallRefusal[];
    }
  | { readonly kind: 'failed'; readonly refusals: readonly CallRefusal[] }
  /** Another call of this product to the same phone is open. */
  | { readonly kind: 'put off'; readonly until: Instant };

/** The outcome of a notice: the region that accepted it, or why none did. */
export interface TellOutcome {
  readonly pending: PendingNotice;
  /** `told before`: another incident's driver has told it. */
  readonly sent: SmsOutcome | { readonly kind: 'told before' };
}

type Sms = Extract<Decision, { kind: 'sms' }>;

type Call = Extract<Decision, { kind: 'call' }>;

/** Records a page by SMS: who was paged, and whether SMS has now failed totally for this responder. */
export function smsSent(incident: Incident, page: Sms, outcome: SmsOutcome, now: Instant): Incident {
  const { responder, role } = page;
  const about = { at: now, responder, role, region: outcome.region };
  if (outcome.kind === 'handed over') {
    const entered = withEntry(withReader(incident, responder), { ...about, kind: 'paged' });
    return withPage(entered, page.attempt, 'handed over', now);
  }
  const failed = withPage(
    withEntry(incident, { ...about, kind: 'page failed', reason: outcome.reason }),
    page.attempt,
    'failed',
    now,
  );
  return failsTotally(failed, page)
    ? withEntry(failed, { at: now, kind: 'sms failed totally', responder })
    : failed;
}

/**
 * Adds a responder to those who were paged and who hear how the incident ends. They also get what the others were told while
 * their page was being sent.
 */
function withReader(incident: Incident, responder: string): Incident {
  const { paged, notices } = incident;
  if (paged.includes(responder)) return incident;
  return {
    ...incident,
    paged: [...paged, responder],
    notices: [...notices, ...missedBy(responder, incident)],
  };
}

/**
 * The notice that a responder missed. An additional responder, and every responder of a major incident, gets none about an
 * acknowledgement: the page itself says that others work on the incident.
 */
function missedBy(
  to: string,
  { status, code, acknowledgement, additional, major }: Incident,
): PendingNotice[] {
  if (status === 'resolved') return [{ to, notice: { kind: 'over', code } }];
  const isAdditional = major !== undefined || additional.some((ladder) => isAskedBy(ladder, to));
  if (status !== 'acknowledged' || acknowledgement === undefined || isAdditional) return [];
  const { by, until } = acknowledgement;
  return [{ to, notice: { kind: 'acknowledgedByOther', code, by, until } }];
}

/** Records a call: which region made it, why others did not, or until when it waits for another call to end. */
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
  if (outcome.kind === 'failed') return withPage(tried, call.attempt, 'failed', now);

  const { region, contactId } = outcome;
  const called = withEntry(tried, { at: now, kind: 'called', whom, region, contactId });
  const { whom: asked } = call;
  const read =
    asked.kind === 'responder'
      ? withRinging(
          withReader(called, asked.responder),
          { responder: asked.responder, region, contactId },
          now,
        )
      : called;
  return withPage(read, call.attempt, 'handed over', now);
}

/** Records notices. Each is tried once. The timeline shows a notice that no region accepted. */
export function noticesSent(incident: Incident, told: readonly TellOutcome[], now: Instant): Incident {
  const entries = told.flatMap(({ pending: { to, notice }, sent }): Entry[] => {
    if (sent.kind === 'told before') return [];
    return sent.kind === 'handed over'
      ? [{ at: now, kind: 'told', to, notice: notice.kind, region: sent.region }]
      : [{ at: now, kind: 'not told', to, notice: notice.kind, reason: sent.reason }];
  });
  const tried = new Set(told.map(({ pending }) => JSON.stringify(pending)));
  const notices = incident.notices.filter((pending) => !tried.has(JSON.stringify(pending)));
  const recorded = { ...withEntry(incident, ...entries), notices };
  return incident.status === 'resolved' ? recorded : toldOpenAgain(recorded, misled(told));
}

/** Those who were just told that the incident is over. It may have been opened again while the message was on its way. */
function misled(told: readonly TellOutcome[]): readonly string[] {
  return told
    .filter(({ pending, sent }) => isOver(pending.notice) && sent.kind === 'handed over')
    .map(({ pending }) => pending.to);
}

/** Changes the ladder that made an attempt. An outcome that comes after the attempt's step changes no ladder. */
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

function withPage(incident: Incident, attempt: Attempt, outcome: PageOutcome, now: Instant): Incident {
  const ladder = ladderOf(incident, attempt);
  const counted = ladder === undefined ? incident : withAskedBeside(incident, ladder, now);
  return withAttempt(counted, attempt, (each, name) => withPageOutcome(each, name, outcome));
}

function failsTotally(incident: Incident, { role, responder, attempt }: Sms): boolean {
  const ladder = ladderOf(incident, attempt);
  if (ladder === undefined) return false;
  const paths = stepsOf(incident.policy, ladder)[ladder.step]?.paths ?? [];
  return hasSmsFailedTotally(ladder, { responder, role }, paths);
}
