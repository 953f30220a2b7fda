import { parseReply } from '../../domain/replies/parse.ts';
import { signed } from '../scenarios/signed.ts';
import { meaningOf } from './drawn-messages.ts';
import type { MessageContent, MessageMove, Move } from './night.ts';
import { kindOfMessage } from './notice-kinds.ts';
import { type HeardMessage, knownCodes, nextMove, type Play } from './play.ts';

/** Who a responder is, as far as their acts depend on it. */
export interface Person {
  readonly id: string;
  readonly number: string;
}

/** The same page comes through both regions. A person answers only one of the two. */
const samePageMs = 180_000;

/** The notices that people answer. */
const moving: readonly string[] = [
  'ackExpired',
  'which',
  'consentGranted',
  'consentRefused',
  'notOnIt',
  'assess',
  'notUnderstoodAbout',
];

/** A responder reads a message: this plans what they do about it. */
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
  planReply(play, person, move, { code, from: message.at });
}

function isNewPage({ heard }: Play, { number, text, at }: HeardMessage): boolean {
  const same = heard.filter((other) => other.number === number && other.text === text);
  return !same.some((other) => other.at < at && at - other.at < samePageMs);
}

interface About {
  readonly code: string;
  readonly from: number;
}

function planReply(
  play: Play,
  person: Person,
  move: Exclude<Move, { kind: 'nothing' }>,
  { code, from }: About,
): void {
  const at = from + move.after * 1000;
  play.agenda.add(at, () => sendAndGoOn(play, person, move, code));
  if (move.againAfter !== undefined) {
    play.agenda.add(at + move.againAfter * 1000, () => send(play, person, move.what, code));
  }
}

async function sendAndGoOn(play: Play, person: Person, move: MessageMove, code: string): Promise<void> {
  await send(play, person, move.what, code);
  for (const next of move.then) planReply(play, person, next, { code, from: play.stage.now() });
}

async function send(play: Play, person: Person, what: MessageContent, code: string): Promise<void> {
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
