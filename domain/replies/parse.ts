import { type ReplyBody, replyBody } from './body.ts';
import { freeReply } from './free-text.ts';
import { plainReply } from './plain.ts';
import type { ReadText, Reply } from './reply.ts';

/**
 * Understands an answer in Dutch, French, German or English, in any case, with or without code and time.
 *
 * A text that may have two meanings is unclear, and the sender is asked again. A code with a number ("A7K 30") and a number
 * with its unit ("30 min") are a yes. A number alone is not.
 */
export function parseReply(message: string): Reply {
  return parseReplies(message)[0];
}

/** Understands all that a message says: "A7K ja, Q4M nee" are two replies. There is always one at least. */
export function parseReplies(message: string): readonly [Reply, ...Reply[]] {
  return [readReply(message)];
}

function readReply(message: string): Reply {
  const body = replyBody(message);
  const { meaning, codes } = readText(body);
  const named = new Set(body.quotedCode === undefined ? codes : [...codes, body.quotedCode]);
  if (named.size > 1) return { kind: 'unclear', why: 'severalCodes' };
  const [code] = named;
  return { ...meaning, ...(code !== undefined && { code }) };
}

function readText({ text, isReaction, isTooLong }: ReplyBody): ReadText {
  if (isReaction || isTooLong) {
    const why = isReaction ? 'reaction' : 'tooLong';
    return freeReply(text) ?? { meaning: { kind: 'unclear', why }, codes: [] };
  }
  const plain = plainReply(text);
  return (plain.meaning.kind === 'unclear' ? freeReply(text) : undefined) ?? plain;
}
