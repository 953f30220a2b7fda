import { describe, expect, test } from '@jest/globals';
import { Temporal } from '@js-temporal/polyfill';
import fc from 'fast-check';
import { hour, minute } from '../../../domain/time/instant.ts';
import { morningAfter } from '../../../domain/time/morning.ts';
import { anInstant, changingZones } from '../any-organization.ts';

const night = { from: '18:00', until: '08:00' };

function instant(text: string): number {
  return Temporal.ZonedDateTime.from(text).epochMilliseconds;
}

describe('what is held at night', () => {
  test.each([
    ['in the evening, until the next morning', '2026-11-23T22:15[Europe/Brussels]', '2026-11-24T08:00'],
    ['after midnight, until the same morning', '2026-11-24T03:10[Europe/Brussels]', '2026-11-24T08:00'],
    ['from the first minute of the night', '2026-11-23T18:00[Europe/Brussels]', '2026-11-24T08:00'],
    ['to its last minute', '2026-11-24T07:59:59[Europe/Brussels]', '2026-11-24T08:00'],
    ['over the night that is an hour longer', '2026-10-24T22:00[Europe/Brussels]', '2026-10-25T08:00'],
    ['over the night that is an hour shorter', '2026-03-28T22:00[Europe/Brussels]', '2026-03-29T08:00'],
    ['over half an hour', '2026-10-03T22:00[Australia/Lord_Howe]', '2026-10-04T08:00'],
    ['over the end of the year', '2026-12-31T23:59[America/New_York]', '2027-01-01T08:00'],
    ['in a zone off the whole hour', '2026-06-01T00:00[Asia/Kathmandu]', '2026-06-01T08:00'],
  ])('waits %s', (_, from, until) => {
    const zone = /\[(?<zone>.*)\]/.exec(from)?.groups?.['zone'] ?? '';

    expect(morningAfter(night, zone, instant(from))).toBe(instant(`${until}[${zone}]`));
  });

  test.each(['08:00', '12:00', '17:59:59'])('waits for nothing at %s by day', (time) => {
    const now = instant(`2026-11-23T${time}[Europe/Brussels]`);

    expect(morningAfter(night, 'Europe/Brussels', now)).toBeUndefined();
  });

  test("goes by the customer's clock: day in London may be night in Auckland", () => {
    const now = instant('2026-11-23T12:00[Europe/London]');

    expect(morningAfter(night, 'Europe/London', now)).toBeUndefined();
    expect(morningAfter(night, 'Pacific/Auckland', now)).toBe(instant('2026-11-24T08:00[Pacific/Auckland]'));
  });

  test('that begins after midnight ends on the same day', () => {
    const now = instant('2026-11-23T03:00[Europe/Brussels]');

    expect(morningAfter({ from: '01:00', until: '06:30' }, 'Europe/Brussels', now)).toBe(
      instant('2026-11-23T06:30[Europe/Brussels]'),
    );
  });

  test('until a time that the clocks leave out, ends after their change and not before', () => {
    const now = instant('2026-03-29T01:00[Europe/Brussels]');

    expect(morningAfter({ from: '18:00', until: '02:30' }, 'Europe/Brussels', now)).toBe(
      instant('2026-03-29T03:30[Europe/Brussels]'),
    );
  });
});

describe('any night', () => {
  const aTime = fc
    .tuple(fc.nat({ max: 23 }), fc.nat({ max: 59 }))
    .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
  const aNight = fc.record({ from: aTime, until: aTime }).filter(({ from, until }) => from !== until);
  const aZone = fc.constantFrom(...changingZones, 'Pacific/Auckland', 'Asia/Kathmandu');

  test('ends within 25 hours, on the minute, when the clock shows the time', () => {
    fc.assert(
      fc.property(aNight, aZone, anInstant, (hours, zone, now) => {
        const until = morningAfter(hours, zone, now);
        if (until === undefined) return;
        const shown = Temporal.Instant.fromEpochMilliseconds(until).toZonedDateTimeISO(zone);

        expect(until).toBeGreaterThan(now);
        expect(until - now).toBeLessThanOrEqual(25 * hour);
        expect(until % minute).toBe(0);
        expect(shown.toString()).toBe(shown.withPlainTime(hours.until).toString());
      }),
      { numRuns: 500 },
    );
  });

  test('is one exactly when the clock is between its two times', () => {
    fc.assert(
      fc.property(aNight, aZone, anInstant, ({ from, until }, zone, now) => {
        const clock = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainTime();
        const isAfter = (time: string) => Temporal.PlainTime.compare(clock, time) >= 0;
        const isNight = from < until ? isAfter(from) && !isAfter(until) : isAfter(from) || !isAfter(until);

        expect(morningAfter({ from, until }, zone, now) !== undefined).toBe(isNight);
      }),
      { numRuns: 500 },
    );
  });
});
