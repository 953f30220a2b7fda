import { isCode } from './code.ts';
import { maxTimeLength, type TimeSaid, timeAt } from './times/times.ts';
import { usesOfWords, type WordUse, wordsAndPhrases } from './words/words.ts';

/** One thing that a reply says, in the order in which it says them. */
export type ReplyPart =
  | { readonly kind: WordUse; readonly words: string }
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'time'; readonly said: TimeSaid }
  | { readonly kind: 'question' }
  | { readonly kind: 'unknown'; readonly words: string };

/** The longest phrase, in words. */
const maxPhrase = Math.max(...wordsAndPhrases.map((words) => words.split(' ').length));

/** Units that stand for one of them after "another": "nog uurtje". */
const singleHours = ['hour', 'uur', 'uurtje', 'heure', 'stunde'];

/** Reads what the words of a reply say, one after the other. Decides nothing. */
export function readReply(tokens: readonly string[]): readonly ReplyPart[] {
  const parts: ReplyPart[] = [];
  for (let i = 0; i < tokens.length; ) {
    const { part, length } = partAt(tokens.slice(i, i + Math.max(maxPhrase, maxTimeLength)), parts.at(-1));
    parts.push(part);
    i += length;
  }
  return parts;
}

interface PartFound {
  readonly part: ReplyPart;
  readonly length: number;
}

/** The first part of the tokens: the longest phrase or time that is known, else one token. */
function partAt(tokens: readonly string[], before: ReplyPart | undefined): PartFound {
  const [first = ''] = tokens;
  if (first === '?') return { part: { kind: 'question' }, length: 1 };
  const code = first.toUpperCase();
  if (isCode(code)) return { part: { kind: 'code', code }, length: 1 };

  const phrase = phraseAt(tokens);
  const time = timeAt(tokens);
  if (phrase !== undefined && phrase.length >= (time?.length ?? 0)) return phrase;
  if (time !== undefined) return { part: { kind: 'time', said: time.said }, length: time.length };
  if (before?.kind === 'more' && singleHours.includes(first)) {
    return { part: { kind: 'time', said: { minutes: 60, form: 'unit' } }, length: 1 };
  }
  return { part: { kind: 'unknown', words: first }, length: 1 };
}

function phraseAt(tokens: readonly string[]): PartFound | undefined {
  for (let length = Math.min(maxPhrase, tokens.length); length > 0; length--) {
    const words = tokens.slice(0, length).join(' ');
    const kind = usesOfWords.get(words);
    if (kind !== undefined) return { part: { kind, words }, length };
  }
  return undefined;
}
