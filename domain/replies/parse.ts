import { type ReplyBody, replyBody } from './body.ts';
import { freeReply } from './free-text.ts';
import { plainReply } from './plain.ts';
import type { Reply, Saying } from './reply.ts';

/**
 * Understands an answer in Dutch, French, German or English, in any case, with or without code and time.
 *
 * What takes or ends an incident must be plain; all else that may have two meanings is asked back as well. A code and a
 * number ("A7K 30") and a number with its unit ("30 min") are a yes; a number alone is not.
 */
export function parseReply(message: string): Reply {
  const body = replyBody(message);
  const { said, codes } = sayingOf(body);
  const named = new Set(body.quotedCode === undefined ? codes : [...codes, body.quotedCode]);
  if (named.size > 1) return { kind: 'unclear', why: 'severalCodes' };
  const [code] = named;
  return { ...said, ...(code !== undefined && { code }) };
}

function sayingOf({ text, isReaction, isTooLong }: ReplyBody): Saying {
  if (isReaction || isTooLong) {
    const why = isReaction ? 'reaction' : 'tooLong';
    return freeReply(text) ?? { said: { kind: 'unclear', why }, codes: [] };
  }
  const plain = plainReply(text);
  return (plain.said.kind === 'unclear' ? freeReply(text) : undefined) ?? plain;
}
