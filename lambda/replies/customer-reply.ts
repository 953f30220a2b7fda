import { contactAnswersConsent } from '../../domain/consent/answers.ts';
import { consentReceipt } from '../../domain/messages/consent-text.ts';
import type { ConsentReceipt } from '../../domain/messages/texts/shape.ts';
import type { Organization } from '../../domain/organization/organization.ts';
import { type CustomerReply, parseCustomerReply } from '../../domain/replies/customer-reply.ts';
import type { Cell } from '../cell/cell.ts';
import { log, masked } from '../cell/log.ts';
import { changeIncident } from '../incidents/change-incident.ts';
import { passOn } from './customer-words.ts';
import type { Contact, InboundSms } from './inbound-sms.ts';
import { writeBack } from './write-back.ts';

/**
 * Handles an SMS of a customer contact: the answer to a request for consent, by the request's digits, or their own words,
 * which people read. An unclear answer is asked back, and grants nothing.
 */
export async function fromCustomer(
  cell: Cell,
  organization: Organization,
  contacts: readonly Contact[],
  { number, text, id }: InboundSms,
): Promise<void> {
  const reply = parseCustomerReply(text);
  if (reply.kind === 'unclear' && reply.isByItself) {
    log.info('a phone of a customer answers by itself', { number: masked(number) });
    return;
  }
  const receipt = await applyOrPassOn(cell, organization, contacts, { number, id }, reply);
  log.info('an SMS of a customer', { number: masked(number), kind: reply.kind, receipt });
  const language = languageOf(organization, contacts[0], number);
  // Any other answer of ours could be answered by a machine, without end.
  const kind = receipt === 'granted' || receipt === 'refused' ? 'receipt' : 'unasked';
  await writeBack(cell, number, {
    text: consentReceipt(receipt, language, organization.contactCenter.number),
    kind,
    cause: id,
  }).catch((error: unknown) =>
    log.warn('a customer could not be answered', { number: masked(number), error }),
  );
}

async function applyOrPassOn(
  cell: Cell,
  organization: Organization,
  [first, ...others]: readonly Contact[],
  sms: Pick<InboundSms, 'number' | 'id'>,
  reply: CustomerReply,
): Promise<ConsentReceipt> {
  if (first === undefined) return 'unclear';
  const words = wordsOf(reply);
  if (words === undefined) return apply(cell, [first, ...others], reply);
  await passOn(cell, organization, [first, ...others], sms, words);
  return 'words';
}

/** What a person must read: the contact's own words, also after a yes or a no that names no request. */
function wordsOf(reply: CustomerReply): string | undefined {
  return reply.kind === 'unclear' ? undefined : reply.words;
}

/**
 * Stores the answer of a contact of the incident's own customer. A message that is delivered twice gets the same
 * answer twice.
 */
async function apply(
  cell: Cell,
  contacts: readonly Contact[],
  reply: CustomerReply,
): Promise<ConsentReceipt> {
  if (reply.kind === 'unclear' || reply.kind === 'words' || reply.request === undefined) return 'unclear';
  const { kind, request } = reply;
  const ref = await cell.consents.find(request);
  if (ref === undefined) return 'unclear';
  const outcome = await changeIncident<{ readonly kind: ConsentReceipt }>(cell, ref, (incident, now) => {
    const contact = contacts.find(({ customer }) => customer === incident.route.customer?.id);
    if (contact === undefined) return { kind: 'unclear' };
    const incidentAfter = contactAnswersConsent(incident, { code: request, kind, who: contact.name }, now);
    if (incidentAfter !== undefined) return { kind: 'changed', incident: incidentAfter };
    const stands = incident.consents.find(({ code }) => code === request)?.answer?.kind;
    return { kind: stands === kind ? kind : 'late' };
  });
  if (outcome.kind === 'written') return kind;
  return outcome.kind === 'gone' ? 'late' : outcome.kind;
}

function languageOf({ customers }: Organization, contact: Contact | undefined, number: string) {
  const customer = customers[contact?.customer ?? ''];
  return customer?.contacts.find((each) => each.number === number)?.language ?? customer?.language ?? 'en';
}
