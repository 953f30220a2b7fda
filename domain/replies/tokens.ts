import { plainLetters } from '../plain-letters.ts';
import { numberOfWord, timesInWords } from './times/durations.ts';
import { minutesPerUnit } from './times/time-units.ts';
import { spelledOut } from './words/spellings.ts';
import { meantWord } from './words/typos.ts';
import { wordsAndPhrases } from './words/words.ts';

const knownWords = new Set([...wordsAndPhrases, ...timesInWords].flatMap((words) => words.split(' ')));

/** Pictures that agree with what is said, or only decorate it. Every other picture doubts. A picture alone is no answer. */
const harmlessPictures =
  /[👍👌✅✔☑💪🙏🙂😊😀😃😄😁😉🤝🫡🚀🔧🔨🛠💻🖥👀🏃🎉🥳🆗👋☕⚙⏰⏳🕐‼❗❕♂♀]|[\u{1f3fb}-\u{1f3ff}]/gu;

/** Question marks of all scripts. Source: the Unicode Character Database, names with QUESTION MARK, and the interrobangs. */
const questionMarks =
  /[?¿\u037e\u055e\u061f\u1367\u1945\u2047-\u2049\u203d\u2753\u2754\u2cfa\u2cfb\u2e18\u2e2e\u2e54\ua60f\ua6f7\ufe16\ufe56\uff1f\u{11143}\u{1f679}-\u{1f67b}]/gu;

/** Words that are struck out: with combining lines, or between tildes. */
const struckOut = /\p{L}[\u0334-\u0338\u20d2\u20d3\u20e5\u20e6]|~[^~\n]+~/u;

/** "Réglé" means that it is over, "je règle" does not. Where only the accent shows this, it becomes a letter. */
const frenchParticiple =
  /(?<!\p{L})(r[eé]gl|r[eé]par|termin|corrig|d[eé]pann|cl[oô]tur)(?:é|ée|és|ées)(?!\p{L})/gu;

/**
 * The words of a reply, in small letters without accents. "Don't" becomes "dont", "non-issue" becomes one word, and every
 * other apostrophe becomes a space. Other signs stay as words. "?" stands for every question mark.
 */
export function tokensOf(text: string): readonly string[] {
  const plain = text
    .replace(questionMarks, ' ? ')
    .replace(struckOut, ' not $& ')
    .replace(harmlessPictures, ' ')
    .replace(/[\p{Extended_Pictographic}\u{1f1e6}-\u{1f1ff}]/gu, ' not ')
    .replace(/(?<=\d) ?½/g, '.5')
    .replaceAll('½', ' half ')
    .replace(/\+ ?(?=\d{1,3}(?!\d))/g, ' extra ')
    .normalize('NFC')
    .toLowerCase()
    .replace(frenchParticiple, '$1ee');
  const letters = plainLetters(plain)
    .replace(/n['’‘`´]t\b/g, 'nt')
    .replace(/\bca\. ?(?=\d)/g, 'circa ')
    .replace(/\b(no|non|nee|nein|de)-(?=\p{L})/gu, '$1')
    .replace(/\bno *[,!;](?=\s)/g, 'nope ')
    .replace(/\bo['’‘`´ ]?clock\b/g, 'oclock')
    .replace(/(\d ?[ap])\.m\b/g, '$1m')
    .replace(/(\d)-?ish\b/g, '$1')
    .replace(contracted, 'i ll');
  const words = letters.match(/\d+[.,:]\d+|[\p{L}\p{N}]+|[%€$£°?]/gu) ?? [];
  const known = words.flatMap((word) => (knownWords.has(word) ? [word] : spelledOut(word)));
  return moreInFront(known.map(spelledAsKnown).map(fullPronoun));
}

/** "Ill look" is no illness. */
const contracted = /\bill(?= (?:look|check|take|do|handle|jump|get|have|sort|fix|be|start|log)\b)/g;

/** "'k doe het" is "ik doe het". */
function fullPronoun(word: string, i: number, words: readonly string[]): string {
  return word === 'k' && /^[a-z]{2}/.test(words[i + 1] ?? '') ? 'ik' : word;
}

/** "30 more minutes" is "more 30 minutes". */
function moreInFront(words: readonly string[]): readonly string[] {
  const isBetween = (i: number) =>
    ['more', 'meer', 'extra', 'weitere'].includes(words[i] ?? '') &&
    (/^\d{1,3}$/.test(words[i - 1] ?? '') || numberOfWord(words[i - 1] ?? '') !== undefined) &&
    minutesPerUnit(words[i + 1] ?? '') !== undefined;
  return words.map((word, i) =>
    isBetween(i) ? (words[i - 1] ?? word) : isBetween(i + 1) ? (words[i + 1] ?? word) : word,
  );
}

/** One word in small letters, without accents and punctuation: `Réseau,` becomes `reseau`. */
export function plainWord(word: string): string {
  return plainLetters(word).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}

/** The only words of two letters that people draw out. Any other word that becomes so short meant something else. */
const drawnOut: readonly string[] = ['ja', 'no', 'ok'];

/** The spelling of a word in the lists: without a drawn-out end and without a typo. */
function spelledAsKnown(word: string): string {
  if (knownWords.has(word) || !/^[a-z]+$/.test(word)) return word;
  return withoutDrawnOutEnd(word) ?? meantWord(word) ?? word;
}

/**
 * "Jaaa" is "ja" and "neeee" is "nee". Only the end of a word is shortened, because Jaap is a name. A French participle ends
 * in two e's once its accent is removed, and is not shortened: "minée" is not "mine".
 */
function withoutDrawnOutEnd(word: string): string | undefined {
  const isParticiple = /[^e]ee$/.test(word);
  const isWritten = /[aou](ss|ll|ff)$/.test(word); // "pass" is not "pas"
  const candidates = [
    word.replace(/(.)\1{2,}$/, '$1$1'),
    isParticiple || isWritten ? word : word.replace(/(.)\1+$/, '$1'),
  ];
  return candidates.find(
    (candidate) => knownWords.has(candidate) && (candidate.length > 2 || drawnOut.includes(candidate)),
  );
}
