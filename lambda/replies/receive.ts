import type { SNSEvent, SNSMessage } from 'aws-lambda';
import { pagesWithoutTableSettleMs } from '../../domain/escalation/without-table.ts';
import type { Organization } from '../../domain/organization/organization.ts';
import { parseReply } from '../../domain/replies/parse.ts';
import type { Cell } from '../cell/cell.ts';
import { log, masked } from '../cell/log.ts';
import { answersTest } from '../channels/test-page.ts';
import { type ContactEvent, isContactEvent, operatorAccepts } from './contact-event.ts';
import { fromCustomer } from './customer-reply.ts';
import { type Contact, type InboundSms, inboundSms } from './inbound-sms.ts';
import { fromResponder } from './responder-reply.ts';

/**
 * Handles one SMS: of a responder, a customer contact, or a stranger. It notes that, for the other cell: a message is
 * handled twice rather than never.
 */
export async function receive(cell: Cell, message: Pick<SNSMessage, 'Message' | 'Timestamp'>): Promise<void> {
  const inbound = inboundSms.parse(JSON.parse(message.Message));
  const sms = {
    ...{ number: inbound.originationNumber, text: inbound.messageBody, id: inbound.inboundMessageId },
    sentAt: Math.min(Date.parse(message.Timestamp), cell.now()),
  };
  if (isTriedAgain(cell, message) && (await cell.handled.has(sms.id))) return;
  await handle(cell, sms);
  await cell.handled
    .note(sms.id, cell.now())
    .catch((error: unknown) => log.warn('a handled SMS is not noted', { id: sms.id, error }));
}

async function handle(cell: Cell, sms: InboundSms): Promise<void> {
  const { organization } = await cell.organization.read(cell.now());
  const responder = responderOf(organization, sms.number);
  if (responder !== undefined && (await answersTest(cell, 'sms', { phone: sms.number, answer: sms.text })))
    return;
  if (responder !== undefined) return fromResponder(cell, organization, responder, sms);
  const contacts = contactsOf(organization, sms.number);
  if (contacts.length > 0) return fromCustomer(cell, organization, contacts, sms);
  return fromStranger(cell, sms);
}

function responderOf({ responders }: Organization, number: string): string | undefined {
  return Object.entries(responders).find(([, { numbers }]) => numbers.includes(number))?.[0];
}

/** Several customers may have the same contact. */
function contactsOf({ customers }: Organization, number: string): readonly Contact[] {
  return Object.entries(customers).flatMap(([customer, { contacts }]) =>
    contacts.filter((contact) => contact.number === number).map(({ name }) => ({ customer, name })),
  );
}

/** Changes nothing. It logs the message and, when that names the code of an incident, counts it there. */
async function fromStranger(cell: Cell, { number, text, id }: InboundSms): Promise<void> {
  const { code } = parseReply(text);
  log.warn('an SMS from a number that nobody has', { number: masked(number), code });
  const ref = code === undefined ? undefined : await cell.codes.find(code);
  if (ref === undefined) return;
  await cell.strangers.count(ref, { number, text: text.slice(0, maxStrangersText), id }, cell.now());
}

/** The number of characters of a stranger's last message that are stored: one part of an SMS. */
const maxStrangersText = 160;

/** The answers of people: SMS, and tasks that operators accept in Amazon Connect. */
export type AnswerEvent = SNSEvent | ContactEvent;

/** Handles answers. Rejects when one of them failed: Lambda tries it again, and at last keeps it for the guardian. */
export async function takeAnswers(cell: Cell, event: AnswerEvent): Promise<void> {
  if (isContactEvent(event)) return operatorAccepts(cell, event);
  for (const record of event.Records) await receive(cell, record.Sns);
}

/**
 * Waits until pages without the table may be stored. It does so only when an SMS is tried again and the table knows
 * nothing that it may be about. When no table worked a moment ago, its incident may be stored soon.
 */
export async function letPagesWithoutTableSettle(cell: Cell, { Records }: SNSEvent): Promise<void> {
  for (const { Sns } of Records) {
    if (!isTriedAgain(cell, Sns) || (await isKnown(cell, Sns))) continue;
    await new Promise((resolve) => setTimeout(resolve, pagesWithoutTableSettleMs));
    return;
  }
}

/** Lambda tries an asynchronous event again after a minute. */
const triesAreApartMs = 45_000;

function isTriedAgain(cell: Cell, { Timestamp }: Pick<SNSMessage, 'Timestamp'>): boolean {
  return cell.now() - Date.parse(Timestamp) > triesAreApartMs;
}

/** Whether the table knows the incident that a message names. Without a code, it may be about a page that is not stored yet. */
async function isKnown(cell: Cell, { Message }: Pick<SNSMessage, 'Message'>): Promise<boolean> {
  const { messageBody = '' } = JSON.parse(Message) as Partial<Record<string, string>>;
  const { code } = parseReply(messageBody);
  return code !== undefined && (await cell.codes.find(code.toUpperCase())) !== undefined;
}
