import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { codesOfBlock } from '../../../domain/replies/code.ts';
import { parseCustomerReply } from '../../../domain/replies/customer-reply.ts';
import { parseReply } from '../../../domain/replies/parse.ts';
import { optOutWords, replyWords, usesOfWords } from '../../../domain/replies/words/words.ts';
import { replyCorpus } from './corpus/all.ts';
import { inWords } from './corpus/row.ts';
import { wordsOf } from './words-of.ts';

const corpus = Object.values(replyCorpus)
  .flat()
  .map(([text, means, missed]) => ({
    text,
    means,
    isMissed: missed === 'missed',
    read: inWords(parseReply(text)),
  }));

const yesWords = wordsOf('yes', 'ok');

const kindOf = (words: string) => /^\w+/.exec(words)?.[0] ?? '';

/** Any code that can be given out. */
const aCode = fc
  .tuple(fc.constantFrom(3, 4), fc.nat({ max: 2_000 }))
  .chain(([length, index]) =>
    fc.constantFrom(...codesOfBlock(`${length}-${String(index).padStart(4, '0')}`)),
  );

describe('a reply of the corpus', () => {
  test('is one of at least 1500, in four languages', () => {
    expect(corpus.length).toBeGreaterThanOrEqual(1500);
  });

  test.each(['yes', 'done', 'handOver', 'consent'])('is never read as %s unless it is meant so', (kind) => {
    const falsely = corpus.filter(({ means, read }) => kindOf(read) === kind && kindOf(means) !== kind);

    expect(falsely).toEqual([]);
  });

  test('is read as it is meant, or its sender is asked again', () => {
    expect(corpus.filter(({ means, read }) => read !== means && kindOf(read) !== 'unclear')).toEqual([]);
  });

  test('is unclear although a person would understand it only where the corpus says so', () => {
    expect(corpus.filter(({ means, read, isMissed }) => (read !== means) !== isMissed)).toEqual([]);
  });

  test.each(['yes', 'no', 'undo', 'update', 'done', 'info', 'who', 'boss', 'serious', 'notSerious', 'add'])(
    'that means %s is understood at once in at least 85 of 100 cases',
    (kind) => {
      const meant = corpus.filter(({ means }) => kindOf(means) === kind);
      const understood = meant.filter(({ means, read }) => read === means);

      expect(understood.length / meant.length).toBeGreaterThanOrEqual(0.85);
    },
  );
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
    ['on it 1 h 30 min', { kind: 'yes', minutes: 90 }],
    ['ok tot 4u', { kind: 'yes', until: { hour: 4, minute: 0 } }],
    ["oui jusqu'à 14h30", { kind: 'yes', until: { hour: 14, minute: 30 } }],
    ['ja bis 15 Uhr', { kind: 'yes', until: { hour: 15, minute: 0 } }],
    ['mine until 4:30 pm', { kind: 'yes', until: { hour: 16, minute: 30 } }],
    ['yes until 12 am', { kind: 'yes', until: { hour: 0, minute: 0 } }],
    ['ja tot half 5', { kind: 'yes', until: { hour: 4, minute: 30 } }],
    ['I got A7K', { kind: 'yes', code: 'A7K' }],
  ])('is read from %j', (text, reply) => {
    expect(parseReply(text)).toEqual(reply);
  });

  test('is understood with every code that can be given out', () => {
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

  test('lasts until the time that is named with it', () => {
    const aTime = fc.tuple(fc.nat({ max: 23 }), fc.nat({ max: 59 }));
    fc.assert(
      fc.property(
        fc.constantFrom('ja tot', 'oui jusqu’à', 'ok bis', 'yes until'),
        aTime,
        (yes, [hour, minute]) => {
          const text = `${yes} ${hour}:${String(minute).padStart(2, '0')}`;

          expect(parseReply(text)).toEqual({ kind: 'yes', until: { hour, minute } });
        },
      ),
    );
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
        const isYes = parseReply(text).kind === 'yes';

        const isSaid = words.some((word) => says.has(word.replace(/(.)\1+$/, '$1')) || says.has(word));

        expect(isYes && !isSaid && !words.some((word) => /\d/.test(word))).toBe(false);
      }),
    );
  });

  test('is read the same in capitals and in small letters', () => {
    const isOwnWords = (words: string) => /^(consent|assessment|done.*:)/.test(words);
    const texts = corpus.filter(({ read }) => !isOwnWords(read)).map(({ text }) => text);
    fc.assert(
      fc.property(fc.constantFrom(...texts), (text) => {
        expect(parseReply(text.toUpperCase())).toEqual(parseReply(text.toLowerCase()));
      }),
    );
  });

  test.each(['ja ', 'a ', '“', '"a ', '> ', '-', '1', '1 ', '+', 'consent ', '.,', '\n', 'é', '👍'])(
    'of 1600 characters of %j is read in less than half a second of processor time',
    (piece) => {
      const text = piece.repeat(1600).slice(0, 1600);
      const from = process.cpuUsage();

      parseReply(text);

      expect(process.cpuUsage(from).user / 1000).toBeLessThan(500);
    },
  );
});

const alphabet = [...'abcdefghijklmnopqrstuvwxyz'];

describe('a text that nobody writes as an answer', () => {
  test.each([
    ...['yy', 'kk', 'jj', 'nn', 'yyyy', 'jjj', 'kkk', 'nnn', 'wii', 'hmm'],
    ...['ÿ', 'ý', 'ñ', 'ⓨ', '⒥', 'ⁿ', 'ÿ A7K', 'minée', 'annulée', 'donnée'],
    ...['usable', 'managed', 'manger', 'escalated', 'annulera', 'critiquer', 'impassible', 'opgedaan'],
    ...['non-issue', 'non-lieu', 'de-escaleren', 'constructor', 'toString', 'valueOf', '__proto__'],
  ])('%j is unclear', (text) => {
    expect(parseReply(text).kind).toBe('unclear');
    expect(parseCustomerReply(text).kind).toMatch(/unclear|words/);
  });

  test('a word that would be shortened to one or two letters is no answer, except "ja", "no", "nee" and "ok" drawn out', () => {
    const stems = [...alphabet, ...alphabet.flatMap((one) => alphabet.map((other) => one + other))];
    const drawnOut = stems.flatMap((stem) =>
      [2, 3, 5].map((length) => stem + stem.slice(-1).repeat(length - 1)),
    );
    const unlisted = drawnOut.filter(
      (text) => !usesOfWords.has(text) && !/^(jaa+|noo+|okk+|neee+)$/.test(text),
    );

    expect(unlisted.filter((text) => parseReply(text).kind !== 'unclear')).toEqual([]);
    expect(unlisted.filter((text) => ['granted', 'refused'].includes(parseCustomerReply(text).kind))).toEqual(
      [],
    );
  });

  test('a single character is no answer, except the letters y, j, n and k, and question marks', () => {
    const signs = Array.from({ length: 0x1_fa00 }, (_, code) => code)
      .filter((code) => code < 0xd800 || code > 0xdfff)
      .map((code) => String.fromCodePoint(code))
      .filter((sign) => /[a-z]/i.test(sign.normalize('NFKD')));

    expect(signs.length).toBeGreaterThan(1_000);
    expect(
      signs.filter(
        (sign) =>
          !/^[yjnk]$/i.test(sign.normalize('NFC')) && ['yes', 'no', 'done'].includes(parseReply(sign).kind),
      ),
    ).toEqual([]);
  });
});

describe('a word that is understood', () => {
  test('has one use only', () => {
    const words = [...wordsOf(...(Object.keys(replyWords) as (keyof typeof replyWords)[])), ...optOutWords];

    expect(words.filter((word, i) => words.indexOf(word) !== i)).toEqual([]);
  });
});
