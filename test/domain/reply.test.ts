import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { codesOfBlock } from '../../domain/code.ts';
import { parseReply, type Reply } from '../../domain/reply.ts';
import { optOutWords, replyWords } from '../../domain/reply-words.ts';
import { replyCorpus } from './reply-corpus.ts';

const corpus = Object.values(replyCorpus).flat();
const yesWords = wordsOf('yes', 'ok');
const acknowledgements = corpus.filter(([, means]) => means.startsWith('yes')).map(([text]) => text);

/** Any code that can be given out. */
const aCode = fc
  .tuple(fc.constantFrom(3, 4), fc.nat({ max: 2_000 }))
  .chain(([length, index]) =>
    fc.constantFrom(...codesOfBlock(`${length}-${String(index).padStart(4, '0')}`)),
  );

/** A clear yes of the corpus, or one made of the words for it. */
const anAcknowledgement = fc.oneof(
  fc.constantFrom(...acknowledgements.filter((text) => !text.includes('\n'))),
  fc
    .tuple(fc.constantFrom(...yesWords), fc.constantFrom('', ' 30', ' A7K', ' 1h', ' a7k 45 min'))
    .map((parts) => parts.join('')),
);

/** The text with a word more, before, between or behind its words. */
function inserted(text: string, word: string, place: number): string {
  const words = text.split(' ');
  return words.toSpliced(place % (words.length + 1), 0, word).join(' ');
}

function wordsOf(...uses: (keyof typeof replyWords)[]): string[] {
  return uses.flatMap((use) => replyWords[use].flatMap((line) => line.split(', ')));
}

/** Kind, code and minutes, as the corpus writes them. */
function read(text: string): string {
  const reply: Reply = parseReply(text);
  return [reply.kind, reply.code, reply.kind === 'yes' ? reply.minutes : undefined]
    .filter((part) => part !== undefined)
    .join(' ');
}

function isYes(text: string): boolean {
  return parseReply(text).kind === 'yes';
}

describe('a reply of the corpus', () => {
  test('is one of at least 300, in four languages', () => {
    expect(corpus.length).toBeGreaterThanOrEqual(300);
  });

  test('is never read as a yes unless it is meant as one', () => {
    const falseYes = corpus.filter(([text, means]) => !means.startsWith('yes') && isYes(text));

    expect(falseYes).toEqual([]);
  });

  test('is read as it is meant, or asked back', () => {
    const misread = corpus
      .map(([text, means]) => ({ text, means, read: read(text) }))
      .filter((one) => one.read !== one.means && !one.read.startsWith('unclear'));

    expect(misread).toEqual([]);
  });

  test('is understood at once in at least 95 of 100 cases in which it is clear', () => {
    const clear = corpus.filter(([, means]) => !means.startsWith('unclear'));
    const understood = clear.filter(([text, means]) => read(text) === means);

    expect(understood.length / clear.length).toBeGreaterThanOrEqual(0.95);
  });
});

describe('a yes', () => {
  test.each([
    ['ja', { kind: 'yes' }],
    ['oui a7k', { kind: 'yes', code: 'A7K' }],
    ['ok 30', { kind: 'yes', minutes: 30 }],
    ['Bin dran, 2 Std. (A7K)', { kind: 'yes', code: 'A7K', minutes: 120 }],
    ['A7K 30', { kind: 'yes', code: 'A7K', minutes: 30 }],
    ['30 A7K', { kind: 'yes', code: 'A7K', minutes: 30 }],
    ['45 min', { kind: 'yes', minutes: 45 }],
    ['ok 1', { kind: 'yes', minutes: 1 }],
    ['ok 720', { kind: 'yes', minutes: 720 }],
    ['ok 12h', { kind: 'yes', minutes: 720 }],
    ['on it 1.5h', { kind: 'yes', minutes: 90 }],
  ])('is read from %j', (text, reply) => {
    expect(parseReply(text)).toEqual(reply);
  });

  test('is understood beside every code that can be given out', () => {
    fc.assert(
      fc.property(aCode, fc.constantFrom(...yesWords), fc.boolean(), (code, yes, isCodeFirst) => {
        const text = isCodeFirst ? `${code.toLowerCase()} ${yes}` : `${yes}, ${code}.`;

        expect(parseReply(text)).toEqual({ kind: 'yes', code });
      }),
    );
  });

  test('lasts for the minutes that are named with it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...yesWords), fc.integer({ min: 1, max: 720 }), (yes, minutes) => {
        expect(parseReply(`${yes} ${minutes}`)).toEqual({ kind: 'yes', minutes });
      }),
    );
  });
});

describe('an acknowledgement with one word more', () => {
  const harmless = new Set(wordsOf('yes', 'ok', 'self', 'detail').flatMap((words) => words.split(' ')));
  const spoiling = [...wordsOf('not', 'hedge', 'ask'), ...optOutWords].filter(
    (words) => !words.split(' ').every((word) => harmless.has(word)),
  );

  test('is no yes when the word denies, doubts or asks, wherever it stands', () => {
    fc.assert(
      fc.property(anAcknowledgement, fc.constantFrom(...spoiling), fc.nat(), (text, word, place) => {
        expect(isYes(inserted(text, word, place))).toBe(false);
      }),
      { numRuns: 5_000 },
    );
  });

  test('is no yes when the word is not known', () => {
    const unknown = [
      'bram',
      'you',
      'jij',
      'du',
      'tu',
      'he',
      'zij',
      'slapen',
      'dormir',
      'tv',
      'cnat',
      'db',
      'нет',
      '不',
      '%',
    ];
    fc.assert(
      fc.property(anAcknowledgement, fc.constantFrom(...unknown), fc.nat(), (text, word, place) => {
        expect(isYes(inserted(text, word, place))).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });

  test('is no yes with a no before or behind it', () => {
    fc.assert(
      fc.property(
        anAcknowledgement,
        fc.constantFrom(...wordsOf('no', 'undo')),
        fc.nat(),
        (text, no, place) => {
          expect(isYes(inserted(text, no, place))).toBe(false);
        },
      ),
      { numRuns: 5_000 },
    );
  });
});

describe('a reply that is asked back', () => {
  test.each([
    ['', 'noAnswer'],
    ['A7K', 'noAnswer'],
    ['230', 'noAnswer'],
    ['👍', 'noAnswer'],
    ['merci', 'noAnswer'],
    ['ok thanks', 'noAnswer'],
    ['I am ok', 'noAnswer'],
    ['looking ok', 'noAnswer'],
    [`ja ${'x'.repeat(200)}`, 'tooLong'],
    [`ja${' '.repeat(2_000)}`, 'tooLong'],
    ['Liked “A7K ACME db-3 disk full”', 'reaction'],
    ['STOP', 'optOutWord'],
    ['yes, end', 'optOutWord'],
    ['ja?', 'question'],
    ['who', 'question'],
    ['am I on it', 'question'],
    ['ja wenn nötig', 'condition'],
    ['fixed', 'condition'],
    ['ok now', 'condition'],
    ['ok niet', 'contradiction'],
    ['yes/no', 'contradiction'],
    ['oui mais non', 'condition'],
    ['yes 👎', 'contradiction'],
    ['no 30 min', 'contradiction'],
    ['ja A7K B3M', 'severalCodes'],
    ['yes 0', 'time'],
    ['yes 721', 'time'],
    ['yes 13h', 'time'],
    ['yes 8 am', 'time'],
    ['ja om 8u', 'time'],
    ['oui 3h45', 'time'],
    ['ok 30 60', 'time'],
    ['ok bram', 'unknownWords'],
    ['yes please', 'unknownWords'],
    ['no problemo', 'unknownWords'],
  ])('%j: %s', (text, why) => {
    expect(parseReply(text)).toMatchObject({ kind: 'unclear', why });
  });

  test('keeps the code that it names', () => {
    expect(parseReply('b3m?')).toEqual({ kind: 'unclear', code: 'B3M', why: 'question' });
  });
});

describe('any message at all', () => {
  test('is read without a failure, and as a yes only with a word or a time that says so', () => {
    const says = new Set([...yesWords.flatMap((words) => words.split(' ')), 'y', 'k', 'j']);
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.string()), (text) => {
        const words =
          text
            .normalize('NFKD')
            .toLowerCase()
            .match(/[a-z]+|\d+/g) ?? [];

        expect(isYes(text) && !words.some((word) => says.has(word) || /\d/.test(word))).toBe(false);
      }),
    );
  });

  test('is read the same in capitals and in small letters', () => {
    fc.assert(
      fc.property(fc.constantFrom(...corpus), ([text]) => {
        expect(parseReply(text.toUpperCase())).toEqual(parseReply(text.toLowerCase()));
      }),
    );
  });
});

describe('a word that is understood', () => {
  test('has one use only', () => {
    const words = [...wordsOf(...(Object.keys(replyWords) as (keyof typeof replyWords)[])), ...optOutWords];

    expect(words.filter((word, i) => words.indexOf(word) !== i)).toEqual([]);
  });
});
