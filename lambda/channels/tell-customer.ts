import { type IncidentItem, incidentIdOf } from '../../aws/table/incident-item.ts';
import type { ContactsWritten } from '../../domain/consent/requests.ts';
import type { CustomerOutcome } from '../../domain/customers/told.ts';
import { engineersOf, newsOf } from '../../domain/customers/update.ts';
import type { SmsOutcome } from '../../domain/escalation/outcome.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import { consentText } from '../../domain/messages/consent-text.ts';
import { customerText } from '../../domain/messages/customer-text.ts';
import type { Customer, CustomerContact, Organization } from '../../domain/organization/organization.ts';
import type { Allowance } from '../../domain/paging/message-budget.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Cell } from '../cell/cell.ts';
import { log } from '../cell/log.ts';
import { digestOf, sendByEither } from './sms.ts';

/** What a customer is told, and the organization that names its contacts. */
export interface PromiseMessage {
  readonly organization: Organization;
  /** The promise's id. */
  readonly promise: string;
  readonly now: Instant;
}

/**
 * Tells a customer's contacts, as the organization names them now, the news that a promise is about. Each message
 * goes through the own region and, when that does not accept it, through the other. Never rejects.
 */
export async function tellCustomer(
  cell: Cell,
  item: IncidentItem,
  incident: Incident,
  { organization, promise: id, now }: PromiseMessage,
): Promise<CustomerOutcome> {
  const { customers, company, responders } = organization;
  const { customer: owner, timeZone } = incident.route;
  const promise = incident.promises.find((one) => one.id === id);
  const customer =
    owner !== undefined && Object.hasOwn(customers, owner.id) ? customers[owner.id] : undefined;
  if (promise === undefined || customer === undefined) {
    const reason = 'the organization does not know this customer any more';
    return { told: [], failed: [{ name: owner?.name ?? '', reason }], expectedAt: undefined };
  }
  const copy =
    promise.about === 'copy'
      ? await takeCopy(cell, owner?.id ?? '', `${incidentIdOf(item)}/${id}`, now)
      : notFolded;
  if (copy.kind === 'folded') return { told: [], failed: [], expectedAt: undefined, isFolded: true };

  const news = newsOf(incident, promise, {
    ...{ company: company.name, now, folded: copy.folded },
    names: (id) => responders[id]?.name ?? id,
    isEngineer: engineersOf(organization),
  });
  log.info('telling a customer', { incidentId: incidentIdOf(item), about: promise.about });
  const cause = `${incidentIdOf(item)}/${id}/${promise.newsAt ?? promise.madeAt}`;
  const allowed = await Promise.all(
    phonesOf(customer).map(async (contact) => {
      const text = customerText(news, { language: contact.language ?? customer.language, timeZone, now });
      const allowance = await allowanceOf(cell, contact, { text, cause, now });
      return { ...contact, text, allowance };
    }),
  );
  const free = allowed.filter(({ allowance }) => allowance.kind === 'send');
  if (free.length === 0 && allowed.length > 0) {
    const until = allowed.flatMap(({ allowance }) => (allowance.kind === 'later' ? [allowance.until] : []));
    return { told: [], failed: [], expectedAt: undefined, putOffUntil: Math.min(...until) };
  }
  const sent = await Promise.all(
    free.map(async ({ name, number, text }) => ({
      name,
      outcome: await sendAbout(cell, item, number, text),
    })),
  );
  return {
    told: sent.flatMap(({ name, outcome }) =>
      outcome.kind === 'handed over' ? [{ name, region: outcome.region }] : [],
    ),
    failed: sent.flatMap(({ name, outcome }) =>
      outcome.kind === 'failed' ? [{ name, reason: outcome.reason }] : [],
    ),
    expectedAt: news.expectedAt,
  };
}

/** A contact gets few messages in a quarter of an hour. One too many is better than none when the table does not answer. */
async function allowanceOf(
  cell: Cell,
  { number }: CustomerContact,
  { text, cause, now }: { readonly text: string; readonly cause: string; readonly now: Instant },
): Promise<Allowance> {
  const next = { kind: 'customer', at: now, digest: digestOf(text), cause } as const;
  return cell.texts.take(number, next).catch((error: unknown) => {
    log.warn('a message to a customer is not counted', { cause, error });
    return { kind: 'send' } as const;
  });
}

const notFolded = { kind: 'send', folded: 0 } as const;

/** One copy too many is better than none: when the table does not answer, the copy is sent. */
async function takeCopy(cell: Cell, customer: string, copy: string, now: Instant) {
  return cell.copies.take(customer, copy, now).catch((error: unknown) => {
    log.warn('copies are not counted', { copy, error });
    return notFolded;
  });
}

/** Nobody is told the same thing twice: a person who is a contact twice has one phone. */
function phonesOf({ contacts }: Customer): readonly CustomerContact[] {
  return contacts.filter(
    ({ number }, index) => contacts.findIndex((other) => other.number === number) === index,
  );
}

/** Sends a text, and stores that this phone was told of the incident: what its owner writes back is about that one. */
async function sendAbout(cell: Cell, item: IncidentItem, number: string, text: string): Promise<SmsOutcome> {
  const { key, generation, code } = item;
  const [outcome] = await Promise.all([
    sendByEither(cell.sms, number, text),
    cell.pages
      .store(number, { key, generation, code, pagedAt: cell.now() })
      .catch((error: unknown) => log.warn('a message to a customer is not stored', { code, error })),
  ]);
  return outcome;
}

/** Asks the customer's contacts for consent by SMS. `request`: its id. Never rejects. */
export async function askCustomer(
  cell: Cell,
  item: IncidentItem,
  incident: Incident,
  { organization, request: id }: { readonly organization: Organization; readonly request: string },
): Promise<ContactsWritten> {
  const request = incident.consents.find((each) => each.id === id);
  const customer = organization.customers[incident.route.customer?.id ?? ''];
  if (request === undefined || customer === undefined) return { told: [], failed: [] };
  const by = organization.responders[request.by]?.name ?? request.by;
  const sent = await Promise.all(
    phonesOf(customer).map(async ({ name, number, language = customer.language }) => {
      const text = consentText({
        ...{ code: incident.code, digits: request.code, action: request.action },
        ...{ by, refusedBefore: request.refusedBefore, language },
      });
      return { name, sent: await sendAbout(cell, item, number, text) };
    }),
  );
  return {
    told: sent.flatMap(({ name, sent: outcome }) =>
      outcome.kind === 'handed over' ? [{ name, region: outcome.region }] : [],
    ),
    failed: sent.flatMap(({ name, sent: outcome }) =>
      outcome.kind === 'failed' ? [{ name, reason: outcome.reason }] : [],
    ),
  };
}
