import type { BothRegions } from '../aws/both-regions.ts';
import { wordsOf } from '../aws/both-regions.ts';
import { type Head, incidentIdOf } from '../aws/head.ts';
import type { SmsPath } from '../aws/sms-path.ts';
import type { Decision } from '../domain/escalation.ts';
import type { Incident, PendingNotice } from '../domain/incident.ts';
import type { Instant } from '../domain/instant.ts';
import { noticeText } from '../domain/notice-text.ts';
import type { Organization, Responder } from '../domain/organization.ts';
import { callMade, noticesSent, type SmsOutcome, smsSent, type TellOutcome } from '../domain/outcome.ts';
import { pageText } from '../domain/page-text.ts';
import { call } from './calls.ts';
import type { Cell } from './cell.ts';
import { log, masked } from './log.ts';

/** What an act has made of an incident: applied to it as it stands when the act is recorded. */
export type Applied = (incident: Incident) => Incident;

/** Notices that go out in one turn, at the same time; the rest have their own turn. */
const maxNotices = 10;

/** Carries a decision out. Never rejects: what failed is in the outcome, and the ladder goes on. */
export async function carryOut(
  cell: Cell,
  head: Head,
  incident: Incident,
  decision: Decision,
): Promise<Applied> {
  const now = cell.now();
  const { organization } = await cell.organization.read(now);
  switch (decision.kind) {
    case 'sms': {
      const outcome = await page(cell, head, incident, { organization, decision, now });
      return (fresh) => smsSent(fresh, decision, outcome, now);
    }
    case 'call': {
      const outcome = await call(cell, head, incident, { organization, decision, now });
      return (fresh) => callMade(fresh, decision, outcome, now);
    }
    case 'tell': {
      const pending = incident.notices.slice(0, maxNotices);
      const told = await Promise.all(pending.map((each) => tell(cell, organization, incident, each)));
      return (fresh) => noticesSent(fresh, told, now);
    }
    default:
      throw new Error(`${decision.kind} is no act`);
  }
}

interface Paging {
  readonly organization: Organization;
  readonly decision: Extract<Decision, { kind: 'sms' }>;
  readonly now: Instant;
}

/** The SMS, and beside it the note by which an answer without a code finds its incident. */
async function page(
  cell: Cell,
  head: Head,
  incident: Incident,
  { organization, decision, now }: Paging,
): Promise<SmsOutcome> {
  const path = pathOf(cell, incident, decision.via);
  const responder = organization.responders[decision.responder];
  const to = responder?.numbers[0];
  if (responder === undefined || to === undefined) {
    return { kind: 'failed', region: path.region, reason: `${decision.responder} has no number` };
  }
  const text = pageText({
    code: incident.code,
    customer: incident.route.customer?.name,
    summary: incident.summary,
    openedAt: incident.openedAt,
    timeZone: organization.company.timeZone,
    language: responder.language,
  });
  const noted = cell.pages
    .note(to, { key: head.key, generation: head.generation, code: incident.code, pagedAt: now })
    .catch((error: unknown) => log.warn('a page is not noted', { incidentId: incidentIdOf(head), error }));
  const [outcome] = await Promise.all([sendBy(path, to, text), noted]);
  return outcome;
}

/** The incident's own region, or the other one: whichever cell drives. */
function pathOf({ sms }: Cell, { home }: Incident, via: 'own' | 'other'): SmsPath {
  const isOwn = (sms.own.region === home) === (via === 'own');
  return isOwn ? sms.own : sms.other;
}

async function tell(
  cell: Cell,
  organization: Organization,
  incident: Incident,
  pending: PendingNotice,
): Promise<TellOutcome> {
  const responder = organization.responders[pending.to];
  const to = responder?.numbers[0];
  if (responder === undefined || to === undefined) {
    const sent = { kind: 'failed', region: cell.region, reason: `${pending.to} has no number` } as const;
    return { pending, sent };
  }
  const text = noticeText(
    withNames(pending.notice, organization),
    responder.language,
    organization.company.timeZone,
  );
  log.info('telling', { code: incident.code, notice: pending.notice.kind, to: masked(to) });
  return { pending, sent: await sendByEither(cell.sms, to, text) };
}

/** Notices name people by their id; the texts by their name. */
function withNames(notice: PendingNotice['notice'], { responders }: Organization): PendingNotice['notice'] {
  if (!('by' in notice) || notice.by === undefined) return notice;
  return { ...notice, by: nameOf(responders[notice.by], notice.by) };
}

function nameOf(responder: Responder | undefined, otherwise: string): string {
  return responder?.name ?? otherwise;
}

/** Sends through the own region and, when it does not take the message, through the other. */
export async function sendByEither(
  paths: BothRegions<SmsPath>,
  to: string,
  text: string,
): Promise<SmsOutcome> {
  const own = await sendBy(paths.own, to, text);
  return own.kind === 'handed over' ? own : sendBy(paths.other, to, text);
}

async function sendBy(path: SmsPath, to: string, text: string): Promise<SmsOutcome> {
  try {
    await path.send({ to, text });
    return { kind: 'handed over', region: path.region };
  } catch (error) {
    log.warn('an SMS was not taken', { region: path.region, to: masked(to), error: wordsOf(error) });
    return { kind: 'failed', region: path.region, reason: wordsOf(error) };
  }
}
