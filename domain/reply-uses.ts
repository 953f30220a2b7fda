import { optOutWords, replyWords, type WordUse } from './reply-words.ts';

/** What each word and phrase does. */
export const usesOfWords: ReadonlyMap<string, WordUse> = new Map([
  ...Object.entries(replyWords).flatMap(([use, lines]) =>
    lines.flatMap((line) => line.split(', ').map((words) => [words, use as WordUse] as const)),
  ),
  ...optOutWords.map((words) => [words, 'optOut'] as const),
]);

/** All of them. */
export const wordsAndPhrases: readonly string[] = [...usesOfWords.keys()];
