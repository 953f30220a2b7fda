import { describe, expect, test } from '@jest/globals';
import { phoneBook, type ReceivedSms } from '../../../local/phones/phone-book.ts';
import { smsParts } from '../../../local/phones/sms-parts.ts';

const an = { number: '+32470000001', owner: 'an', kind: 'responder', language: 'nl' } as const;

function bookOfTwoRegions() {
  const book = phoneBook([an], { now: () => 1000 });
  const received: (ReceivedSms & { readonly by: string })[] = [];
  for (const [region, number] of [
    ['eu-central-1', '+3246001'],
    ['eu-west-2', '+4470001'],
  ] as const) {
    const arn = `arn:aws:sms-voice:${region}:000000000000:phone-number/phone-1`;
    book.addNumber({ number, region, arn, receive: (sms) => received.push({ ...sms, by: number }) });
  }
  const deliver = (from: string | undefined, text: string) =>
    book.deliver({ region: 'eu-west-2', from, to: an.number, text, messageId: text });
  return { book, received, deliver };
}

describe('a reply', () => {
  test('goes to the number that last wrote to the phone', () => {
    const { book, received, deliver } = bookOfTwoRegions();
    deliver('+3246001', 'first');
    deliver('+4470001', 'second');

    const sending = book.send(an.number, { text: 'yes' });

    expect(sending).toEqual({ kind: 'sent', to: '+4470001', region: 'eu-west-2' });
    expect(received).toEqual([{ by: '+4470001', from: an.number, text: 'yes', previousMessageId: 'second' }]);
  });

  test('goes to another number when it names one, and then answers no message', () => {
    const { book, received, deliver } = bookOfTwoRegions();
    deliver('+4470001', 'second');

    book.send(an.number, { text: 'yes', to: '+3246001' });

    expect(received).toMatchObject([{ by: '+3246001', previousMessageId: undefined }]);
  });

  test('is stored on the phone as sent', () => {
    const { book, deliver } = bookOfTwoRegions();
    deliver('+4470001', 'first');

    book.send(an.number, { text: 'yes' });

    expect(book.phones()[0]?.messages).toMatchObject([
      { direction: 'in' },
      { direction: 'out', text: 'yes' },
    ]);
  });

  test('cannot be sent when nobody has written to the phone', () => {
    const { book } = bookOfTwoRegions();

    expect(book.send(an.number, { text: 'yes' })).toMatchObject({ kind: 'undeliverable' });
    expect(book.phones()[0]?.messages).toEqual([]);
  });

  test('cannot be sent to a sender that has no number', () => {
    const { book, deliver } = bookOfTwoRegions();
    deliver(undefined, 'from a name');

    expect(book.send(an.number, { text: 'yes' })).toMatchObject({ kind: 'undeliverable' });
  });
});

describe('the parts of an SMS', () => {
  test.each([
    ['160 plain characters', 'x'.repeat(160), 1],
    ['161 plain characters', 'x'.repeat(161), 2],
    ['307 plain characters', 'x'.repeat(307), 3],
    ['80 euro signs, which count twice', '€'.repeat(80), 1],
    ['81 euro signs', '€'.repeat(81), 2],
    ['70 characters with a curly quote', `’${'x'.repeat(69)}`, 1],
    ['71 characters with a curly quote', `’${'x'.repeat(70)}`, 2],
  ])('%s', (_, text, parts) => {
    expect(smsParts(text)).toBe(parts);
  });
});
