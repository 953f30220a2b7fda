import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type CustomerNews, newsOf } from '../../../domain/customers/update.ts';
import { resolve } from '../../../domain/escalation/resolve.ts';
import { customerText, operatorText } from '../../../domain/messages/customer-text.ts';
import { gsm7Length } from '../../../domain/messages/gsm7.ts';
import { customerTexts } from '../../../domain/messages/texts/texts.ts';
import { parseReply } from '../../../domain/replies/parse.ts';
import { optOutWords } from '../../../domain/replies/words/words.ts';
import { smsParts } from '../../../local/phones/sms-parts.ts';
import { pro } from '../a-customer.ts';
import { opened, tenPastThree } from '../an-incident.ts';

const brussels = 'Europe/Brussels';

const languages = ['nl', 'fr', 'de', 'en'] as const;

const instant = (text: string) => Date.parse(text);

const incident: CustomerNews = {
  kind: 'incident',
  next: 'acknowledged',
  code: 'A7K',
  company: 'Scheldewater Hosting',
  service: 'acme-shop',
  what: '',
  since: instant('2026-11-23T02:10:00Z'),
  folded: 0,
};

const endedAt = instant('2026-11-23T02:45:00Z');

const expectedAt = instant('2026-11-23T03:10:00Z');

const decision: Pick<CustomerNews, 'kind' | 'next' | 'what' | 'by' | 'reason'> = {
  ...{ kind: 'decided', next: undefined, what: 'restart the database' },
  ...{ by: 'Dirk', reason: 'the data is at risk.' },
};

const copy = { kind: 'copy', next: undefined, what: 'db-3 disk full 95%' } as const;

/** One of each kind, with all that each can say. */
const all: readonly CustomerNews[] = [
  { ...incident, ...copy },
  { ...incident, ...copy, folded: 143 },
  ...(['called', 'acknowledged', 'managed'] as const).flatMap((next) => [
    { ...incident, next },
    { ...incident, kind: 'again' as const, next },
  ]),
  { ...incident, next: 'expected', expectedAt },
  { ...incident, kind: 'again', next: 'expected', expectedAt },
  { ...incident, kind: 'repairTime', next: 'expected', expectedAt },
  { ...incident, kind: 'repairTime', next: 'unknown' },
  { ...incident, kind: 'over', next: undefined, endedAt },
  { ...incident, kind: 'wasAndIsOver', next: undefined, endedAt },
  { ...incident, ...decision },
];

const now = endedAt;

const texts = languages.flatMap((language) =>
  all.map((news) => customerText(news, { language, timeZone: brussels, now })),
);

describe('what a customer reads', () => {
  test.each([
    [
      { ...incident, ...decision },
      'en',
      'A7K Scheldewater Hosting: we could not reach you. Dirk has decided: restart the database.',
    ],
    [
      { ...incident, ...copy },
      'nl',
      'A7K Scheldewater Hosting: alarm bij acme-shop, 03:10: db-3 disk full 95%.',
    ],
    [
      { ...incident, ...copy, folded: 4 },
      'en',
      'A7K Scheldewater Hosting: alarm at acme-shop, 03:10: db-3 disk full 95%. (+4 more)',
    ],
    [
      incident,
      'de',
      'A7K Scheldewater Hosting: Störung bei acme-shop seit 03:10. Ein Techniker kümmert sich darum.',
    ],
    [
      { ...incident, kind: 'repairTime', next: 'expected', expectedAt },
      'fr',
      'A7K Scheldewater Hosting: panne sur acme-shop depuis 03:10. Réparation prévue: 04:10.',
    ],
    [
      { ...incident, kind: 'wasAndIsOver', next: undefined, endedAt },
      'nl',
      'A7K Scheldewater Hosting: er was een storing bij acme-shop sinds 03:10. Ze is om 03:45 verholpen.',
    ],
  ] as const)('%j in %s reads %j', (news, language, text) => {
    expect(customerText(news, { language, timeZone: brussels, now })).toBe(text);
  });

  test('is one GSM-7 part without placeholders, whatever is wrong and whoever says it', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('', 'Ω🔥', '[]'.repeat(99), 'Anna '.repeat(99), '{since}'),
    );
    fc.assert(
      fc.property(
        anything,
        anything,
        anything,
        fc.constantFrom(...languages),
        (company, service, what, language) => {
          for (const news of all) {
            const reader = { language, timeZone: 'Europe/London', now: now + 30 * 24 * 3600_000 };
            const text = customerText({ ...news, company, service, what }, reader);

            expect(smsParts(text)).toBe(1);
            expect(text).toMatch(/^A7K/);
            if (!`${company}${service}${what}`.includes('{')) expect(text).not.toMatch(/\{\w+\}/);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  test('is whole: only what is wrong is cut, even with the longest names and times', () => {
    const longest = {
      company: 'A company with a name of its own',
      service: 'a-service-with-a-name-of-its-own',
      what: 'wrong '.repeat(50),
    };
    const fall = instant('2026-10-25T01:30:00Z');
    const reader = { timeZone: brussels, now: instant('2026-11-23T02:10:00Z') };
    const cut = languages.flatMap((language) =>
      all
        .map((news) => ({ ...news, ...longest, since: fall, ...(news.endedAt ? { endedAt: fall } : {}) }))
        .map((news) => (news.expectedAt ? { ...news, expectedAt: fall } : news))
        .map((news) => customerText(news, { ...reader, language }))
        .filter((text) => !/[.)]$/.test(text)),
    );

    expect(cut).toEqual([]);
  });

  test('is written in GSM-7, so that nothing is replaced when it is sent', () => {
    const words = languages.flatMap((language) => {
      const { sms, next, folded } = customerTexts[language];
      return [...Object.values(sms), ...Object.values(next), folded];
    });

    expect(words.filter((text) => gsm7Length(text) === Number.POSITIVE_INFINITY)).toEqual([]);
  });

  test("is free of words that end a carrier's service", () => {
    const heard = texts.filter((text) => {
      const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
      const words = ` ${plain.match(/[a-z]+/g)?.join(' ')} `;
      return optOutWords.some((word) => words.includes(` ${word} `));
    });

    expect(heard).toEqual([]);
  });

  test('is no answer when it is sent back', () => {
    expect(texts.filter((text) => parseReply(text).kind !== 'unclear')).toEqual([]);
  });
});

describe('what an operator reads out', () => {
  test('is who calls, about what, what is wrong, and what is done about it', () => {
    expect(operatorText(incident, { language: 'nl', timeZone: brussels, now })).toBe(
      'Goedendag, je spreekt met Scheldewater Hosting. Het gaat over acme-shop, incident A7K. ' +
        'Er is een storing sinds 03:10. Een technicus is ermee bezig. We houden je op de hoogte.',
    );
  });

  test('asks for questions when it is over', () => {
    const over = { ...incident, kind: 'over', next: undefined, endedAt } as const;

    expect(operatorText(over, { language: 'en', timeZone: brussels, now })).toMatch(
      /The problem was fixed at 03:45\. Do you have a question\?$/,
    );
  });

  test('has nothing left to fill in', () => {
    const spoken = languages.flatMap((language) =>
      all.map((news) => operatorText({ ...news, what: '' }, { language, timeZone: brussels, now })),
    );

    expect(spoken.filter((text) => /[{}]|: \.|undefined/.test(text))).toEqual([]);
  });
});

describe('what a promise has to tell', () => {
  const first = opened({ slaTerms: pro });
  const about = {
    company: 'Scheldewater Hosting',
    now: tenPastThree,
    names: (id: string) => id,
    isEngineer: (id: string) => id !== 'dirk',
  };
  const promise = (kind: string) => {
    const found = first.promises.find((one) => one.about === kind);
    if (found === undefined) throw new Error(`there is no promise about ${kind}`);
    return found;
  };

  test('says that somebody is paged, until somebody acknowledges', () => {
    expect(newsOf(first, promise('incident'), about).next).toBe('called');
    const an = { ...first, status: 'acknowledged', saidYes: ['an'] } as const;
    expect(newsOf(an, promise('incident'), about).next).toBe('acknowledged');
  });

  test('names no engineer while management alone has it', () => {
    const dirk = { ...first, status: 'acknowledged', saidYes: ['dirk'] } as const;

    expect(newsOf(dirk, promise('incident'), about).next).toBe('managed');
    expect(newsOf({ ...dirk, saidYes: ['dirk', 'an'] }, promise('incident'), about).next).toBe(
      'acknowledged',
    );
  });

  test("names the service as the customer knows it, and has the alarm's own words in the copy alone", () => {
    const shown = { ...first, route: { ...first.route, displayName: 'your web shop' } };

    expect(newsOf(shown, promise('incident'), about)).toMatchObject({ service: 'your web shop', what: '' });
    expect(newsOf(shown, { ...promise('incident'), about: 'copy' }, about).what).toBe(first.summary);
    expect(newsOf(first, promise('incident'), about).service).toBe('acme-shop');
  });

  test('is the expected time only as long as it is to come', () => {
    const expected = tenPastThree + 60_000;
    const told = { ...promise('repair time'), expectedAt: expected };
    const open = { ...first, expectedAt: expected };

    expect(newsOf(open, told, about)).toMatchObject({ next: 'expected', expectedAt: expected });
    expect(newsOf(open, told, { ...about, now: expected }).next).toBe('unknown');
  });

  test('is all in one when the customer had heard nothing, and that it is over when it had', () => {
    const kept = { at: tenPastThree, by: 'sms', names: ['Joris'] } as const;
    const knowing = {
      ...first,
      promises: first.promises.map((one) => (one.about === 'incident' ? { ...one, kept } : one)),
    };
    const toldAtTheEnd = (open: typeof first) => {
      const over = resolve(open, 'an', tenPastThree + 60_000);
      const solution = over.promises.find((one) => one.about === 'solution');
      return solution && newsOf(over, solution, about).kind;
    };

    expect(toldAtTheEnd(first)).toBe('wasAndIsOver');
    expect(toldAtTheEnd(knowing)).toBe('over');
  });
});
