import { within } from '../../aws/regions/both-regions.ts';
import { type IncidentItem, incidentIdOf } from '../../aws/table/incident-item.ts';
import type { TellOutcome } from '../../domain/escalation/outcome.ts';
import type { Incident, PendingNotice } from '../../domain/incident/incident.ts';
import type { CodeOfCustomer } from '../../domain/incident/notice.ts';
import { noticeText } from '../../domain/messages/notice-text.ts';
import type { Organization, Responder } from '../../domain/organization/organization.ts';
import type { Allowance } from '../../domain/paging/message-budget.ts';
import { knownToPhoneMs } from '../../domain/timeouts.ts';
import type { Cell } from '../cell/cell.ts';
import { log, masked } from '../cell/log.ts';
import { sendByEither } from '../channels/sms.ts';
import { knownIncidents } from '../incidents/known-incidents.ts';

/** What is told of which incident. */
interface Telling {
  readonly item: IncidentItem;
  readonly incident: Incident;
  readonly organization: Organization;
}

/** Sends a notice to its responder. */
export function tell(cell: Cell, telling: Telling, pending: PendingNotice): Promise<TellOutcome> {
  const { notice } = pending;
  return notice.kind === 'shiftBegins'
    ? tellShift(cell, telling, pending, notice)
    : send(cell, telling, pending);
}

async function send(
  cell: Cell,
  { incident, organization }: Telling,
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

type ShiftNotice = Extract<PendingNotice['notice'], { readonly kind: 'shiftBegins' }>;

/** Tells the responder whose shift begins what the one before them still has: one text, whichever incident's driver is first. */
async function tellShift(
  cell: Cell,
  telling: Telling,
  pending: PendingNotice,
  notice: ShiftNotice,
): Promise<TellOutcome> {
  const { item, organization } = telling;
  const { to } = pending;
  const number = organization.responders[to]?.numbers[0];
  if (number === undefined) return send(cell, telling, pending);
  const [allowance, incidents] = await Promise.all([
    shiftText(cell, number, `${incidentIdOf(item)}/${notice.from}`),
    heldBy(cell, organization, notice.of),
  ]);
  if (allowance.kind === 'later') return { pending, sent: { kind: 'told before' } };
  const whole = incidents.length === 0 ? notice : { ...notice, incidents };
  const { sent } = await send(cell, telling, { to, notice: whole });
  return { pending, sent };
}

/** Two texts are better than none: a text that cannot be counted is sent. */
async function shiftText(cell: Cell, number: string, cause: string): Promise<Allowance> {
  try {
    return await cell.texts.take(number, { kind: 'shift', at: cell.now(), digest: 'shift', cause });
  } catch (error) {
    log.warn('a text is not counted', { number: masked(number), error });
    return { kind: 'send' };
  }
}

/** What a responder has. Empty when that cannot be read. */
async function heldBy(
  cell: Cell,
  organization: Organization,
  responder: string,
): Promise<readonly CodeOfCustomer[]> {
  try {
    const number = organization.responders[responder]?.numbers[0] ?? '';
    const known = await within(
      knownToPhoneMs,
      knownIncidents(cell, { number, responder, organization }, cell.now()),
    );
    return known.flatMap(({ known: { code, customer, heldSince } }) =>
      heldSince === undefined ? [] : [{ code, customer }],
    );
  } catch (error) {
    log.warn('what a responder has is not read', { responder, error });
    return [];
  }
}

/** Notices name people by their id; texts name them by their name. */
function withNames(notice: PendingNotice['notice'], { responders }: Organization): PendingNotice['notice'] {
  if (!('by' in notice) || notice.by === undefined) return notice;
  return { ...notice, by: nameOf(responders[notice.by], notice.by) };
}

function nameOf(responder: Responder | undefined, otherwise: string): string {
  return responder?.name ?? otherwise;
}
