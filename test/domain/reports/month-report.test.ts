import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { hoursOnCall } from '../../../domain/on-call/on-call-hours.ts';
import type { IncidentFigures } from '../../../domain/reports/incident-figures.ts';
import { customerMonths, responderMonths } from '../../../domain/reports/month-report.ts';
import { percentile, spreadOf } from '../../../domain/reports/percentile.ts';
import { lastWholeMonth, monthOf, nightOf, spanOf } from '../../../domain/time/calendar-month.ts';
import { hour } from '../../../domain/time/instant.ts';
import { exampleOrganization } from '../example-organization.ts';

const zone = 'Europe/Brussels';
const acme = { id: 'acme', name: 'ACME' };

const aDisk: IncidentFigures = {
  ...{ code: 'A7K', customer: acme, severity: 'high', responseSeconds: 60, resolutionSeconds: 600 },
  ...{ promisesKept: 2, promisesBroken: 0, targetsMissed: 0, people: [] },
};

describe('a percentile', () => {
  test.each([
    [[15, 20, 35, 40, 50], 30, 20],
    [[15, 20, 35, 40, 50], 40, 20],
    [[15, 20, 35, 40, 50], 50, 35],
    [[15, 20, 35, 40, 50], 100, 50],
    [[7], 50, 7],
    [[1, 2], 50, 1],
  ])('is the nearest rank: of %j, %i %% do not exceed %i', (sorted, percent, value) => {
    expect(percentile(sorted, percent)).toBe(value);
  });

  test('is always one of the values, and never above a higher percentile', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1 }), (values) => {
        const spread = spreadOf(values);
        const told = [spread?.p50, spread?.p90, spread?.p95, spread?.max];
        expect(told.every((value) => value !== undefined && values.includes(value))).toBe(true);
        expect(told).toEqual(told.toSorted((one, other) => (one ?? 0) - (other ?? 0)));
      }),
    );
  });
});

describe('a month', () => {
  test('begins and ends on the company’s clock, also when clocks change in it', () => {
    const { from, until } = spanOf('2026-10', zone);

    expect([from, until]).toEqual([Date.parse('2026-09-30T22:00:00Z'), Date.parse('2026-10-31T23:00:00Z')]);
    expect([from - 1, from, until - 1, until].map((instant) => monthOf(instant, zone))).toEqual([
      ...['2026-09', '2026-10', '2026-10', '2026-11'],
    ]);
  });

  test('is the last complete month, unless another is asked for', () => {
    expect(lastWholeMonth(Date.parse('2026-12-31T22:59:00Z'), zone)).toBe('2026-11');
    expect(lastWholeMonth(Date.parse('2026-12-31T23:00:00Z'), zone)).toBe('2026-12');
  });
});

describe('a night', () => {
  test.each([
    ['2026-11-30T21:00+01:00', undefined],
    ['2026-11-30T22:00+01:00', '2026-11-30'],
    ['2026-12-01T05:59+01:00', '2026-11-30'],
    ['2026-12-01T06:00+01:00', undefined],
  ])('is that of the day on which it began: %s', (time, night) => {
    expect(nightOf(Date.parse(time), zone)).toBe(night);
  });
});

describe('the hours on call', () => {
  const organization = exampleOrganization();
  const november = spanOf('2026-11', zone);
  const hours = hoursOnCall(organization, november);

  test('of management count once, for however many rosters it stands by', () => {
    expect((hours.get('dirk') ?? 0) + (hours.get('els') ?? 0)).toBeCloseTo(
      (november.until - november.from) / hour,
    );
  });

  test('of a person who is in two rosters at once count once', () => {
    for (const each of hours.values())
      expect(each).toBeLessThanOrEqual((november.until - november.from) / hour);
  });

  test('are those of the shifts within the month', () => {
    const week = { from: Date.parse('2026-11-23T09:00+01:00'), until: Date.parse('2026-11-30T09:00+01:00') };
    expect(hoursOnCall(organization, week).get('an')).toBe(168);
  });
});

describe('a month’s report', () => {
  const person = (responder: string, nights: readonly string[], hasTaken = false) =>
    ({ responder, pages: 2, nights, hasTaken }) as const;
  const figures = {
    customers: [acme, { id: 'lumen', name: 'Lumen' }],
    onCall: [{ responder: 'an', name: 'An', hours: 168 }],
    incidents: [
      { ...aDisk, people: [person('an', ['2026-11-22'], true)] },
      {
        ...{ ...aDisk, responseSeconds: 30, resolutionSeconds: null, promisesBroken: 1, targetsMissed: 1 },
        people: [person('an', ['2026-11-22', '2026-11-24']), person('zoe', [], true)],
      },
      { ...aDisk, customer: null, responseSeconds: null },
      { ...aDisk, customer: { id: 'gone', name: 'Gone' } },
    ],
  };

  test('has a line for each customer, with or without incidents, and for what nobody knows', () => {
    const months = customerMonths(figures);

    expect(months.map(({ customer, incidents }) => [customer?.id, incidents])).toEqual([
      ['acme', 2],
      ['lumen', 0],
      ['gone', 1],
      [undefined, 1],
    ]);
    expect(months[0]).toMatchObject({
      open: 1,
      response: { count: 2, p50: 30, max: 60 },
      resolution: { count: 1, p50: 600 },
      promisesKept: 4,
      promisesBroken: 1,
      targetsMissed: 1,
    });
    expect(months[1]).toMatchObject({ response: null, resolution: null });
    expect(months[3]).toMatchObject({ response: null });
  });

  test('counts a night once, however many incidents it had', () => {
    expect(responderMonths(figures)).toEqual([
      { responder: 'an', name: 'An', hoursOnCall: 168, pages: 4, nights: 2, taken: 1 },
      { responder: 'zoe', name: 'zoe', hoursOnCall: 0, pages: 2, nights: 0, taken: 1 },
    ]);
  });
});
