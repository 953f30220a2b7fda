import { parseReply } from '../../domain/replies/parse.ts';
import { signed } from '../scenarios/signed.ts';
import type { MessageContent, MessageMove, Move } from './night.ts';
import { kindOfMessage } from './notice-kinds.ts';
import { type HeardMessage, knownCodes, nextMove, type Play } from './play.ts';
import { meaningOf } from './sayings.ts';

/** Who a responder is, for what he or she does. */
export interface Person {
  readonly id: string;
  readonly number: string;
}

/** The same page comes through both regions: nobody answers each of them. */
const samePageMs = 180_000;

/** Notices that make people say something. */
const moving: readonly string[] = [
  'ackExpired',
  'which',
  'consentGranted',
  'consentRefused',
  'notOnIt',
  'assess',
  'notUnderstoodAbout',
];

/** A responder reads what came: plans what he or she does about it. */
export function reads(play: Play, person: Person, message: HeardMessage): void {
  const plan = play.night.responders[person.id];
  const kind = kindOfMessage(message.text);
  if (plan === undefined || kind === undefined) return;
  const move =
    kind === 'page'
      ? isNewPage(play, message)
        ? nextMove(play, plan.onPage)
        : undefined
      : moving.includes(kind)
        ? nextMove(play, plan.onNotice)
        : undefined;
  const code = message.code ?? knownCodes(play)[0];
  if (move === undefined || move.kind === 'nothing' || code === undefined) return;
  planSaying(play, person, move, { code, from: message.at });
}

function isNewPage({ heard }: Play, { number, text, at }: HeardMessage): boolean {
  const same = heard.filter((other) => other.number === number && other.text === text);
  return !same.some((other) => other.at < at && at - other.at < samePageMs);
}

interface About {
  readonly code: string;
  readonly from: number;
}

function planSaying(
  play: Play,
  person: Person,
  saying: Exclude<Move, { kind: 'nothing' }>,
  { code, from }: About,
): void {
  const at = from + saying.after * 1000;
  play.agenda.add(at, () => say(play, person, saying, code));
  if (saying.againAfter !== undefined) {
    play.agenda.add(at + saying.againAfter * 1000, () => saysSo(play, person, saying.what, code));
  }
}

async function say(play: Play, person: Person, saying: MessageMove, code: string): Promise<void> {
  await saysSo(play, person, saying.what, code);
  for (const next of saying.then) planSaying(play, person, next, { code, from: play.stage.now() });
}

async function saysSo(play: Play, person: Person, what: MessageContent, code: string): Promise<void> {
  return what.kind === 'sms' ? writes(play, person, what, code) : callsApi(play, person, what, code);
}

async function writes(
  play: Play,
  { id, number }: Person,
  { text, means, isPlain }: Extract<MessageContent, { kind: 'sms' }>,
  code: string,
): Promise<void> {
  const { stage, story, ledger } = play;
  const another = knownCodes(play).find((known) => known !== code) ?? 'Z9Z';
  const filled = text.replaceAll('{code}', code).replaceAll('{other}', another);
  const named = text.includes('{code}') ? code : text.includes('{other}') ? another : undefined;
  const reply = parseReply(filled);
  const isByItself = reply.kind === 'unclear' && reply.why === 'autoreply';
  ledger.note({ at: stage.now(), by: id, via: 'sms', means, code: named, isPlain, isByItself });
  story.tell(stage.now(), `${id} writes "${filled}" (${means})`);
  await stage.call('POST', `/local/phones/${encodeURIComponent(number)}/messages`, { text: filled });
}

async function callsApi(
  { stage, story, ledger }: Play,
  { id }: Person,
  { action, body }: Extract<MessageContent, { kind: 'api' }>,
  code: string,
): Promise<void> {
  ledger.note({ at: stage.now(), by: id, via: 'api', means: apiMeaning(action, body), code });
  const asked = signed(stage.cloud, 'POST', `/v1/incidents/${code}/${action}`, { body: { by: id, ...body } });
  const { status } = await stage.answered(asked);
  story.tell(stage.now(), `${id} asks the API: ${action} ${code} ${JSON.stringify(body)}: ${status}`);
  if (status === 501) throw new Error('the local cloud does not know something');
}

function apiMeaning(action: string, body: Readonly<Record<string, unknown>>): string {
  if (action === 'consent' && typeof body['answer'] === 'string') return `consent ${body['answer']}`;
  const meanings: Readonly<Record<string, string>> = { acknowledge: 'yes', decline: 'no', resolve: 'done' };
  return meaningOf(meanings[action] ?? action);
}
