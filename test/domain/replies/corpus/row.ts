import type { CustomerReply } from '../../../../domain/replies/customer-reply.ts';
import type { Reply } from '../../../../domain/replies/reply.ts';

/**
 * A message and what its sender means, as a colleague would read it: a kind of `Reply`, then the code, the minutes,
 * `until 04:30`, whom or `: the words`. A row says what the sender means, and not what the code understands. If the code asks
 * again although a person would understand, the row is marked as missed, so that the recall is honest.
 */
export type Row = readonly [text: string, means: string, missed?: 'missed'];

/** Marks a row that a person understands and the code does not. */
export const missed = 'missed';

/** How the code read a message, in the words of a row. */
export function inWords(reply: Reply): string {
  const { kind, code } = reply;
  const minutes = 'minutes' in reply ? reply.minutes : undefined;
  const whom = 'whom' in reply ? reply.whom : 'ask' in reply ? reply.ask : undefined;
  const all = reply.isForAll ? 'all' : undefined;
  const said = [kind, code, all, minutes, untilOf(reply), whom]
    .filter((part) => part !== undefined)
    .join(' ');
  const free =
    'action' in reply
      ? reply.action
      : 'words' in reply
        ? reply.words
        : 'note' in reply
          ? reply.note
          : undefined;
  return free === undefined ? said : `${said}: ${free}`;
}

function untilOf(reply: Reply): string | undefined {
  if (!('until' in reply) || reply.until === undefined) return undefined;
  const [hour, minute] = [reply.until.hour, reply.until.minute].map((n) => String(n).padStart(2, '0'));
  return `until ${hour}:${minute}`;
}

/** How the code read a customer's answer, in the words of a row. */
export function customerInWords(reply: CustomerReply): string {
  const request = 'request' in reply ? reply.request : undefined;
  return request === undefined ? reply.kind : `${reply.kind} ${request}`;
}
