import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Notice, theSource } from '../../../domain/incident/notice.ts';
import { gsm7Length } from '../../../domain/messages/gsm7.ts';
import { noticeText } from '../../../domain/messages/notice-text.ts';
import { barePageText, pageText } from '../../../domain/messages/page-text.ts';
import { taughtWords } from '../../../domain/messages/texts/taught.ts';
import { noticeTexts } from '../../../domain/messages/texts/texts.ts';
import { parseReply } from '../../../domain/replies/parse.ts';
import { optOutWords } from '../../../domain/replies/words/words.ts';
import { smsParts } from '../../../local/phones/sms-parts.ts';

const brussels = 'Europe/Brussels';

const code = 'A7K';

const action = 'restart the database';

const until = Date.parse('2026-11-23T02:45:00Z');

const languages = ['nl', 'fr', 'de', 'en'] as const;

const mayBeMeant = ['yes', 'until', 'no', 'undo', 'update', 'done', 'boss', 'add', 'consent'] as const;

const answersQuestion: readonly string[] = ['nobodyAsked', 'help', 'numbers', 'openIncidents', 'noneOpen'];

const manyCodes = [code, ...Array.from({ length: 20 }, (_, index) => `B${(index % 8) + 2}M`)];

const someIncidents = (customer: string) => [{ code, customer }, { code: 'B3M', customer }, { code: 'S4K' }];

/** One notice of each kind, about people with a name. */
function noticesNaming(by: string): readonly Notice[] {
  return [
    { kind: 'acknowledged', code, until },
    { kind: 'acknowledgedInstead', code, until, by },
    { kind: 'acknowledgedByOther', code, by, until },
    { kind: 'declined', code },
    { kind: 'over', code },
    { kind: 'over', code, by },
    { kind: 'undone', code },
    { kind: 'nothingToUndo', code },
    { kind: 'reopened', code, at: until },
    { kind: 'ackExpired', code },
    { kind: 'which', incidents: someIncidents(by), word: 'done' },
    ...mayBeMeant.map((word): Notice => ({ kind: 'mayMean', code, word })),
    { kind: 'takeOver', code, by, until },
    { kind: 'whichPerson', code, names: [by, by, by, by, by] },
    { kind: 'severalTaken', codes: manyCodes },
    { kind: 'severalDeclined', codes: manyCodes },
    { kind: 'severalOver', codes: manyCodes },
    { kind: 'nobodyAsked', code, at: until },
    { kind: 'help' },
    { kind: 'numbers', code, people: [by, by, by].map((name) => ({ name, number: '+32470000001' })) },
    { kind: 'openIncidents', incidents: someIncidents(by) },
    { kind: 'noneOpen' },
    { kind: 'shiftEnds', code, by },
    { kind: 'shiftBegins', of: by, from: until, until: until + 604_800_000, incidents: someIncidents(by) },
    { kind: 'notUnderstood' },
    { kind: 'notUnderstood', code },
    { kind: 'unknownCode', code },
    { kind: 'alreadyOver', code },
    { kind: 'nothingOpen' },
    { kind: 'consentGranted', code, by, action },
    { kind: 'consentGrantedAfterRefusal', code, by, refusedBy: by, action },
    { kind: 'consentToDecide', code, digits: '4711', action },
    { kind: 'consentDecided', code, by, action },
    { kind: 'consentRefused', code, by, action },
    { kind: 'consentExpired', code, action },
  ];
}

const notices = noticesNaming('Bram');

/** Every text of ours that a phone may show, in every language. */
const ourTexts = languages.flatMap((language) => [
  ...notices.map((notice) => noticeText(notice, language, brussels)),
  pageText({
    code,
    customer: 'ACME',
    summary: 'db-3 disk full',
    openedAt: until,
    timeZone: brussels,
    language,
  }),
  barePageText(code),
]);

describe('a notice', () => {
  test.each([
    [
      { kind: 'acknowledged', code, until },
      'nl',
      'A7K staat op jouw naam tot 03:45. Klaar? Antwoord A7K opgelost. Vergissing? Antwoord A7K undo.',
    ],
    [{ kind: 'acknowledgedByOther', code, by: 'An', until }, 'fr', "A7K: An s'en occupe jusqu'à 03:45."],
    [{ kind: 'acknowledgedByOther', code, by: 'An', until }, 'de', 'A7K: An hat es bis 03:45 übernommen.'],
    [{ kind: 'over', code }, 'en', 'A7K is over: its source says that all is well again.'],
    [{ kind: 'over', code, by: theSource }, 'en', 'A7K is over: its source says that all is well again.'],
    [{ kind: 'over', code, by: 'An' }, 'en', 'A7K is over, says An.'],
    [
      { kind: 'which', incidents: [{ code: 'CX3', customer: 'Lumen' }, { code: 'ZU2' }], word: 'done' },
      'nl',
      'CX3 Lumen, ZU2? Antwoord met de code erbij, zoals CX3 opgelost.',
    ],
    [{ kind: 'mayMean', code, word: 'done' }, 'en', 'A7K resolved? Reply A7K done.'],
  ] as const)('%j in %s reads %j', (notice, language, text) => {
    expect(noticeText(notice, language, brussels)).toBe(text);
  });

  test('is one GSM-7 part with nothing left to fill in, whatever the person is called', () => {
    const aName = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('Jean-Baptiste', '{until}', '🔥'.repeat(99), '[]'.repeat(99), 'Anna '.repeat(99)),
    );
    fc.assert(
      fc.property(aName, fc.constantFrom(...languages), fc.string(), (name, language, timeZone) => {
        for (const notice of noticesNaming(name)) {
          const text = noticeText(notice, language, timeZone);

          expect(smsParts(text)).toBe(1);
          if (!name.includes('{')) expect(text).not.toMatch(/\{\w+\}/);
        }
      }),
    );
  });

  test('about an incident has its code first', () => {
    const about = notices.filter((notice) => ['code', 'codes', 'incidents'].some((name) => name in notice));
    const texts = languages.flatMap((language) =>
      about.map((notice) => noticeText(notice, language, brussels)),
    );

    expect(texts.filter((text) => !/^A7K\b/.test(text))).toEqual([]);
  });

  test('asks about at most four incidents, and counts the others', () => {
    const incidents = ['A2A', 'B3B', 'C4C', 'D5D', 'E6E', 'F7F'].map((each) => ({ code: each }));

    expect(noticeText({ kind: 'which', incidents, word: 'yes' }, 'en', brussels)).toBe(
      'A2A, B3B, C4C, D5D, +2? Reply with the code, like A2A yes.',
    );
  });

  test.each(languages)('teaches words in %s that are understood as what they are', (language) => {
    const taught = Object.entries(taughtWords[language]).filter(([kind]) => kind !== 'numbers');
    const read = taught.map(([, words]) => parseReply(`A7K ${words}`).kind);

    expect(read).toEqual(taught.map(([kind]) => (kind === 'until' ? 'yes' : kind)));
  });

  test.each(languages)('that answers a question in %s never teaches a word that takes', (language) => {
    const answers = notices.filter(({ kind }) => answersQuestion.includes(kind));
    const { yes } = taughtWords[language];
    const texts = answers.map((notice) => noticeText(notice, language, brussels));

    expect(texts.filter((text) => new RegExp(`\\b${yes}\\b`, 'i').test(text))).toEqual([]);
    expect(answers.length).toBe(5);
  });

  test('is never cut to fit', () => {
    const cut = languages.flatMap((language) =>
      noticesNaming('A name of 20 letters').map((notice) => noticeText(notice, language, brussels)),
    );

    expect(cut.filter((text) => !/[.?]$/.test(text))).toEqual([]);
  });

  test('is written in GSM-7, so that nothing is replaced when it is sent', () => {
    const words = Object.values(noticeTexts).flatMap((texts) => Object.values(texts));

    expect(words.filter((text) => gsm7Length(text) === Number.POSITIVE_INFINITY)).toEqual([]);
  });
});

describe('every text of ours', () => {
  test("is free of words that end a carrier's service", () => {
    const heard = ourTexts.filter((text) => {
      const words = ` ${plain(text)
        .match(/[a-z]+/g)
        ?.join(' ')} `;
      return optOutWords.some((word) => words.includes(` ${word} `));
    });

    expect(heard).toEqual([]);
  });

  test('is no answer when it is sent back, as by two numbers that answer each other', () => {
    expect(ourTexts.filter((text) => parseReply(text).kind !== 'unclear')).toEqual([]);
  });

  test('teaches answers that are understood', () => {
    const taught = ourTexts.flatMap(
      (text) =>
        text.match(/A7K (ja|oui|yes|nee|non|nein|no|opgelost|done|erledigt|résolu|undo)( 30)?\b/g) ?? [],
    );

    expect(taught.length).toBeGreaterThan(0);
    expect(taught.map((answer) => parseReply(answer).code)).toEqual(taught.map(() => 'A7K'));
  });
});

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

describe('the answer to `info`', () => {
  const info = {
    kind: 'info',
    ...{ code: 'A7K', service: 'acme-db', at: Date.UTC(2026, 10, 23, 2, 10) },
    summary: 'x '.repeat(300),
  } as const;
  const textWith = (link: string) => noticeText({ ...info, link }, 'en', 'Europe/Brussels');

  test('ends with the first address of the alarm, whole, in one part', () => {
    const text = textWith('https://runbooks.example/disk');

    expect(text).toMatch(/ https:\/\/runbooks\.example\/disk$/);
    expect(text.length).toBeLessThanOrEqual(160);
  });

  test.each([`https://runbooks.example/${'x'.repeat(100)}`, 'https://runbooks.example/café/日本'])(
    'has no address that was cut or spelled in another way: %s',
    (link) => {
      expect(textWith(link)).not.toContain('http');
    },
  );
});
