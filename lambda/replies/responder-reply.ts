import { allMeant, incidentMeant } from '../../domain/answers/incident-meant.ts';
import { questionWhich } from '../../domain/answers/question-back.ts';
import { noticeText } from '../../domain/messages/notice-text.ts';
import type { Organization } from '../../domain/organization/organization.ts';
import { parseReplies } from '../../domain/replies/parse.ts';
import type { Reply } from '../../domain/replies/reply.ts';
import type { Cell } from '../cell/cell.ts';
import { log } from '../cell/log.ts';
import { type Known, knownIncidents } from '../incidents/known-incidents.ts';
import { type Applied, applyReply, type Target } from './apply-reply.ts';
import { decidesConsent } from './decided-consent.ts';
import type { Heard, Sender, Told } from './heard.ts';
import type { InboundSms } from './inbound-sms.ts';
import { writeBack } from './write-back.ts';

/** Handles one SMS of a responder. */
export async function fromResponder(
  cell: Cell,
  organization: Organization,
  responder: string,
  sms: InboundSms,
): Promise<void> {
  if (await decidesConsent(cell, organization, responder, sms)) return;
  const language = organization.responders[responder]?.language ?? organization.company.language;
  const sender = { number: sms.number, responder, language, organization };
  await answerReplies(cell, sender, sms, parseReplies(sms.text));
}

/**
 * Handles what one message says: finds the incidents that it means, then applies the answers, answers the questions, or asks
 * back. What the driver of an incident tells the sender is not told here.
 */
export async function answerReplies(
  cell: Cell,
  sender: Sender,
  { id, sentAt }: Pick<InboundSms, 'id' | 'sentAt'>,
  replies: readonly Reply[],
): Promise<void> {
  const known = await knownIncidents(cell, sender, sentAt);
  const heard = { id, times: { sentAt, now: cell.now() }, known };
  const read = await Promise.all(replies.map((reply) => targetsOf(cell, heard, reply)));
  const targets = read.flatMap((each) => each.targets);
  const applied: Applied[] = [];
  for (const [place, target] of targets.entries()) {
    applied.push(
      await applyReply(cell, sender, heard, { ...target, place, isOneOfSeveral: targets.length > 1 }),
    );
  }
  const told = [...read.flatMap((each) => each.told), ...severalTogether(applied)];
  for (const [place, each] of told.entries()) {
    await tell(cell, sender, each, `${id}/${place}`);
  }
}

interface Read {
  readonly targets: readonly Target[];
  readonly told: readonly Told[];
}

/** What one reply is about, or what its sender is asked. */
async function targetsOf(cell: Cell, { times, known }: Heard, reply: Reply): Promise<Read> {
  if (isNobodys(reply)) {
    log.info('a phone answers by itself');
    return { targets: [], told: [] }; // nobody reads the question, and two machines would answer each other without end
  }
  const candidates = known.map((each) => each.known);
  if (reply.kind === 'list' || reply.kind === 'help')
    return { targets: [], told: [general(reply.kind, known)] };
  if (reply.isForAll === true) {
    const all = allMeant(reply, candidates, times).map(({ incident }) => incident);
    const targets = known.flatMap((each) =>
      all.includes(each.known.incident) ? [targetOf(reply, each)] : [],
    );
    if (targets.length > 0) return { targets, told: [] };
  }
  const { kind } = reply;
  const asked = { ...reply, kind: kind === 'unclear' ? (reply.maybe ?? kind) : kind };
  const meant = incidentMeant(asked, candidates, times);
  if (meant.kind === 'one') {
    const found = known.find((each) => each.known.incident === meant.incident);
    return { targets: found === undefined ? [] : [targetOf(reply, found)], told: [] };
  }
  const ref = meant.kind === 'elsewhere' ? await cell.codes.find(meant.code) : undefined;
  if (ref !== undefined && meant.kind === 'elsewhere') {
    return { targets: [{ reply, incident: { ...ref, code: meant.code }, isHeld: false }], told: [] };
  }
  log.info('an SMS is asked back', { kind: reply.kind, meant: meant.kind });
  // Who says something that only lacks its incident is a person: silence would read as agreement.
  const isUnderstood = asked.kind !== 'unclear';
  return {
    targets: [],
    told: [{ kind: isUnderstood ? 'receipt' : 'unasked', notice: questionWhich(asked.kind, meant) }],
  };
}

function isNobodys(reply: Reply): boolean {
  return reply.kind === 'unclear' && reply.why === 'autoreply';
}

function targetOf(reply: Reply, { key, generation, known }: Known): Target {
  const isHeld = known.heldSince !== undefined;
  return { reply, incident: { key, generation, code: known.code }, isHeld };
}

/** The answer to a question that is about no single incident. */
function general(kind: 'list' | 'help', known: readonly Known[]): Told {
  if (kind === 'help') return { kind: 'receipt', notice: { kind } };
  const open = known.map((each) => each.known).filter(({ isOver }) => !isOver);
  const incidents = open.map(({ code, customer }) => ({ code, customer }));
  return {
    kind: 'receipt',
    notice: incidents.length === 0 ? { kind: 'noneOpen' } : { kind: 'openIncidents', incidents },
  };
}

/** One text names all incidents of which the same became. */
function severalTogether(applied: readonly Applied[]): readonly Told[] {
  const told = applied.flatMap((each) => (each.kind === 'told' ? [each.told] : []));
  const kinds = ['severalTaken', 'severalDeclined', 'severalOver'] as const;
  const together = kinds.flatMap((kind): Told[] => {
    const codes = applied.flatMap((each) => (each.kind === kind ? [each.code] : []));
    return codes.length === 0 ? [] : [{ kind: 'receipt', notice: { kind, codes } }];
  });
  return [...together, ...told];
}

async function tell(cell: Cell, { number, language, organization }: Sender, told: Told, cause: string) {
  const text = noticeText(told.notice, language, organization.company.timeZone);
  await writeBack(cell, number, { text, kind: told.kind, cause });
}
