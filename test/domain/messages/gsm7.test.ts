import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { SegmentedMessage } from 'sms-segments-calculator';
import { fitGsm7, gsm7Length, onePart, toGsm7 } from '../../../domain/messages/gsm7.ts';

/** The tables of 3GPP TS 23.038 in their own order, 16 to a row, without the line feed, carriage return and escape. */
const oneSeptet = [
  '@£$¥èéùìòÇØøÅå',
  'Δ_ΦΓΛΩΠΨΣΘΞÆæßÉ',
  ' !"#¤%&\'()*+,-./',
  '0123456789:;<=>?',
  '¡ABCDEFGHIJKLMNO',
  'PQRSTUVWXYZÄÖÑÜ§',
  '¿abcdefghijklmno',
  'pqrstuvwxyzäöñüà',
].join('');
const twoSeptets = '^{}\\[~]|€';

/** Any text: halves of characters, other scripts, pictures, control characters, accents on their own. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.string({ unit: 'grapheme', maxLength: 400 }),
  fc.string({
    unit: fc.constantFrom('é', '€', ' ', '\u0301', '\uD83D', '🔥', '\u202E', 'ش', '[', 'word', '\0'),
    maxLength: 200,
  }),
);

describe('the septets of a text', () => {
  test('are one for a letter of the basic set', () => {
    expect(gsm7Length(oneSeptet)).toBe(125);
  });

  test('are two for a letter of the extension', () => {
    expect(gsm7Length(twoSeptets)).toBe(18);
  });

  test.each(['ê', 'ç', '’', '🔥', '\n', '\u001B'])(
    'are without end for %j, which cannot be sent',
    (character) => {
      expect(gsm7Length(`disk ${character}`)).toBe(Number.POSITIVE_INFINITY);
    },
  );
});

/** Twilio's calculator: written by others, from the same standard. */
describe('compared with the calculator of another company', () => {
  const lineEnds = ['\n', '\r', '\f']; // in the alphabet, but in no text of ours

  test('each of the first 12,000 characters is sendable where it is there', () => {
    const characters = Array.from({ length: 12_000 }, (_, i) => String.fromCharCode(i + 1)).filter(
      (character) => !lineEnds.includes(character),
    );

    const different = characters.filter(
      (character) =>
        Number.isFinite(gsm7Length(character)) !== (new SegmentedMessage(character).encodingName === 'GSM-7'),
    );

    expect(different).toEqual([]);
  });

  test('any text has the same encoding, the same septets, and as many parts', () => {
    const aLetter = fc.constantFrom(...oneSeptet, ...twoSeptets);
    const aText = fc.string({ unit: aLetter, minLength: 1, maxLength: 200 });
    const other = fc.constantFrom('', '', '', 'ê', 'ç', 'ж', '漢', '🔥');
    fc.assert(
      fc.property(aText, other, (start, end) => {
        const text = start + end;
        const { encodingName, numberOfCharacters, segmentsCount } = new SegmentedMessage(text);

        expect(encodingName).toBe(end === '' ? 'GSM-7' : 'UCS-2');
        expect(gsm7Length(text)).toBe(end === '' ? numberOfCharacters : Number.POSITIVE_INFINITY);
        if (end === '') expect(segmentsCount === 1).toBe(gsm7Length(text) <= onePart);
      }),
    );
  });

  test('what was made of any text is sent in GSM-7, and what was cut to one part in one', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(new SegmentedMessage(toGsm7(text)).encodingName).toBe('GSM-7');
        expect(new SegmentedMessage(fitGsm7(text, onePart)).segmentsCount).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('a text in GSM-7', () => {
  test.each([
    ['Über-Größe: ñandú, à côté', 'Über-Größe: ñandu, à coté'],
    ['garçon, œuvre, Łódź, Đorđe', 'garcon, oeuvre, Lodz, Dorde'],
    ['“quoted” – it’s „done“ … «ici»', '"quoted" - it\'s "done" ... "ici"'],
    ['disk\tfull\r\n  on\u00A0db-3 ', 'disk full on db-3'],
    ['db🔥down 👨‍👩‍👧 🇧🇪 ok', 'db down ok'],
    ['temp 45 °C → 60 µs ≥ 1½', 'temp 45 C -> 60 us >= 11/2'],
    ['Сервер упал: db-3', '...: db-3'],
    ['خادم قاعدة البيانات', '...'],
    ['データベース 3', '... 3'],
    ['ＤＢ－３', 'DB-3'],
    ['a\u0000b\u001Bc\u200Bd\u2060e', 'a b cde'],
    ['cafe\u0301', 'café'],
    ['95% [eu] {x} ~ €5', '95% [eu] {x} ~ €5'],
  ])('of %j is %j', (text, sendable) => {
    expect(toGsm7(text)).toBe(sendable);
  });

  test('holds nothing that cannot be sent, whatever it was made of', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(gsm7Length(toGsm7(text))).toBeLessThan(Number.POSITIVE_INFINITY);
      }),
    );
  });

  test('is as it is when made again', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(toGsm7(toGsm7(text))).toBe(toGsm7(text));
      }),
    );
  });

  test('keeps every letter that can be sent', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...oneSeptet.replace(' ', ''), ...twoSeptets) }),
        (text) => {
          expect(toGsm7(text)).toBe(text);
        },
      ),
    );
  });
});

describe('a text that is cut', () => {
  test.each([
    ['disk full on db-3', 17, 'disk full on db-3'],
    ['disk full on db-3', 16, 'disk full on'],
    ['disk full on db-3', 12, 'disk full on'],
    ['disk full on db-3', 11, 'disk full'],
    ['a/very/long/path/without/any/space', 10, 'a/very/lon'],
    ['x a/very/long/path/without/any/space', 12, 'x a/very/lon'],
    ['ab[', 3, 'ab'],
    ['ab[', 4, 'ab['],
    ['[[[', 5, '[['],
    ['anything', 0, ''],
    ['anything', -5, ''],
  ])('%j to %d septets is %j', (text, septets, cut) => {
    expect(fitGsm7(text, septets)).toBe(cut);
  });

  test('takes at most the septets that it may, and is the start of what was there', () => {
    fc.assert(
      fc.property(anyText, fc.nat({ max: 200 }), (text, septets) => {
        const cut = fitGsm7(text, septets);

        expect(gsm7Length(cut)).toBeLessThanOrEqual(septets);
        expect(toGsm7(text).startsWith(cut)).toBe(true);
        expect(fitGsm7(cut, septets)).toBe(cut);
      }),
    );
  });

  test('fills more than half of its room, when there is enough', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'b', ' ', '-'), minLength: 1 }), (text) => {
        const sendable = toGsm7(text);
        const room = Math.floor(gsm7Length(sendable) / 2);

        expect(gsm7Length(fitGsm7(text, room)) * 2).toBeGreaterThanOrEqual(room - 2);
      }),
    );
  });
});
