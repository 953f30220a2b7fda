import { type ConsentRecord, type Recorded, recordConsent } from '../../domain/consent/record.ts';
import { onCallFor } from '../../domain/on-call/roster.ts';
import type { Organization } from '../../domain/organization/organization.ts';
import { parseCustomerReply } from '../../domain/replies/customer-reply.ts';
import type { Cell } from '../cell/cell.ts';
import { log } from '../cell/log.ts';
import { changeIncident } from '../incidents/change-incident.ts';
import type { InboundSms } from './inbound-sms.ts';

/**
 * Records what the manager on call decides about a request for consent, by the request's digits, where nobody at the customer
 * was reached. Returns whether the SMS was that. Any other message is read as an answer to a page.
 */
export async function decidesConsent(
  cell: Cell,
  organization: Organization,
  responder: string,
  { text, id }: Pick<InboundSms, 'text' | 'id'>,
): Promise<boolean> {
  const reply = parseCustomerReply(text);
  if (reply.kind !== 'granted' && reply.kind !== 'refused') return false;
  const { request } = reply;
  const ref = request === undefined ? undefined : await cell.consents.find(request);
  if (request === undefined || ref === undefined) return false;
  const name = organization.responders[responder]?.name ?? responder;
  const answer: ConsentRecord['answer'] =
    reply.kind === 'granted' ? { kind: 'decided', reason: text } : { kind: 'refused', who: name };
  const outcome = await changeIncident<Recorded>(cell, ref, (incident, now) => {
    const { management } = onCallFor(incident, organization, now);
    if (management !== responder) return { kind: 'not management' };
    return recordConsent(incident, { request, answer, by: responder, path: 'sms', id }, { management, now });
  });
  log.info('management decides about a consent by SMS', { responder, outcome: outcome.kind });
  return outcome.kind === 'written' || outcome.kind === 'repeated';
}
