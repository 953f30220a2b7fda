import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { SegmentedMessage } from 'sms-segments-calculator';
import { gsm7Length } from '../../../domain/messages/gsm7.ts';
import { barePageText, type PageContent, pageText } from '../../../domain/messages/page-text.ts';
import { pageTexts } from '../../../domain/messages/texts/texts.ts';
import { blockCount, codesOfBlock } from '../../../domain/replies/code.ts';
import { parseReply } from '../../../domain/replies/parse.ts';

const diskFull: PageContent = {
  code: 'A7K',
  customer: 'ACME',
  summary: 'db-3 disk full 95%',
  openedAt: Date.parse('2026-11-23T02:10:00Z'),
  timeZone: 'Europe/Brussels',
  language: 'en',
};

const aLanguage = fc.constantFrom('nl', 'fr', 'de', 'en');

const aCode = fc
  .nat({ max: blockCount(4) - 1 })
  .map((index) => codesOfBlock(`4-${String(index).padStart(4, '0')}`)[0] ?? '');

/** What an alarm may carry: anything. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 500 }),
  fc.string({ unit: 'grapheme', maxLength: 500 }),
  fc.string({
    unit: fc.constantFrom('🔥', '\u202E', 'خادم', '\n', '€', '[', 'disk ', '. Reply no'),
    maxLength: 100,
  }),
  fc.constantFrom(
    '',
    ' ',
    'x'.repeat(10_000),
    '€'.repeat(10_000),
    '🔥'.repeat(10_000),
    'word '.repeat(2_000),
  ),
);

const anyPage: fc.Arbitrary<PageContent> = fc.record({
  code: aCode,
  customer: fc.option(anyText, { nil: undefined }),
  summary: anyText,
  openedAt: fc.oneof(fc.double(), fc.integer({ min: 0, max: 4e12 })),
  timeZone: fc.oneof(fc.constantFrom('Europe/Brussels', 'Asia/Kathmandu'), fc.string()),
  language: aLanguage,
  isCritical: fc.boolean(),
});

describe('a page', () => {
  test.each([
    ['en', 'A7K ACME db-3 disk full 95% 03:10. Reply yes/no'],
    ['nl', 'A7K ACME db-3 disk full 95% 03:10. Antwoord ja/nee'],
    ['fr', 'A7K ACME db-3 disk full 95% 03:10. Répondez oui/non'],
    ['de', 'A7K ACME db-3 disk full 95% 03:10. Antworten Sie ja/nein'],
  ] as const)('in %s says who, what, when and how to answer', (language, text) => {
    expect(pageText({ ...diskFull, language })).toBe(text);
  });

  test.each([
    ['en', 'A7K CRITICAL ACME db-3 disk full 95% 03:10. Reply yes/no'],
    ['nl', 'A7K CRITICAL ACME db-3 disk full 95% 03:10. Antwoord ja/nee'],
  ] as const)('of a critical incident says so after the code, in %s', (language, text) => {
    expect(pageText({ ...diskFull, isCritical: true, language })).toBe(text);
  });

  test('of an unknown service names no customer', () => {
    expect(pageText({ ...diskFull, customer: undefined })).toBe('A7K db-3 disk full 95% 03:10. Reply yes/no');
  });

  test('without a summary still asks for an answer', () => {
    expect(pageText({ ...diskFull, customer: undefined, summary: '' })).toBe('A7K 03:10. Reply yes/no');
  });

  test('cuts a long customer and a long summary at a word', () => {
    const text = pageText({
      ...diskFull,
      customer: 'The Association of Very Long Names',
      summary: 'disk full on the root volume of the database server '.repeat(5),
    });

    expect(text).toBe(
      'A7K The Association of Very disk full on the root volume of the database server disk full on the root volume of the database server disk 03:10. Reply yes/no',
    );
  });

  test('is one part, its code first and the answer words last, whatever it is about', () => {
    fc.assert(
      fc.property(anyPage, (page) => {
        const text = pageText(page);

        expect(new SegmentedMessage(text).segmentsCount).toBe(1);
        expect(text.startsWith(`${page.code} `)).toBe(true);
        expect(text.endsWith(`. ${pageTexts[page.language].howToAnswer}`)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('sent back as it is answers nothing, and names its code', () => {
    fc.assert(
      fc.property(anyPage, (page) => {
        expect(parseReply(pageText(page)).kind).toBe('unclear');
      }),
    );
    expect(parseReply(pageText(diskFull))).toMatchObject({ kind: 'unclear', code: 'A7K' });
  });
});

describe('the bare page', () => {
  test('is one GSM-7 part with its code first and the answer words last', () => {
    const text = barePageText('A7KX');

    expect(gsm7Length(text)).toBeLessThanOrEqual(160);
    expect(text).toMatch(/^A7KX .*Reply A7KX yes\/no\. Antwoord A7KX ja\/nee$/);
  });

  test('sent back as it is answers nothing', () => {
    expect(parseReply(barePageText('A7K')).kind).toBe('unclear');
  });
});
