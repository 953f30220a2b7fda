import { problem } from '../kernel/problem.ts';
import type { AwsAnswer } from '../kernel/service.ts';
import type { CallAction } from '../phones/calls.ts';
import type { PhoneBook } from '../phones/phone-book.ts';
import type { Lockstep } from '../quiet/lockstep.ts';
import { type Body, bad, fields, json, phoneNumber } from './body.ts';

/** What people do with their phones: `/local/phones/...`. */
export interface PhoneParts {
  readonly phones: PhoneBook;
  readonly lockstep: Lockstep;
}

/** A person sends an SMS. */
export async function sendMessage(
  { phones, lockstep }: PhoneParts,
  body: unknown,
  match: RegExpExecArray,
): Promise<AwsAnswer> {
  const { text, to } = fields(body, ['text', 'to']);
  const number = phoneNumber(decodeURIComponent(match[1] ?? ''), 'The phone');
  if (typeof text !== 'string' || text === '')
    throw bad(`text: a text that is not empty, got ${JSON.stringify(text)}`);
  const receiver = to === undefined ? undefined : phoneNumber(to, 'to');
  await lockstep.turn({ kind: 'request', content: `${number} ${text} ${receiver}` });
  const sending = phones.send(number, { text, to: receiver });
  return sending.kind === 'sent' ? json(sending) : problem(409, 'Undeliverable', sending.reason);
}

/** A person answers a call, presses keys, or hangs up. */
export async function handleCall(
  { phones, lockstep }: PhoneParts,
  body: unknown,
  match: RegExpExecArray,
): Promise<AwsAnswer> {
  const action = callAction(fields(body, ['action', 'digits']));
  const number = phoneNumber(decodeURIComponent(match[1] ?? ''), 'The phone');
  const id = decodeURIComponent(match[2] ?? '');
  await lockstep.turn({ kind: 'request', content: `${number} ${id} ${JSON.stringify(action)}` });
  const handling = phones.calls.handle(number, id, action);
  if (handling.kind === 'unknown') return problem(404, 'Not found', `${number} has no call ${id}`);
  return handling.kind === 'done' ? json({}) : problem(409, 'Impossible', handling.reason);
}

function callAction({ action, digits }: Body): CallAction {
  if (action === 'press') {
    if (typeof digits === 'string' && /^[0-9*#]+$/.test(digits)) return { kind: 'press', digits };
    throw bad(`digits: keys of a phone, such as "1", got ${JSON.stringify(digits)}`);
  }
  if (digits !== undefined) throw bad('digits: only where the action is press');
  if (action === 'answer' || action === 'hang-up' || action === 'voicemail') return { kind: action };
  throw bad(`action: answer, press, hang-up or voicemail, got ${JSON.stringify(action)}`);
}
