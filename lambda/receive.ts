import type { SNSMessage } from 'aws-lambda';
import * as z from 'zod/mini';
import { type Head, type IncidentRef, incidentIdOf, incidentOf } from '../aws/head.ts';
import type { Instant } from '../domain/instant.ts';
import type { Notice } from '../domain/notice-text.ts';
import { noticeText } from '../domain/notice-text.ts';
import type { Language, Organization } from '../domain/organization.ts';
import { parseReply, type Reply } from '../domain/reply.ts';
import {
  type IncidentMeant,
  incidentMeant,
  lateAnswerWithin,
  type PageToPhone,
} from '../domain/reply-target.ts';
import { sendByEither } from './acts.ts';
import { applyAnswer, type NamedIncident, noteStranger } from './apply-answer.ts';
import type { Cell } from './cell.ts';
import { log, masked } from './log.ts';

/** What End User Messaging publishes for an SMS that came in. Source: its user guide, "Two-way SMS message payload". */
const inboundSms = z.object({
  originationNumber: z.string(),
  messageBody: z.string(),
  inboundMessageId: z.string(),
});

/** Incidents that a phone was paged for, of which an answer without a code may be one: more are asked back. */
const maxIncidents = 10;

interface Sender {
  readonly number: string;
  readonly responder: string;
  readonly language: Language;
  readonly organization: Organization;
}

/** Takes in one SMS answer: finds whose it is and which incident it means, applies it, or asks back. */
export async function receive(cell: Cell, message: Pick<SNSMessage, 'Message'>): Promise<void> {
  const { originationNumber, messageBody, inboundMessageId } = inboundSms.parse(JSON.parse(message.Message));
  const now = cell.now();
  const { organization } = await cell.organization.read(now);
  const reply = parseReply(messageBody);
  const sender = senderOf(organization, originationNumber);
  if (sender === undefined)
    return fromStranger(cell, { number: originationNumber, text: messageBody, reply });

  const pages = await pagesOf(cell, sender, now);
  const meant = incidentMeant(
    reply,
    pages.map(({ page }) => page),
    now,
  );
  const named = await namedBy(cell, meant, pages);
  const isAnswer = reply.kind === 'yes' || reply.kind === 'no' || reply.kind === 'undo';
  if (!isAnswer || named === undefined) return ask(cell, sender, { reply, meant });
  const { kind } = reply;
  const minutes = reply.kind === 'yes' ? reply.minutes : undefined;
  const by = sender.responder;
  const notice = await applyAnswer(cell, named, { kind, by, path: 'sms', minutes, id: inboundMessageId });
  if (notice !== undefined) await send(cell, sender, notice);
}

function senderOf(organization: Organization, number: string): Sender | undefined {
  const found = Object.entries(organization.responders).find(([, { numbers }]) => numbers.includes(number));
  return found && { number, responder: found[0], language: found[1].language, organization };
}

/** Changes nothing; it is logged, and on the incident's timeline if it names a code. */
async function fromStranger(
  cell: Cell,
  { number, text, reply }: { readonly number: string; readonly text: string; readonly reply: Reply },
): Promise<void> {
  log.warn('an SMS from a number that no responder has', { number: masked(number), code: reply.code });
  const ref = reply.code === undefined ? undefined : await cell.codes.find(reply.code);
  if (ref !== undefined) await noteStranger(cell, ref, { number, text: text.slice(0, maxStrangersText) });
}

/** Characters of a stranger's message that a timeline keeps: one part. */
const maxStrangersText = 160;

interface KnownPage extends IncidentRef {
  readonly page: PageToPhone;
}

/** The pages to a phone of the last hours, each with what became of its incident. */
async function pagesOf(
  cell: Cell,
  { number, responder }: Sender,
  now: Instant,
): Promise<readonly KnownPage[]> {
  const sent = await cell.pages.since(number, now - lateAnswerWithin);
  const latest = new Map(sent.map((page) => [incidentIdOf(page), page]));
  const some = [...latest.values()].slice(-maxIncidents);
  return Promise.all(
    some.map(async ({ key, generation, code, pagedAt }) => {
      const head = await cell.incidents.read(key);
      const state = stateOf(head, generation, { responder, pagedAt });
      return {
        key,
        generation,
        page: { incident: incidentIdOf({ key, generation }), code, pagedAt, ...state },
      };
    }),
  );
}

function stateOf(
  head: Head | undefined,
  generation: number,
  { responder, pagedAt }: { readonly responder: string; readonly pagedAt: Instant },
): Pick<PageToPhone, 'resolvedAt' | 'toldTakenAt'> {
  if (head === undefined || head.generation !== generation) return { resolvedAt: pagedAt };
  const { status, acknowledgement } = incidentOf(head);
  const isTakenByAnother = status === 'acknowledged' && acknowledgement?.by !== responder;
  return { resolvedAt: head.resolvedAt, ...(isTakenByAnother ? { toldTakenAt: pagedAt } : {}) };
}

/** The incident that is meant; of a code that this phone was never sent, whichever has it. */
async function namedBy(
  cell: Cell,
  meant: IncidentMeant,
  pages: readonly KnownPage[],
): Promise<NamedIncident | undefined> {
  if (meant.kind !== 'one' && meant.kind !== 'elsewhere') return undefined;
  const { code } = meant;
  const ref =
    meant.kind === 'one'
      ? pages.find(({ page }) => page.incident === meant.incident)
      : await cell.codes.find(code);
  return ref && { key: ref.key, generation: ref.generation, code };
}

async function ask(
  cell: Cell,
  sender: Sender,
  { reply, meant }: { readonly reply: Reply; readonly meant: IncidentMeant },
): Promise<void> {
  const why = reply.kind === 'unclear' ? reply.why : undefined;
  log.info('an SMS answer is asked back', { kind: reply.kind, why, meant: meant.kind });
  await send(cell, sender, questionFor(meant));
}

function questionFor(meant: IncidentMeant): Notice {
  if (meant.kind === 'elsewhere') return { kind: 'unknownCode', code: meant.code };
  if (meant.kind === 'ask') return { kind: 'which', codes: meant.codes };
  return meant.kind === 'none' ? { kind: 'nothingOpen' } : { kind: 'notUnderstood', code: meant.code };
}

async function send(cell: Cell, sender: Sender, notice: Notice): Promise<void> {
  const text = noticeText(notice, sender.language, sender.organization.company.timeZone);
  const sent = await sendByEither(cell.sms, sender.number, text);
  if (sent.kind === 'failed')
    throw new Error(`no region takes the answer to ${masked(sender.number)}: ${sent.reason}`);
}
