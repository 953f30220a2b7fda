import { createHash } from 'node:crypto';
import { type BothRegions, within, wordsOf } from '../../aws/regions/both-regions.ts';
import type { SmsPath } from '../../aws/sms-path.ts';
import { type IncidentItem, incidentIdOf } from '../../aws/table/incident-item.ts';
import type { SentPage } from '../../aws/table/phone-pages.ts';
import { countsWithoutCode } from '../../domain/answers/incident-meant.ts';
import type { SmsOutcome } from '../../domain/escalation/outcome.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import type { PageReason } from '../../domain/incident/ladder.ts';
import { type PageContent, pageText } from '../../domain/messages/page-text.ts';
import type { Organization } from '../../domain/organization/organization.ts';
import { pageReason } from '../../domain/paging/page-reason.ts';
import type { Decision } from '../../domain/paging/timer.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { knownToPhoneMs } from '../../domain/timeouts.ts';
import type { Cell } from '../cell/cell.ts';
import { log, masked } from '../cell/log.ts';
import { knownBesides, type Phone } from '../incidents/known-incidents.ts';

export interface Paging {
  readonly organization: Organization;
  readonly decision: Extract<Decision, { kind: 'sms' }>;
  readonly now: Instant;
}

/**
 * Sends the SMS of a page, to each number of the person. It stores the page as well, so that an answer without a code finds
 * its incident.
 */
export async function page(
  cell: Cell,
  item: IncidentItem,
  incident: Incident,
  { organization, decision, now }: Paging,
): Promise<SmsOutcome> {
  const path = pathOf(cell, incident, decision.via);
  const responder = organization.responders[decision.responder];
  const { numbers = [] } = responder ?? {};
  if (responder === undefined || numbers.length === 0) {
    return { kind: 'failed', region: path.region, reason: `${decision.responder} has no number` };
  }
  const about = aboutIncident(incident, decision, organization);
  const sent = { key: item.key, generation: item.generation, code: incident.code, pagedAt: now };
  const outcomes = await Promise.all(
    numbers.map(async (number) => {
      const stored = cell.pages
        .store(number, sent)
        .catch((error: unknown) =>
          log.warn('a page is not stored', { incidentId: incidentIdOf(item), error }),
        );
      const phone = { number, responder: decision.responder, organization };
      const needsCode = await isCodeNeeded(cell, phone, sent);
      const text = pageText({ ...about, language: responder.language, needsCode });
      const [outcome] = await Promise.all([sendBy(path, number, text), stored]);
      return outcome;
    }),
  );
  return bestOf(outcomes, path.region);
}

/** A page has left when it left for one of the person's numbers. */
function bestOf(outcomes: readonly SmsOutcome[], region: string): SmsOutcome {
  const [first = { kind: 'failed', region, reason: 'no number' } as const] = outcomes;
  return outcomes.find(({ kind }) => kind === 'handed over') ?? first;
}

/** Whether a yes or a no to this page would need the code. With it, an answer counts in any case. */
async function isCodeNeeded(cell: Cell, phone: Phone, { code, pagedAt, ...ref }: SentPage): Promise<boolean> {
  try {
    const paged = { incident: incidentIdOf(ref), code };
    const known = await within(knownToPhoneMs, knownBesides(cell, phone, paged.incident, pagedAt));
    return !countsWithoutCode(paged, known, pagedAt);
  } catch (error) {
    log.warn('what a phone knows is not read; its page teaches the code', { error });
    return true;
  }
}

/** In a major incident, management speaks with the customer. A page that is not the first says why it is sent. */
function aboutIncident(
  incident: Incident,
  { role, attempt, responder }: Paging['decision'],
  organization: Organization,
): Omit<PageContent, 'language'> {
  const { company, customers } = organization;
  const { code, summary, openedAt, route } = incident;
  const customer = route.customer && customers[route.customer.id];
  const contact = customer?.contacts[0];
  const reason = pageReason(incident, attempt, responder);
  return {
    ...{ code, isCritical: route.severity === 'critical' },
    ...{ customer: route.customer?.name, summary, openedAt, timeZone: company.timeZone },
    ...(role === 'management' && incident.major !== undefined && contact !== undefined
      ? { contact: { language: customer?.language ?? 'en', ...contact } }
      : {}),
    ...(reason === undefined ? {} : { reason: reasonWithNames(reason, organization) }),
  };
}

/** Reasons name people by their id; texts name them by their name. */
export function reasonWithNames(reason: PageReason, { responders }: Organization): PageReason {
  return 'by' in reason ? { ...reason, by: responders[reason.by]?.name ?? reason.by } : reason;
}

/** The incident's own region or the other one, whichever cell drives. */
function pathOf({ sms }: Cell, { home }: Incident, via: 'own' | 'other'): SmsPath {
  const isOwn = (sms.own.region === home) === (via === 'own');
  return isOwn ? sms.own : sms.other;
}

/** Sends through the own region and, when that does not accept the message, through the other. */
export async function sendByEither(
  paths: BothRegions<SmsPath>,
  to: string,
  text: string,
): Promise<SmsOutcome> {
  const own = await sendBy(paths.own, to, text);
  return own.kind === 'handed over' ? own : sendBy(paths.other, to, text);
}

/** Sends through one region. Never rejects: the outcome says why the region did not accept the message. */
export async function sendBy(path: SmsPath, to: string, text: string): Promise<SmsOutcome> {
  try {
    await path.send({ to, text });
    return { kind: 'handed over', region: path.region };
  } catch (error) {
    log.warn('an SMS was not taken', { region: path.region, to: masked(to), error: wordsOf(error) });
    return { kind: 'failed', region: path.region, reason: wordsOf(error) };
  }
}

/** Stands for a text where the texts to a number are counted. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
