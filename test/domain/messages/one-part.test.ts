import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { SegmentedMessage } from 'sms-segments-calculator';
import { consentText } from '../../../domain/messages/consent-text.ts';
import { customerText } from '../../../domain/messages/customer-text.ts';
import { gsm7Length } from '../../../domain/messages/gsm7.ts';
import { noticeText } from '../../../domain/messages/notice-text.ts';
import { type PageContent, pageText } from '../../../domain/messages/page-text.ts';
import { reasonTexts } from '../../../domain/messages/texts/reasons.ts';
import { smsParts } from '../../../local/phones/sms-parts.ts';

const page: PageContent = {
  code: 'A7K',
  customer: 'ACME',
  summary: 'db-3 disk full 95%',
  openedAt: Date.parse('2026-11-23T02:10:00Z'),
  timeZone: 'Europe/Brussels',
  language: 'en',
};

/** Words of scripts that GSM-7 cannot write, and one in Latin letters that it can. */
const words = [
  'ディスクが一杯です',
  'Ο δίσκος γέμισε',
  'Диск заполнен',
  'القرص ممتلئ',
  '디스크',
  'डिस्क',
  'disk',
];
const anyWords = fc.string({
  unit: fc.constantFrom(...words, ' ', '95%', '🔥', '\u202E', '𠮷'),
  maxLength: 40,
});

const languages = ['nl', 'fr', 'de', 'en'] as const;

describe('a page about what GSM-7 cannot write', () => {
  test.each([
    ['ディスクが一杯です', 'A7K ACME ディスクが一杯です 03:10. Reply yes/no'],
    ['Ο δίσκος γέμισε', 'A7K ACME Ο δίσκος γέμισε 03:10. Reply yes/no'],
    ['Диск заполнен на 95%', 'A7K ACME Диск заполнен на 95% 03:10. Reply yes/no'],
    ['القرص ممتلئ', 'A7K ACME القرص ممتلئ 03:10. Reply yes/no'],
  ])('is sent in its own letters: %s', (summary, text) => {
    expect(pageText({ ...page, summary })).toBe(text);
    expect(smsParts(text)).toBe(1);
  });

  test('is cut to 70 characters', () => {
    const text = pageText({
      ...page,
      isCritical: true,
      summary: 'Сервер базы данных не отвечает '.repeat(9),
    });

    expect(text).toBe('A7K CRITICAL ACME Сервер базы данных не отвечает 03:10. Reply yes/no');
  });

  test('and about what GSM-7 can write in another spelling is sent in GSM-7', () => {
    expect(pageText({ ...page, summary: 'Łódź – “przepełniony”' })).toBe(
      'A7K ACME Lodz - "przepelniony" 03:10. Reply yes/no',
    );
  });

  test('keeps why it is sent and whom to call, and has dots instead of the summary where both do not fit', () => {
    const contact = { name: 'Joris', number: '+32470000011', language: 'nl' } as const;
    const text = pageText({ ...page, contact, summary: 'ディスクが一杯です' });

    expect(text).toBe('A7K ACME ... 03:10. Call customer: Joris +32470000011 (NL). Reply yes/no');
  });

  test('is one part with no question mark in it, whatever it is about', () => {
    fc.assert(
      fc.property(
        anyWords,
        anyWords,
        fc.constantFrom(...languages),
        fc.boolean(),
        (summary, customer, language, isCritical) => {
          const text = pageText({ ...page, summary, customer, language, isCritical });

          expect(text).not.toContain('?');
          expect(new SegmentedMessage(text).segmentsCount).toBe(1);
          expect(smsParts(text)).toBe(1);
        },
      ),
    );
  });
});

describe('a page with all that it can say', () => {
  test('is GSM-7 as long as the alarm is', () => {
    const words = languages.flatMap((language) => Object.values(reasonTexts[language]));

    expect(words.filter((text) => !Number.isFinite(gsm7Length(text)))).toEqual([]);
  });

  const reasons = Object.keys(reasonTexts.nl) as (keyof typeof reasonTexts.nl)[];
  const longName = 'Maximiliane-Josephine';
  const contact = { name: longName, number: '+3247000000123', language: 'nl' } as const;

  test.each(languages)('is one part in %s', (language) => {
    const texts = reasons.map((kind) =>
      pageText({
        ...{ ...page, code: 'A7KX', isCritical: true, needsCode: true, contact, language },
        reason: {
          kind,
          by: longName,
          at: page.openedAt,
          until: page.openedAt,
          dueAt: page.openedAt,
          times: 12,
        } as never,
      }),
    );

    expect(texts.filter((text) => smsParts(text) > 1)).toEqual([]);
  });
});

describe('other texts about what GSM-7 cannot write', () => {
  const reader = { timeZone: 'Europe/Brussels', now: page.openedAt };

  test('are sent in its own letters: what an incident is about, and a customer’s words', () => {
    const summary = 'Диск заполнен';

    expect(noticeText({ kind: 'nowCritical', code: 'A7K', summary }, 'en', 'UTC')).toContain(summary);
    expect(
      noticeText({ kind: 'customerWrote', code: 'A7K', by: 'Νίκη', words: 'Πότε;' }, 'en', 'UTC'),
    ).toMatch(/Νίκη.*Πότε/);
  });

  test.each(languages)('are one part without a question mark of ours in %s', (language) => {
    fc.assert(
      fc.property(anyWords, anyWords, (what, name) => {
        const news = { code: 'A7K', company: name, service: name, what, since: page.openedAt, folded: 0 };
        const texts = [
          noticeText({ kind: 'nowCritical', code: 'A7K', summary: what }, language, 'UTC'),
          noticeText(
            { kind: 'acknowledgedByOther', code: 'A7K', by: name, until: page.openedAt },
            language,
            'UTC',
          ),
          customerText({ ...news, kind: 'copy' } as never, { ...reader, language }),
          consentText({ code: 'A7K', digits: '1234', action: what, by: 'An', language }),
        ];

        expect(texts.filter((text) => smsParts(text) > 1)).toEqual([]);
        expect(texts.filter((text) => text.includes('?'))).toEqual([]);
      }),
    );
  });
});
