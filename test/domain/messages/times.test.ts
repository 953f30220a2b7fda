import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { clockTime, dayAndTime } from '../../../domain/messages/times.ts';

describe('the time on the clock', () => {
  test.each([
    ['2026-11-23T02:10:00Z', 'Europe/Brussels', '03:10'],
    ['2026-07-23T02:10:59Z', 'Europe/Brussels', '04:10'],
    ['2026-11-22T23:00:00Z', 'Europe/Brussels', '00:00'],
    ['2026-11-23T02:10:00Z', 'Europe/London', '02:10'],
    ['2026-11-23T02:10:00Z', 'Asia/Kolkata', '07:40'],
    ['2026-10-25T00:30:00Z', 'Europe/Brussels', '02:30'],
    ['2026-10-25T01:30:00Z', 'Europe/Brussels', '02:30'],
  ])('at %s in %s is %s', (moment, timeZone, time) => {
    expect(clockTime(instant(moment), timeZone)).toBe(time);
  });

  test('is that of UTC, and says so, where the time zone is not known', () => {
    expect(clockTime(instant('2026-11-23T02:10:00Z'), 'Europe/Atlantis')).toBe('02:10 UTC');
  });

  test('is left open for what is no instant', () => {
    expect([clockTime(Number.NaN, 'UTC'), clockTime(9e15, 'UTC')]).toEqual(['--:--', '--:--']);
  });

  test('never fails', () => {
    fc.assert(
      fc.property(fc.double(), fc.string(), (instant, timeZone) => {
        expect(clockTime(instant, timeZone)).toMatch(/^(\d\d:\d\d( UTC)?|--:--)$/);
      }),
    );
  });
});

const brussels = 'Europe/Brussels';
const languages = ['nl', 'fr', 'de', 'en'] as const;
const instant = (text: string) => Date.parse(text);

describe('a time in a text to a customer', () => {
  const beforeMidnight = instant('2026-11-23T22:40:00Z');

  test.each([
    ['nl', 'di 24/11 00:10'],
    ['fr', 'mar 24/11 00:10'],
    ['de', 'Di 24.11. 00:10'],
    ['en', 'Tue 24/11 00:10'],
  ] as const)('has its day when that is not today: in %s %s', (language, shown) => {
    expect(dayAndTime(instant('2026-11-23T23:10:00Z'), beforeMidnight, brussels, language)).toBe(shown);
  });

  test("is as the customer's clocks show it, and so is its day", () => {
    const expected = instant('2026-11-23T23:10:00Z');

    expect(dayAndTime(expected, beforeMidnight, 'Europe/London', 'en')).toBe('23:10');
    expect(dayAndTime(expected, beforeMidnight, brussels, 'en')).toBe('Tue 24/11 00:10');
  });

  test('says which one is meant when the clocks are put back and show it twice', () => {
    const now = instant('2026-10-25T00:20:00Z'); // 02:20 in summer time
    const shown = (time: string) => dayAndTime(instant(`2026-10-25T${time}Z`), now, brussels, 'nl');

    expect(shown('00:50:00')).toBe('02:50 GMT+2');
    expect(shown('01:20:00')).toBe('02:20 GMT+1');
    expect(shown('02:00:00')).toBe('03:00');
  });

  test('is an hour later on the clock when they are put forward', () => {
    const now = instant('2026-03-29T00:50:00Z'); // 01:50, and at 02:00 it is 03:00

    expect(dayAndTime(instant('2026-03-29T01:20:00Z'), now, brussels, 'nl')).toBe('03:20');
  });

  test('never fails, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.double(),
        fc.double(),
        fc.string(),
        fc.constantFrom(...languages),
        (moment, today, zone, language) => {
          expect(typeof dayAndTime(moment, today, zone, language)).toBe('string');
        },
      ),
    );
  });
});
