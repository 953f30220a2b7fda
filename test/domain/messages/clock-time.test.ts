import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { clockTime } from '../../../domain/messages/clock-time.ts';

const at = (text: string) => Date.parse(text);

describe('the time on the clock', () => {
  test.each([
    ['2026-11-23T02:10:00Z', 'Europe/Brussels', '03:10'],
    ['2026-07-23T02:10:59Z', 'Europe/Brussels', '04:10'],
    ['2026-11-22T23:00:00Z', 'Europe/Brussels', '00:00'],
    ['2026-11-23T02:10:00Z', 'Europe/London', '02:10'],
    ['2026-11-23T02:10:00Z', 'Asia/Kolkata', '07:40'],
    ['2026-10-25T00:30:00Z', 'Europe/Brussels', '02:30'],
    ['2026-10-25T01:30:00Z', 'Europe/Brussels', '02:30'],
  ])('at %s in %s is %s', (instant, timeZone, time) => {
    expect(clockTime(at(instant), timeZone)).toBe(time);
  });

  test('is that of UTC, and says so, where the time zone is not known', () => {
    expect(clockTime(at('2026-11-23T02:10:00Z'), 'Europe/Atlantis')).toBe('02:10 UTC');
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
