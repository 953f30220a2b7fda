import { incidentOf } from '../../aws/table/incident-item.ts';
import { type Answer, answer } from '../../domain/answers/answer.ts';
import { replyAnswer } from '../../domain/answers/from-sms.ts';
import { nextOnCall } from '../../domain/answers/hand-over.ts';
import { answerToQuestion, type QuestionAbout } from '../../domain/answers/question.ts';
import { questionAbout } from '../../domain/answers/question-back.ts';
import { withoutReceipt } from '../../domain/answers/several.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import type { Notice } from '../../domain/incident/notice.ts';
import type { QuestionKind, Reply } from '../../domain/replies/reply.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Cell } from '../cell/cell.ts';
import { changeIncident, type NamedIncident } from '../incidents/change-incident.ts';
import type { Heard, Sender, Told } from './heard.ts';

/** A reply, and the incident that it is about. */
export interface Target {
  readonly reply: Reply;
  readonly incident: NamedIncident;
  /** The sender works on it. */
  readonly isHeld: boolean;
}

/** What became of a reply. */
export type Applied =
  /** One text tells the sender of this incident and of others together. */
  | { readonly kind: 'severalTaken' | 'severalDeclined' | 'severalOver'; readonly code: string }
  | { readonly kind: 'told'; readonly told: Told }
  /** The driver of the incident tells the sender. */
  | { readonly kind: 'told by the driver' };

/** Where a reply stands among those of its message. */
interface Place {
  readonly place: number;
  readonly isOneOfSeveral: boolean;
}

/** Applies one reply to its incident, or answers its question, or asks back about it. */
export async function applyReply(
  cell: Cell,
  { organization, responder }: Sender,
  { id: message, times: { now } }: Heard,
  { reply, incident, isHeld, place, isOneOfSeveral }: Target & Place,
): Promise<Applied> {
  const meaning = replyAnswer(reply, { organization, now });
  // Each answer of a message counts once.
  const who = { by: responder, path: 'sms', id: place === 0 ? message : `${message}/${place}` } as const;
  const give = (given: Answer) => applied(cell, incident, () => given, isOneOfSeveral);
  switch (meaning.kind) {
    case 'unclear': {
      const why = reply.kind === 'unclear' ? reply.why : undefined;
      const notice = questionAbout(incident.code, meaning, { why, isHeld });
      // What may mean an answer comes from a person: silence would read as agreement.
      return told(notice.kind === 'mayMean' ? 'receipt' : 'unasked', notice);
    }
    case 'question':
      return told('receipt', await questionAnswered(cell, incident, aboutOne[meaning.about], organization));
    case 'answer':
      return give({ ...meaning.answer, ...who } as Answer);
    case 'handOverToNext': {
      const toNext = (seen: Incident, at: Instant): Answer => {
        const to = nextOnCall(seen, responder, organization, at);
        return { kind: 'handOver', to, ...who };
      };
      return applied(cell, incident, toNext, isOneOfSeveral);
    }
    case 'consent': {
      const request = await cell.consents.reserve(incident, now);
      return give({ kind: 'consent', action: meaning.action, request, ...who });
    }
  }
}

/** What is told of one incident after each question. */
const aboutOne: Readonly<Record<QuestionKind, QuestionAbout>> = {
  ...{ info: 'info', link: 'info', list: 'info', help: 'info' },
  ...{ who: 'who', status: 'who', numbers: 'numbers' },
};

async function questionAnswered(
  cell: Cell,
  { key, generation, code }: NamedIncident,
  about: QuestionAbout,
  organization: Sender['organization'],
): Promise<Notice> {
  const item = await cell.incidents.read(key);
  if (item?.generation !== generation) return { kind: 'alreadyOver', code };
  return answerToQuestion(incidentOf(item), about, organization, cell.now());
}

/** Writes an answer. An answer that is one of several leaves its receipt to the text about all of them. */
async function applied(
  cell: Cell,
  incident: NamedIncident,
  givenTo: (seen: Incident, now: Instant) => Answer,
  isOneOfSeveral: boolean,
): Promise<Applied> {
  let together: ReturnType<typeof withoutReceipt>['receipt'];
  const outcome = await changeIncident(cell, incident, (seen, now) => {
    const given = givenTo(seen, now);
    const answered = answer(seen, given, now);
    if (!isOneOfSeveral) return answered;
    const { answered: quiet, receipt } = withoutReceipt(seen, given, answered);
    together = receipt;
    return quiet;
  });
  const { code } = incident;
  if (outcome.kind === 'gone') return told('receipt', { kind: 'alreadyOver', code });
  if (outcome.kind === 'unchanged') {
    return told(outcome.notice.kind === 'notUnderstood' ? 'unasked' : 'receipt', outcome.notice);
  }
  return together === undefined ? { kind: 'told by the driver' } : { kind: together, code };
}

function told(kind: Told['kind'], notice: Notice): Applied {
  return { kind: 'told', told: { kind, notice } };
}
