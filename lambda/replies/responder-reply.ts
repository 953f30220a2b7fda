import type { Answer } from '../../domain/answers/answer.ts';
import { replyAnswer } from '../../domain/answers/from-sms.ts';
import type { Notice } from '../../domain/incident/notice.ts';
import { noticeText } from '../../domain/messages/notice-text.ts';
import type { Language, Organization } from '../../domain/organization/organization.ts';
import { parseReplies } from '../../domain/replies/parse.ts';
import type { Reply } from '../../domain/replies/reply.ts';
import { type IncidentMeant, incidentMeant } from '../../domain/replies/target.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Cell } from '../cell/cell.ts';
import { log, masked } from '../cell/log.ts';
import { sendByEither } from '../channels/sms.ts';
import { applyAnswer, type NamedIncident } from '../incidents/change-incident.ts';
import { answerQuestion } from './asked-about.ts';
import type { InboundSms } from './inbound-sms.ts';
import { namedBy, pagesOf } from './paged-incidents.ts';

interface Sender {
  readonly number: string;
  readonly responder: string;
  readonly language: Language;
  readonly organization: Organization;
}

/**
 * Handles one SMS of a responder: for each thing that it says, finds the incident that is meant, then applies the answer,
 * answers the question, or asks back.
 */
export async function fromResponder(
  cell: Cell,
  organization: Organization,
  responder: string,
  { number, text, id }: InboundSms,
): Promise<void> {
  const language = organization.responders[responder]?.language ?? organization.company.language;
  const sender = { number, responder, language, organization };
  for (const reply of parseReplies(text)) await handle(cell, sender, reply, id);
}

async function handle(cell: Cell, sender: Sender, reply: Reply, id: string): Promise<void> {
  const now = cell.now();
  const pages = await pagesOf(cell, sender, now);
  const meant = incidentMeant(
    reply,
    pages.map(({ page }) => page),
    now,
  );
  const named = await namedBy(cell, meant, pages);
  if (named === undefined) return ask(cell, sender, { reply, meant });
  const notice = await act(cell, sender, named, { reply, id, now });
  if (notice === 'unclear') return ask(cell, sender, { reply, meant });
  if (notice !== undefined) await send(cell, sender, notice);
}

/** What the sender must be told at once; undefined when the driver tells them, or when there is nothing to say. */
async function act(
  cell: Cell,
  { organization, responder }: Sender,
  named: NamedIncident,
  { reply, id, now }: { readonly reply: Reply; readonly id: string; readonly now: Instant },
): Promise<Notice | 'unclear' | undefined> {
  const meaning = replyAnswer(reply, { organization, now });
  const who = { by: responder, path: 'sms', id } as const;
  switch (meaning.kind) {
    case 'unclear':
      return 'unclear';
    case 'question':
      return answerQuestion(cell, named, meaning.about, organization);
    case 'answer':
      return applyAnswer(cell, named, { ...meaning.answer, ...who } as Answer);
    case 'consent': {
      const request = await cell.consents.reserve(named, now);
      return applyAnswer(cell, named, { kind: 'consent', action: meaning.action, request, ...who });
    }
  }
}

async function ask(
  cell: Cell,
  sender: Sender,
  { reply, meant }: { readonly reply: Reply; readonly meant: IncidentMeant },
): Promise<void> {
  const why = reply.kind === 'unclear' ? reply.why : undefined;
  log.info('an SMS answer is asked back', { kind: reply.kind, why, meant: meant.kind });
  if (why === 'autoreply') return; // nobody reads the question, and two machines would answer each other without end
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
