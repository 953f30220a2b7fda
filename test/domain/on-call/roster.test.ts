import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { nextHandover, onCall, shiftAt, type Turns } from '../../../domain/on-call/roster.ts';
import { anInstant, anOrganization, aRotation, changingZones } from '../any-organization.ts';
import { exampleOrganization } from '../example-organization.ts';

const organization = exampleOrganization();

describe('the example roster', () => {
  test('has An as the linux primary on the nights around 23 November 2026', () => {
    expect(onCall(organization, 'linux', Date.parse('2026-11-22T03:10:00Z'))).toEqual({
      primary: 'an',
      secondary: 'chloe',
      management: 'dirk',
    });
    expect(onCall(organization, 'linux', Date.parse('2026-11-24T03:10:00Z')).primary).toBe('an');
  });

  test('names nobody for roles that a roster does not have', () => {
    expect(onCall(organization, 'company', Date.parse('2026-11-22T03:10:00Z'))).toEqual({
      primary: undefined,
      secondary: undefined,
      management: 'dirk',
    });
  });
});

describe('a handover', () => {
  test('is at its time on the clock on the wall, and the shift that starts then includes it', () => {
    const before = onCall(organization, 'network', Date.parse('2026-11-23T08:59:59.999+01:00'));
    const after = onCall(organization, 'network', Date.parse('2026-11-23T09:00:00+01:00'));

    expect([before.primary, after.primary]).toEqual(['farid', 'greta']);
  });

  test('of borrowed management is on the clock of the roster that lends it', () => {
    const abroad = exampleOrganization((draft) =>
      Object.assign(draft.rosters.company, { timeZone: 'Asia/Tokyo' }),
    );

    const before = onCall(abroad, 'linux', Date.parse('2026-11-27T15:59:59+09:00'));
    const after = onCall(abroad, 'linux', Date.parse('2026-11-27T16:00:00+09:00'));

    expect([before.management, after.management]).toEqual(['dirk', 'els']);
  });

  test.each([
    [
      'Europe/Brussels',
      '2026-03-29',
      '02:30',
      'skipped: as much later as the clocks skip',
      '2026-03-29T03:30:00+02:00',
    ],
    ['Europe/Brussels', '2026-10-25', '02:30', 'shown twice: the first', '2026-10-25T02:30:00+02:00'],
    [
      'America/New_York',
      '2026-03-08',
      '02:00',
      'skipped: as much later as the clocks skip',
      '2026-03-08T03:00:00-04:00',
    ],
    ['America/New_York', '2026-11-01', '01:00', 'shown twice: the first', '2026-11-01T01:00:00-04:00'],
    [
      'Australia/Lord_Howe',
      '2026-10-04',
      '02:15',
      'skipped: half an hour later',
      '2026-10-04T02:45:00+11:00',
    ],
    ['Australia/Lord_Howe', '2026-04-05', '01:45', 'shown twice: the first', '2026-04-05T01:45:00+11:00'],
  ])('in %s on %s at %s is %s', (timeZone, startsOn, time, _, expected) => {
    const turns = turnsOn(timeZone, startsOn, time);

    expect(shiftAt(turns, Date.parse(expected))?.from).toBe(Date.parse(expected));
    expect(shiftAt(turns, Date.parse(expected) - 1)).toBeUndefined();
  });

  test('is at the same time on the wall after the clocks have changed', () => {
    const shift = shiftAt(
      turnsOn('Europe/Brussels', '2026-10-19', '09:00'),
      Date.parse('2026-10-20T00:00:00Z'),
    );

    expect(shift?.from).toBe(Date.parse('2026-10-19T09:00:00+02:00'));
    expect(shift?.until).toBe(Date.parse('2026-10-26T09:00:00+01:00'));
  });
});

describe('shifts back to back', () => {
  test.each(changingZones)('neither overlap nor leave a gap in %s', (timeZone) => {
    fc.assert(
      fc.property(aRotation(['an', 'bram', 'chloe']), anInstant, (rotation, instant) => {
        const turns = { rotation, timeZone };
        const shift = shiftAt(turns, instant);
        fc.pre(shift !== undefined);

        expect(shift.from).toBeLessThanOrEqual(instant);
        expect(shift.until).toBeGreaterThan(instant);
        expect(shiftAt(turns, shift.until)?.from).toBe(shift.until);
        expect(shiftAt(turns, shift.until - 1)).toEqual(shift);
        expect(shiftAt(turns, shift.from)).toEqual(shift);
        expect(shiftAt(turns, shift.from - 1)?.until ?? shift.from).toBe(shift.from);
      }),
    );
  });

  test.each(changingZones)('go through the responders in turn, a week each, in %s', (timeZone) => {
    const responders = ['an', 'bram', 'chloe'];
    const rotation = {
      startsOn: '2026-01-04',
      handover: { day: 'sunday', time: '02:00' },
      responders,
    } as const;
    const order: (string | undefined)[] = [];
    let at = shiftAt({ rotation, timeZone }, Date.parse('2026-01-10T00:00:00Z'))?.from ?? 0;

    for (let week = 0; week < 60; week += 1) {
      const shift = shiftAt({ rotation, timeZone }, at);
      order.push(shift?.responder);
      at = shift?.until ?? 0;
    }

    expect(order).toEqual(Array.from({ length: 60 }, (_, week) => responders[week % 3]));
  });
});

describe('until the next handover', () => {
  test('the same people are on call', () => {
    fc.assert(
      fc.property(
        anOrganization(),
        anInstant,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (any, instant, part) => {
          const next = nextHandover(any, 'linux', instant);
          const meanwhile = Math.floor(instant + part * (next - 1 - instant));

          expect(next).toBeGreaterThan(instant);
          expect(onCall(any, 'linux', meanwhile)).toEqual(onCall(any, 'linux', instant));
        },
      ),
    );
  });
});

function turnsOn(timeZone: string, startsOn: string, time: string): Turns {
  return { rotation: { startsOn, handover: { day: 'sunday', time }, responders: ['an', 'bram'] }, timeZone };
}
