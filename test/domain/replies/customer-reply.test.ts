import { describe, expect, test } from '@jest/globals';
import { parseCustomerReply } from '../../../domain/replies/customer-reply.ts';
import { customerReplies } from './corpus/customers.ts';
import { customerInWords } from './corpus/row.ts';

const corpus = customerReplies.map(([text, means, missed]) => ({
  text,
  means,
  isMissed: missed === 'missed',
  read: customerInWords(parseCustomerReply(text)),
}));

describe("a customer's answer to a request for consent", () => {
  test.each([
    ['5831 ja', { kind: 'granted', request: '5831' }],
    ['yes 5831', { kind: 'granted', request: '5831' }],
    ['akkoord 5831', { kind: 'granted', request: '5831' }],
    ['go ahead 5831', { kind: 'granted', request: '5831' }],
    ['5831: nee', { kind: 'refused', request: '5831' }],
    ['refusé 5831', { kind: 'refused', request: '5831' }],
    ['oui', { kind: 'granted' }],
    ['5831', { kind: 'unclear' }],
    ['yes 5831 but call me first', { kind: 'words', words: 'yes 5831 but call me first', request: '5831' }],
  ])('is read from %j', (text, reply) => {
    expect(parseCustomerReply(text)).toEqual(reply);
  });

  test('is never read as given unless it is meant so', () => {
    const falsely = corpus.filter(({ means, read }) => read.startsWith('granted') && read !== means);

    expect(falsely).toEqual([]);
  });

  test('is read as it is meant, or its sender is asked again', () => {
    expect(corpus.filter(({ means, read }) => read !== means && !/^(unclear|words)/.test(read))).toEqual([]);
  });

  test('is unclear although a person would understand it only where the corpus says so', () => {
    expect(corpus.filter(({ means, read, isMissed }) => (read !== means) !== isMissed)).toEqual([]);
  });

  test.each(['maar', 'but', 'wenn', 'si', 'nicht', 'not', 'pas', 'no', 'later', '5832', 'bram', '?', 'stop'])(
    'is not given with %s in it',
    (word) => {
      const given = corpus.filter(({ text, read }) => read === 'granted 5831' && !text.includes('\n'));
      const falsely = given
        .flatMap(({ text }) => [`${text} ${word}`, `${word} ${text}`])
        .filter((text) => parseCustomerReply(text).kind === 'granted');

      expect(falsely).toEqual([]);
    },
  );
});
