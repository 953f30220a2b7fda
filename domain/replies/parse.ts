import { isAutoreply } from './autoreply.ts';
import { type ReplyBody, replyBody } from './body.ts';
import { askedInstead } from './declined.ts';
import { freeReply } from './free-text.ts';
import { looseReply, maybeMeant } from './loose.ts';
import { isOurText } from './our-texts.ts';
import { plainReply } from './plain.ts';
import type { Meaning, ReadText, Reply } from './reply.ts';
import { sentenceOf } from './sentence.ts';
import { severalTexts } from './several.ts';
import { tokensOf } from './tokens.ts';

/**
 * Understands an answer in Dutch, French, German or English, in any case, with or without code and time.
 *
 * A text that may have two meanings is unclear, and the sender is asked again. A code with a number ("A7K 30") and a number
 * with its unit ("30 min") are a yes. A number alone is not.
 */
export function parseReply(message: string): Reply {
  const [first, ...others] = parseReplies(message);
  return others.length === 0 ? first : { kind: 'unclear', why: 'severalCodes' };
}

/** Understands all that a message says: "A7K ja, Q4M nee" are two replies. There is always one at least. */
export function parseReplies(message: string): readonly [Reply, ...Reply[]] {
  const body = replyBody(message);
  const several = severalTexts(body.text);
  if (several.isForAll) return [{ ...readText({ ...body, text: several.text }).meaning, isForAll: true }];
  if (!several.texts.some(({ codes }, i) => i > 0 || codes.length > 1)) return [replyOf(body)];
  const read = (one: (typeof several.texts)[number]) => repliesFor({ ...body, text: one.text }, one.codes);
  const [reply, ...more] = several.texts.flatMap(read);
  return reply === undefined ? [replyOf(body)] : [reply, ...more];
}

function repliesFor(body: ReplyBody, codes: readonly string[]): readonly Reply[] {
  const { meaning } = readText(body);
  return codes.map((code) => ({ ...meaning, code }));
}

function replyOf(body: ReplyBody): Reply {
  const { meaning, codes } = readText(body);
  const named = new Set(body.quotedCode === undefined ? codes : [...codes, body.quotedCode]);
  if (named.size > 1) return { kind: 'unclear', why: 'severalCodes' };
  const [code] = named;
  return { ...meaning, ...(code !== undefined && { code }) };
}

/** Reads the text strictly first: each of its words is known. What remains unclear is read clause by clause. */
function readText({ text, isReaction, isTooLong, isDoubtful }: ReplyBody): ReadText {
  const strict = isReaction || isTooLong ? undefined : plainReply(text);
  if (isDoubtful) return { meaning: { kind: 'unclear', why: 'condition' }, codes: strict?.codes ?? [] };
  if (strict?.meaning.kind === 'no')
    return { ...strict, meaning: { kind: 'no', ...askedInstead(sentenceOf(text)) } };
  if (strict !== undefined && strict.meaning.kind !== 'unclear') return strict;
  const free = freeReply(text);
  if (free !== undefined && free.meaning.kind !== 'unclear') return free;
  if (strict === undefined) {
    const why = isAutoreply(tokensOf(text)) ? 'autoreply' : isReaction ? 'reaction' : 'tooLong';
    return free ?? { meaning: { kind: 'unclear', why }, codes: [] };
  }
  const { meaning, codes } = free ?? strict;
  const read = inClauses(text, meaning);
  return { meaning: read, codes: codes.filter((code) => !isInOwnWords(code, read)) };
}

/** Whether what looks like a code is a name of a machine, in an action or a note: "failover to dc2". */
function isInOwnWords(code: string, meaning: Meaning): boolean {
  const own =
    meaning.kind === 'consent' ? meaning.action : meaning.kind === 'done' ? (meaning.note ?? '') : '';
  return new RegExp(`(?<![\\p{L}\\p{N}])${code.toLowerCase()}(?![\\p{L}\\p{N}])`, 'u').test(own);
}

function inClauses(text: string, strict: Meaning): Meaning {
  if (isOurText(text)) return { kind: 'unclear', why: 'reaction' };
  const sentence = sentenceOf(text);
  const meaning = looseReply(sentence, text);
  if (meaning !== undefined && meaning.kind !== 'unclear') {
    const isMachine = isAutoreply(sentence.words.split(' ')) && meaning.kind !== 'no';
    return isMachine ? { kind: 'unclear', why: 'autoreply' } : meaning;
  }
  if (strict.kind !== 'unclear') return strict;
  const maybe =
    strict.why === 'autoreply' || strict.why === 'optOutWord' ? undefined : maybeMeant(sentence, text);
  return { ...strict, ...(maybe !== undefined && { maybe }) };
}
