import { meaningOf } from './meaning.ts';
import { hasAny, type ReplyPart, readReply, timed } from './parts.ts';
import type { Meaning, ReadText } from './reply.ts';
import { tokensOf } from './tokens.ts';
import { letters } from './words/words.ts';

/** Understands a text of which every word must be known: every answer that does not continue in free text. */
export function plainReply(text: string): ReadText {
  const words = tokensOf(text);
  const parts = wholeLetter(readReply(words), text);
  const codes = parts.flatMap((part) => (part.kind === 'code' ? [part.code] : []));
  const meaning = meaningOf(timed(parts), words);
  const again = isUnknown(meaning) ? (withPronoun(words, codes) ?? withoutAdverbs(words)) : undefined;
  return { meaning: again ?? meaning, codes };
}

/** "I got A7K" means the same as "I got it". */
function withPronoun(words: readonly string[], codes: readonly string[]): Meaning | undefined {
  const place = words.findIndex((word, i) => i > 0 && codes.includes(word.toUpperCase()));
  if (place === -1) return undefined;
  const readings = pronouns.map((pronoun) => words.with(place, pronoun));
  return readings
    .map((reading) => meaningOf(timed(readReply(reading)), reading))
    .find((meaning) => !isUnknown(meaning));
}

const pronouns = ['it', 'het', 'le', 'es'];

/** "Ik kijk er meteen naar" means the same as "ik kijk er naar", and "je peux vraiment pas" the same as "je peux pas". */
function withoutAdverbs(words: readonly string[]): Meaning | undefined {
  const fewer = words.filter((word) => !atOnce.has(word) && !particles.has(word));
  if (fewer.length === words.length || fewer.length === 0) return undefined;
  const parts = timed(readReply(fewer));
  const meaning = meaningOf(parts, words);
  const isStressed = words.some((word) => particles.has(word)); // "ja echt" is no yes
  const isSaid = meaning.kind === 'yes' && hasAny(parts, 'yes') && !isStressed; // "now ok" is good news
  return isSaid || ['no', 'info', 'who', 'boss'].includes(meaning.kind) ? meaning : undefined;
}

const atOnce = new Set(
  'meteen, direct, even, effe, effen, ff, nu, snel, eens, gelijk, now, quickly, vite, sofort, schnell'.split(
    ', ',
  ),
);

const particles = new Set([
  ...'echt, really, vraiment, wirklich, gewoon, absolument, leider, grad, gerade, helaas, denn, eigentlich'.split(
    ', ',
  ),
  ...'eigenlijk, donc, unfortunately, malheureusement'.split(', '),
]);

function isUnknown(meaning: Meaning): boolean {
  return meaning.kind === 'unclear' && meaning.why === 'unknownWords';
}

/** Reads a reply of one letter, such as `y`. In a longer reply a letter is part of a word. With an accent or a circle it is another sign. */
function wholeLetter(parts: readonly ReplyPart[], text: string): readonly ReplyPart[] {
  const others = parts.filter(({ kind }) => kind !== 'code' && kind !== 'time');
  const [only] = others;
  if (others.length !== 1 || only === undefined || !('words' in only)) return parts;
  const word = plainLetter.test(text.normalize('NFD')) ? letters.get(only.words) : undefined;
  return word === undefined ? parts : parts.flatMap((part) => (part === only ? readReply([word]) : [part]));
}

const plainLetter = /(?<![\p{L}\p{N}])[a-z](?![\p{L}\p{N}\p{M}])/iu;
