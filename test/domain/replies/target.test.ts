import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { incidentMeant, type PageToPhone } from '../../../domain/replies/target.ts';
import { hour, minute, second } from '../../../domain/time/instant.ts';

const now = Date.parse('2026-11-23T02:10:00Z');

/** A page of so many minutes ago. */
function page(code: string, minutesAgo: number, more: Partial<PageToPhone> = {}): PageToPhone {
  return { incident: `incident of ${code}`, code, pagedAt: now - minutesAgo * minute, ...more };
}

const one = (code: string) => ({ kind: 'one', incident: `incident of ${code}`, code });

describe('an answer without a code', () => {
  test('is about the one incident of the last 30 minutes', () => {
    expect(incidentMeant({}, [page('A7K', 5)], now)).toEqual(one('A7K'));
  });

  test('is about one incident, however often it was paged', () => {
    expect(incidentMeant({}, [page('A7K', 5), page('A7K', 4), page('A7K', 50)], now)).toEqual(one('A7K'));
  });

  test('is not disturbed by an open incident of longer ago', () => {
    expect(incidentMeant({}, [page('A7K', 5), page('B3M', 31)], now)).toEqual(one('A7K'));
  });

  test('is unclear when two incidents were paged, and the latest comes first', () => {
    expect(incidentMeant({}, [page('A7K', 9), page('B3M', 2)], now)).toEqual({
      kind: 'ask',
      codes: ['B3M', 'A7K'],
    });
  });

  test.each([
    ['just under 30 minutes after its page', 30 * minute - 1, 'one'],
    ['30 minutes after its page', 30 * minute, 'ask'],
    ['just under 6 hours after its page', 6 * hour - 1, 'ask'],
    ['6 hours after its page', 6 * hour, 'none'],
  ])('%s', (_when, age, kind) => {
    expect(incidentMeant({}, [{ incident: 'i', code: 'A7K', pagedAt: now - age }], now).kind).toBe(kind);
  });

  test.each([
    ['paged and resolved lately', { pagedAt: now - 2 * hour, resolvedAt: now - hour }],
    ['paged long ago, resolved lately', { pagedAt: now - 9 * hour, resolvedAt: now - hour }],
    ['resolved while this one was paged', { pagedAt: now - minute, resolvedAt: now - second }],
  ])('is unclear when another incident was %s', (_what, times) => {
    expect(incidentMeant({}, [page('A7K', 5), page('B3M', 0, times)], now)).toEqual({
      kind: 'ask',
      codes: ['A7K'],
    });
  });

  test('is not disturbed by an incident that was over 6 hours ago', () => {
    const old = page('B3M', 0, { pagedAt: now - 7 * hour, resolvedAt: now - 6 * hour });

    expect(incidentMeant({}, [page('A7K', 5), old], now)).toEqual(one('A7K'));
  });

  test('is about nothing when the one incident is over', () => {
    expect(incidentMeant({}, [page('A7K', 5, { resolvedAt: now - minute })], now)).toEqual({ kind: 'none' });
  });

  test('is about an incident that was resolved and has been paged again since it reopened', () => {
    const pages = [page('A7K', 9, { resolvedAt: now - 8 * minute }), page('A7K', 2)];

    expect(incidentMeant({}, pages, now)).toEqual(one('A7K'));
  });

  test('is unclear when its sender was told that somebody else acknowledged: it may be a thank-you', () => {
    expect(incidentMeant({}, [page('A7K', 5, { toldAcknowledgedAt: now - minute })], now)).toEqual({
      kind: 'ask',
      codes: ['A7K'],
    });
  });

  test('is about nothing when this phone was never paged', () => {
    expect(incidentMeant({}, [], now)).toEqual({ kind: 'none' });
  });
});

describe('an answer with a code', () => {
  test('is about the incident with that code, in any case', () => {
    expect(incidentMeant({ code: 'b3m' }, [page('A7K', 1), page('B3M', 300)], now)).toEqual(one('B3M'));
  });

  test('is about the latest incident with that code', () => {
    const older = { ...page('A7K', 90), incident: 'the former' };

    expect(incidentMeant({ code: 'A7K' }, [older, page('A7K', 1)], now)).toEqual(one('A7K'));
  });

  test('is about that incident even when it is over, so that its sender can be told', () => {
    expect(incidentMeant({ code: 'A7K' }, [page('A7K', 9, { resolvedAt: now })], now)).toEqual(one('A7K'));
  });

  test('that this phone was never sent is looked up elsewhere', () => {
    expect(incidentMeant({ code: 'B3M' }, [page('A7K', 1)], now)).toEqual({ kind: 'elsewhere', code: 'B3M' });
  });
});

describe('any answer without a code', () => {
  const anyPages = fc.array(
    fc.record({
      incident: fc.constantFrom('a', 'b', 'c'),
      code: fc.constantFrom('A7K', 'B3M', 'C4P'),
      pagedAt: fc.integer({ min: now - 8 * hour, max: now }),
      resolvedAt: fc.option(fc.integer({ min: now - 8 * hour, max: now }), { nil: undefined }),
    }),
  );

  test('counts only for an open incident that was the only one paged in 30 minutes, whatever the order', () => {
    fc.assert(
      fc.property(anyPages, fc.nat(), (pages, seed) => {
        const meant = incidentMeant({}, pages, now);
        const shuffled = pages.toSorted((x, y) => ((x.pagedAt * seed) % 7) - ((y.pagedAt * seed) % 7));
        const lately = new Set(
          pages.filter(({ pagedAt }) => pagedAt > now - 30 * minute).map((p) => p.incident),
        );

        if (meant.kind === 'one') expect([...lately]).toEqual([meant.incident]);
        if (meant.kind === 'ask') expect(meant.codes.length).toBeGreaterThan(0);
        expect(incidentMeant({}, shuffled, now).kind).toBe(meant.kind);
      }),
    );
  });
});
