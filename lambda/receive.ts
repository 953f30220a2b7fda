import type { SNSMessage } from 'aws-lambda';
import * as z from 'zod/mini';
import type { Organization } from '../domain/organization.ts';
import { parseReply } from '../domain/reply.ts';
import { noteStranger } from './apply-answer.ts';
import type { Cell } from './cell.ts';
import { fromCustomer } from './customer-reply.ts';
import { log, masked } from './log.ts';
import { fromResponder } from './responder-reply.ts';

/** What End User Messaging publishes for an SMS that came in. Source: its user guide, "Two-way SMS message payload". */
const inboundSms = z.object({
  originationNumber: z.string(),
  messageBody: z.string(),
  inboundMessageId: z.string(),
});

/** An SMS that came in. */
export interface InboundSms {
  readonly number: string;
  readonly text: string;
  /** Names the message: the same one, delivered twice, counts once. */
  readonly id: string;
}

/** Takes in one SMS: from a responder, a customer's contact, or somebody whom nobody knows. */
export async function receive(cell: Cell, message: Pick<SNSMessage, 'Message'>): Promise<void> {
  const inbound = inboundSms.parse(JSON.parse(message.Message));
  const sms = { number: inbound.originationNumber, text: inbound.messageBody, id: inbound.inboundMessageId };
  const { organization } = await cell.organization.read(cell.now());
  const responder = responderOf(organization, sms.number);
  if (responder !== undefined) return fromResponder(cell, organization, responder, sms);
  const contacts = contactsOf(organization, sms.number);
  if (contacts.length > 0) return fromCustomer(cell, organization, contacts, sms);
  return fromStranger(cell, sms);
}

function responderOf({ responders }: Organization, number: string): string | undefined {
  return Object.entries(responders).find(([, { numbers }]) => numbers.includes(number))?.[0];
}

/** A person whom a customer is reached by. */
export interface Contact {
  readonly customer: string;
  readonly name: string;
}

/** Several customers may have the same contact. */
function contactsOf({ customers }: Organization, number: string): readonly Contact[] {
  return Object.entries(customers).flatMap(([customer, { contacts }]) =>
    contacts.filter((contact) => contact.number === number).map(({ name }) => ({ customer, name })),
  );
}

/** Changes nothing; it is logged, and on the incident's timeline if it names a code. */
async function fromStranger(cell: Cell, { number, text }: InboundSms): Promise<void> {
  const { code } = parseReply(text);
  log.warn('an SMS from a number that nobody has', { number: masked(number), code });
  const ref = code === undefined ? undefined : await cell.codes.find(code);
  if (ref !== undefined) await noteStranger(cell, ref, { number, text: text.slice(0, maxStrangersText) });
}

/** Characters of a stranger's message that a timeline keeps: one part. */
const maxStrangersText = 160;
