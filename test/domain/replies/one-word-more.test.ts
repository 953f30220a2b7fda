import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseReply } from '../../../domain/replies/parse.ts';
import { optOutWords } from '../../../domain/replies/words/words.ts';
import { replyCorpus } from './corpus/all.ts';
import { wordsOf } from './words-of.ts';

const plain = (kind: 'yes' | 'done') =>
  Object.values(replyCorpus)
    .flat()
    .filter(
      ([text, means]) => means.startsWith(kind) && parseReply(text).kind === kind && !text.includes('\n'),
    )
    .map(([text]) => text);

/** A clear yes of the corpus, or one made of the words for it. */
const anAcknowledgement = fc.oneof(
  fc.constantFrom(...plain('yes')),
  fc
    .tuple(
      fc.constantFrom(...wordsOf('yes', 'ok')),
      fc.constantFrom('', ' 30', ' A7K', ' 1h', ' a7k 45 min', ' tot 4u', ' until 14:30'),
    )
    .map((parts) => parts.join('')),
);

/** A clear "it is over" of the corpus, or one made of the words for it. */
const anEnd = fc.oneof(
  fc.constantFrom(...plain('done')),
  fc
    .tuple(fc.constantFrom(...wordsOf('done')), fc.constantFrom('', ' A7K', ' thanks'))
    .map((parts) => parts.join('')),
);

/** The text with one more word: before, between or after its words. */
function inserted(text: string, word: string, place: number): string {
  const words = text.split(' ');
  return words.toSpliced(place % (words.length + 1), 0, word).join(' ');
}

/** Phrases without those whose words may each accompany a yes: "ben ik" only turns "ik ben" around. */
function spoiling(words: readonly string[], ...harmless: Parameters<typeof wordsOf>): string[] {
  const single = new Set(wordsOf(...harmless).flatMap((some) => some.split(' ')));
  return words.filter((some) => !some.split(' ').every((word) => single.has(word)));
}

const unknown = [
  ...['bram', 'you', 'jij', 'dich', 'tu', 'he', 'zij', 'slapen', 'dormir', 'tv', 'cnat', 'нет', '不', '%'],
];

/** Beside what somebody does, these put nothing off; before it, the others agree. */
const atOnce = wordsOf('hedge').filter((words) =>
  /^(zo|zometeen|gleich|moment|alles klar|c est bon|ca marche|(no|geen|pas de|kein|keine) \w+)$/.test(words),
);

describe('an acknowledgement with one word more', () => {
  const doubts = spoiling(
    [...wordsOf('not', 'hedge', 'ask'), ...optOutWords].filter((word) => !atOnce.includes(word)),
    'yes',
    'ok',
    'self',
    'detail',
    'thing',
    'eta',
    'is',
  );
  const answers = spoiling(
    wordsOf('no', 'undo', 'done', 'boss', 'who', 'serious', 'notSerious'),
    'yes',
    'ok',
    'self',
    'detail',
    'thing',
  );

  test.each([
    ['denies, doubts or asks', doubts, 1_500],
    ['is not known', unknown, 500],
    ['is another answer', answers, 1_500],
  ])('is no yes when the word %s, wherever it stands', (_what, words, numRuns) => {
    fc.assert(
      fc.property(anAcknowledgement, fc.constantFrom(...words), fc.nat(), (text, word, place) => {
        expect([inserted(text, word, place), parseReply(inserted(text, word, place)).kind]).not.toContain(
          'yes',
        );
      }),
      { numRuns },
    );
  });
});

describe('an end of an incident with one word more', () => {
  const doubts = spoiling(
    [...wordsOf('not', 'hedge', 'ask', 'future', 'notYet'), ...optOutWords],
    'done',
    'ok',
    'is',
    'thing',
    'matter',
  );
  const answers = spoiling(
    wordsOf('no', 'undo', 'boss', 'who', 'serious', 'ready', 'eta', 'polite'),
    'done',
    'ok',
    'is',
    'thing',
    'matter',
  );

  test.each([
    ['denies, doubts, asks or promises', doubts, 1_500],
    ['is not known', unknown, 500],
    ['is another answer', answers, 1_500],
  ])('is no end when the word %s, wherever it stands', (_what, words, numRuns) => {
    fc.assert(
      fc.property(anEnd, fc.constantFrom(...words), fc.nat(), (text, word, place) => {
        const reply = parseReply(inserted(text, word, place));
        const isInNote = reply.kind === 'done' && words === unknown && reply.note?.includes(word) === true;

        expect([inserted(text, word, place), isInNote ? 'in its note' : reply.kind]).not.toContain('done');
      }),
      { numRuns },
    );
  });
});
