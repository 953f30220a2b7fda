import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  allMeant,
  countsWithoutCode,
  incidentMeant,
  type KnownIncident,
} from '../../../domain/answers/incident-meant.ts';
import type { Reply } from '../../../domain/replies/reply.ts';
import { hour, minute, second } from '../../../domain/time/instant.ts';

const now = Date.parse('2026-11-23T02:10:00Z');

const atOnce = { sentAt: now, now };

/** An incident for which the phone was paged so many minutes ago. */
function paged(code: string, minutesAgo: number, more: Partial<KnownIncident> = {}): KnownIncident {
  return {
    incident: `incident of ${code}`,
    code,
    isOver: false,
    pagedAt: now - minutesAgo * minute,
    ...more,
  };
}

/** An incident that the sender took so many minutes ago. */
function held(code: string, minutesAgo: number, more: Partial<KnownIncident> = {}): KnownIncident {
  return paged(code, minutesAgo, { heldSince: now - minutesAgo * minute, ...more });
}

const takenByAn = (minutesAgo: number) => ({
  taken: { by: 'An', at: now - minutesAgo * minute, until: now + 20 * minute },
});

const one = (code: string) => ({ kind: 'one', incident: `incident of ${code}`, code });

const works: readonly Reply['kind'][] = ['done', 'update', 'boss', 'serious', 'add', 'consent', 'handOver'];

describe('a word without a code', () => {
  test.each(['yes', 'no', ...works] as const)('%s is about the only incident of the last 6 hours', (kind) => {
    expect(incidentMeant({ kind }, [paged('A7K', 5)], atOnce)).toEqual(one('A7K'));
  });

  test.each(['yes', 'no', ...works] as const)(
    '%s for A, which An has taken since, does not count for B that was paged 45 minutes later',
    (kind) => {
      const known = [paged('A7K', 45, takenByAn(44)), paged('B3M', 0)];

      expect(incidentMeant({ kind }, known, atOnce)).toMatchObject({
        kind: 'ask',
        why: 'several',
        among: [{ code: 'B3M' }, { code: 'A7K' }],
      });
    },
  );

  test('is asked back when the other one is over: it may still have been meant', () => {
    const known = [paged('A7K', 5), paged('B3M', 300, { isOver: true })];

    expect(incidentMeant({ kind: 'yes' }, known, atOnce).kind).toBe('ask');
  });

  test.each([
    ['just under 6 hours after the page of the other', 6 * hour - 1, 'ask'],
    ['6 hours after it', 6 * hour, 'one'],
  ])('%s', (_when, age, kind) => {
    const known = [paged('A7K', 5), paged('B3M', 0, { pagedAt: now - age })];

    expect(incidentMeant({ kind: 'yes' }, known, atOnce).kind).toBe(kind);
  });

  test.each(works)('%s is about what the sender holds, however old, and whatever was paged since', (kind) => {
    const known = [held('A7K', 600), paged('B3M', 30), paged('C4P', 5, { isOver: true })];

    expect(incidentMeant({ kind }, known, atOnce)).toEqual(one('A7K'));
  });

  test.each(['yes', 'no'] as const)(
    '%s is about what the sender holds, after an evening of others',
    (kind) => {
      expect(incidentMeant({ kind }, [held('A7K', 30), paged('B3M', 300, { isOver: true })], atOnce)).toEqual(
        one('A7K'),
      );
    },
  );

  test.each(['yes', 'no'] as const)(
    '%s of a sender who holds one and was paged for another since is asked back: nobody gives back what they hold by it',
    (kind) => {
      expect(incidentMeant({ kind }, [held('A7K', 30), paged('B3M', 1)], atOnce)).toMatchObject({
        kind: 'ask',
        among: [{ code: 'B3M' }, { code: 'A7K' }],
      });
    },
  );

  test('yes is about what the sender holds once they have declined the other', () => {
    const known = [held('A7K', 30), paged('B3M', 5, { answeredAt: now - minute })];

    expect(incidentMeant({ kind: 'yes', minutes: 30 }, known, atOnce)).toEqual(one('A7K'));
  });

  test('is asked back when the sender holds two', () => {
    expect(incidentMeant({ kind: 'done' }, [held('A7K', 90), held('B3M', 30)], atOnce)).toMatchObject({
      kind: 'ask',
      among: [{ code: 'B3M' }, { code: 'A7K' }],
    });
  });

  test('counts for an incident that its sender took by its code, without having been paged', () => {
    const taken = held('A7K', 5, { pagedAt: undefined });

    expect(incidentMeant({ kind: 'done' }, [taken], atOnce)).toEqual(one('A7K'));
  });

  test('is about nothing only when the phone knows no incident', () => {
    expect(incidentMeant({ kind: 'yes' }, [], atOnce)).toEqual({ kind: 'none' });
    expect(incidentMeant({ kind: 'yes' }, [paged('A7K', 361)], atOnce)).toEqual({ kind: 'none' });
  });

  test('"undo" is about what the sender holds, unless they said something about another since', () => {
    const declinedBefore = paged('B3M', 50, { answeredAt: now - 40 * minute });
    const resolvedSince = paged('B3M', 50, { answeredAt: now - minute, isOver: true });
    const own = held('A7K', 30, { answeredAt: now - 30 * minute });

    expect(incidentMeant({ kind: 'undo' }, [own, declinedBefore], atOnce)).toEqual(one('A7K'));
    expect(incidentMeant({ kind: 'undo' }, [own, resolvedSince], atOnce).kind).toBe('ask');
  });
});

describe('a word that was under way', () => {
  const laterPage = [paged('A7K', 30), paged('B3M', 2)];

  test('is read against the pages of the moment when it was sent', () => {
    expect(incidentMeant({ kind: 'yes' }, laterPage, { sentAt: now - 3 * minute, now })).toEqual(one('A7K'));
  });

  test.each([
    ['5 minutes', 5 * minute, 'one'],
    ['more than 5 minutes', 5 * minute + 1, 'ask'],
  ])('for %s', (_how, age, kind) => {
    const meant = incidentMeant({ kind: 'done' }, [paged('A7K', 30)], { sentAt: now - age, now });

    expect(meant.kind).toBe(kind);
  });

  test('counts with its code, however late', () => {
    const times = { sentAt: now - 3 * hour, now };

    expect(incidentMeant({ kind: 'yes', code: 'A7K' }, laterPage, times)).toEqual(one('A7K'));
  });
});

describe('a yes after somebody else took it', () => {
  test.each([
    ['in the same moment counts', 0.5, 'one'],
    ['after a minute may be a thank-you', 2, 'ask'],
  ])('%s', (_when, minutesAgo, kind) => {
    const known = [paged('A7K', 5, takenByAn(minutesAgo))];

    expect(incidentMeant({ kind: 'yes' }, known, atOnce).kind).toBe(kind);
  });

  test('and with a time is no thank-you', () => {
    const known = [paged('A7K', 5, takenByAn(3))];

    expect(incidentMeant({ kind: 'yes', minutes: 30 }, known, atOnce)).toEqual(one('A7K'));
  });
});

describe('a question', () => {
  test.each(['info', 'who', 'status', 'help', 'numbers'] as const)(
    '%s needs no code at 3 am after an incident in the evening',
    (kind) => {
      const known = [paged('A7K', 1), paged('B3M', 300, { isOver: true })];

      expect(incidentMeant({ kind }, known, atOnce)).toEqual(one('A7K'));
    },
  );

  test('is answered about the last incident when none is open, and however late it comes', () => {
    const known = [paged('A7K', 20, { isOver: true }), paged('B3M', 300, { isOver: true })];

    expect(incidentMeant({ kind: 'who' }, known, { sentAt: now - hour / 4, now })).toEqual(one('A7K'));
  });
});

describe('"all"', () => {
  test('of a yes is all that this phone was paged for and that nobody has', () => {
    const known = [
      ...[paged('A7K', 5), paged('B3M', 9, takenByAn(5)), paged('C4P', 7)],
      ...[paged('D5R', 8, { isOver: true }), held('E6T', 20)],
    ];

    expect(allMeant({ kind: 'yes' }, known, atOnce).map(({ code }) => code)).toEqual(['A7K', 'C4P']);
  });

  test('of the end is all that the sender holds', () => {
    const known = [paged('A7K', 5), held('B3M', 500), held('C4P', 20)];

    expect(allMeant({ kind: 'done' }, known, atOnce).map(({ code }) => code)).toEqual(['C4P', 'B3M']);
  });
});

describe('a word with a code', () => {
  test('is about the incident with that code, in any case', () => {
    expect(incidentMeant({ kind: 'yes', code: 'b3m' }, [paged('A7K', 1), paged('B3M', 300)], atOnce)).toEqual(
      one('B3M'),
    );
  });

  test('is about that incident even when it is over, so that its sender can be told', () => {
    expect(incidentMeant({ kind: 'yes', code: 'A7K' }, [paged('A7K', 9, { isOver: true })], atOnce)).toEqual(
      one('A7K'),
    );
  });

  test('that this phone was never sent is looked up elsewhere', () => {
    expect(incidentMeant({ kind: 'yes', code: 'B3M' }, [paged('A7K', 1)], atOnce)).toEqual({
      kind: 'elsewhere',
      code: 'B3M',
    });
  });
});

describe('what a page says', () => {
  const anyKnown = fc.array(
    fc.record({
      incident: fc.constantFrom('a', 'b', 'c'),
      code: fc.constantFrom('A7K', 'B3M', 'C4P'),
      pagedAt: fc.option(fc.integer({ min: now - 8 * hour, max: now }), { nil: undefined }),
      heldSince: fc.option(fc.integer({ min: now - 8 * hour, max: now }), { nil: undefined }),
      isOver: fc.boolean(),
    }),
    { maxLength: 4 },
  );

  test('"reply yes/no" is true: a plain yes or no, sent within 5 minutes and before the next page, counts for it', () => {
    fc.assert(
      fc.property(anyKnown, fc.nat(299), fc.constantFrom('yes', 'no'), (known, seconds, kind) => {
        fc.pre(new Set(known.map(({ incident }) => incident)).size === known.length);
        const page = { incident: 'a', code: 'A7K' };
        const then = now + seconds * second;
        const afterwards = [
          ...known.filter(({ incident }) => incident !== 'a'),
          { ...known.find(({ incident }) => incident === 'a'), ...page, isOver: false, pagedAt: now },
        ];
        const meant = incidentMeant({ kind }, afterwards, { sentAt: then, now: then });

        if (countsWithoutCode(page, known, now)) expect(meant).toEqual({ kind: 'one', ...page });
      }),
    );
  });

  test('is "reply A7K yes/no" after another page of the last 6 hours, or beside what the reader holds', () => {
    const page = { incident: 'incident of A7K', code: 'A7K' };

    expect(countsWithoutCode(page, [], now)).toBe(true);
    expect(countsWithoutCode(page, [paged('A7K', 5)], now)).toBe(true);
    expect(countsWithoutCode(page, [paged('B3M', 359, { isOver: true })], now)).toBe(false);
    expect(countsWithoutCode(page, [held('B3M', 900)], now)).toBe(false);
    expect(countsWithoutCode(page, [paged('B3M', 361)], now)).toBe(true);
  });
});
