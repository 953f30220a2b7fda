import { isCode } from './code.ts';
import { isClockTime, minutesOfWord, minutesOfWords, minutesPerUnit, timesInWords } from './reply-time.ts';
import { optOutWords, replyWords, type WordUse } from './reply-words.ts';

/** One thing that a reply says, in the order in which it says them. */
export type ReplyPart =
  | { readonly kind: WordUse; readonly words: string }
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'minutes'; readonly minutes: number; readonly hasUnit: boolean }
  /** A number or time of which nobody can tell how many minutes it is. */
  | { readonly kind: 'oddTime' }
  | { readonly kind: 'unknown'; readonly words: string };

const uses = new Map<string, WordUse>([
  ...Object.entries(replyWords).flatMap(([use, lines]) =>
    lines.flatMap((line) => line.split(', ').map((words) => [words, use as WordUse] as const)),
  ),
  ...optOutWords.map((words) => [words, 'optOut'] as const),
]);

const phrases = [...uses.keys(), ...timesInWords].map((words) => words.split(' '));

const knownWords = new Set(phrases.flat());

/** The longest phrase, in words. */
const longestPhrase = Math.max(...phrases.map(({ length }) => length));

/** After a number, they make it a time on the clock. */
const halvesOfDay = ['am', 'pm', 'uhr'];

/** Pictures that say no, or that doubt. All others are decoration: a picture alone is no answer. */
const doubtfulPictures = /[👎❌✖🚫⛔🙅🛑✋🤷🤔😴💤🤒🤢🤮🙃🙄😡🤬🖕]/gu;

/** Reads what a reply says, word by word. Decides nothing. */
export function readReply(text: string): readonly ReplyPart[] {
  const tokens = tokensOf(text);
  const parts: ReplyPart[] = [];
  for (let i = 0; i < tokens.length; ) {
    const { part, length } = partAt(tokens.slice(i, i + longestPhrase + 1));
    parts.push(part);
    i += length;
  }
  return parts;
}

/** Small letters without accents; "don't" becomes "dont", every other apostrophe a space. Odd signs stay, as words of their own. */
function tokensOf(text: string): string[] {
  const plain = text
    .replace(doubtfulPictures, ' not ')
    .replace(/[?？❓❔⁉]/gu, ' who ')
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('œ', 'oe')
    .replace(/n['’‘`´]t\b/g, 'nt');
  return (plain.match(/\d+[.,:]\d+|[\p{L}\p{N}]+|[%€$£°]/gu) ?? []).map(spelledAsKnown);
}

/** "Jaaa" is "ja", "neeee" is "nee". Only at its end: Jaap is a man. */
function spelledAsKnown(word: string): string {
  if (knownWords.has(word) || !/^[a-z]+$/.test(word)) return word;
  const candidates = [word.replace(/(.)\1{2,}$/, '$1$1'), word.replace(/(.)\1+$/, '$1')];
  return candidates.find((candidate) => knownWords.has(candidate)) ?? word;
}

/** The first part of the tokens: the longest phrase that is known, else one token. */
function partAt(tokens: readonly string[]): { readonly part: ReplyPart; readonly length: number } {
  for (let length = Math.min(longestPhrase, tokens.length); length > 0; length--) {
    const words = tokens.slice(0, length).join(' ');
    const kind = uses.get(words);
    if (kind !== undefined) return { part: { kind, words }, length };
    const minutes = minutesOfWords(words);
    if (minutes !== undefined) return { part: { kind: 'minutes', minutes, hasUnit: true }, length };
  }
  return timeOrCodeAt(tokens[0] ?? '', tokens[1] ?? '');
}

function timeOrCodeAt(word: string, next: string): { readonly part: ReplyPart; readonly length: number } {
  if (/^\d+$/.test(word) && halvesOfDay.includes(next)) return { part: { kind: 'oddTime' }, length: 2 };
  const perUnit = minutesPerUnit(next);
  const length = perUnit === undefined ? 1 : 2;
  if (/^(0|[1-9]\d{0,2})$/.test(word)) {
    const minutes = Number(word) * (perUnit ?? 1);
    return { part: { kind: 'minutes', minutes, hasUnit: perUnit !== undefined }, length };
  }
  if (/^\d{1,2}[.,]5$/.test(word) && perUnit === 60) {
    const minutes = Number(word.replace(',', '.')) * 60;
    return { part: { kind: 'minutes', minutes, hasUnit: true }, length };
  }
  const minutes = minutesOfWord(word);
  if (minutes !== undefined) return { part: { kind: 'minutes', minutes, hasUnit: true }, length: 1 };
  if (isOddTime(word)) return { part: { kind: 'oddTime' }, length: 1 };
  const code = word.toUpperCase();
  return { part: isCode(code) ? { kind: 'code', code } : { kind: 'unknown', words: word }, length: 1 };
}

/** "0345" and "1500" are times on the clock sooner than minutes, and who knows what "24x7" is. */
function isOddTime(word: string): boolean {
  return isClockTime(word) || (/^\d/.test(word) && !isCode(word.toUpperCase()));
}
