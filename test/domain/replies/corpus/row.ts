import type { CustomerReply } from '../../../../domain/replies/customer-reply.ts';
import type { Reply } from '../../../../domain/replies/reply.ts';

/**
 * A message and what its sender means, as a colleague would read it over their shoulder: a kind of `Reply`, then the code,
 * the minutes, `until 04:30`, whom or `: the words`. Rows are added, never bent to what the reader of replies understands:
 * what it asks back although a person would know is marked as missed, so that its recall is honest.
 */
export type Row = readonly [text: string, means: string, missed?: 'missed'];

/** Marks a row of which the meaning is asked back. */
export const missed = 'missed';

/** What a message was read as, in the words of a row. */
export function inWords(reply: Reply): string {
  const { kind, code } = reply;
  const minutes = 'minutes' in reply ? reply.minutes : undefined;
  const whom = 'whom' in reply ? reply.whom : undefined;
  const said = [kind, code, minutes, untilOf(reply), whom].filter((part) => part !== undefined).join(' ');
  const free = 'action' in reply ? reply.action : 'words' in reply ? reply.words : undefined;
  return free === undefined ? said : `${said}: ${free}`;
}

function untilOf(reply: Reply): string | undefined {
  if (!('until' in reply) || reply.until === undefined) return undefined;
  const [hour, minute] = [reply.until.hour, reply.until.minute].map((n) => String(n).padStart(2, '0'));
  return `until ${hour}:${minute}`;
}

/** What a customer's answer was read as, in the words of a row. */
export function customerInWords(reply: CustomerReply): string {
  const request = 'request' in reply ? reply.request : undefined;
  return request === undefined ? reply.kind : `${reply.kind} ${request}`;
}
