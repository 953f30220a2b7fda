import { replyWords } from '../../../domain/replies/words/words.ts';

/** All words and phrases of some uses. */
export function wordsOf(...uses: (keyof typeof replyWords)[]): string[] {
  return uses.flatMap((use) => replyWords[use].flatMap((line) => line.split(', ')));
}
