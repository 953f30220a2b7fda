import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Arrival, readNativeAlarm } from '../../sources/native.ts';

const now = Date.UTC(2026, 10, 23, 2, 10);
const arrival: Arrival = { now, requestId: 'request-1', integration: 'laptop' };

describe('whatever comes in', () => {
  const aMember = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom('firing', 'resolved', 'low', '2026-11-23T02:09:30Z'),
  );
  const anObject = fc.record(
    {
      dedupKey: aMember,
      service: aMember,
      severity: aMember,
      summary: aMember,
      state: aMember,
      occurredAt: fc.oneof(
        aMember,
        fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
      ),
      details: aMember,
      links: aMember,
      ['__proto__']: aMember,
      other: aMember,
    },
    { requiredKeys: [] },
  );
  const aBody = fc.oneof(
    anObject.map((object) => JSON.stringify(object)),
    fc.json(),
    fc.string({ unit: 'binary' }),
    anObject.chain((object) => {
      const text = JSON.stringify(object);
      return fc.nat({ max: text.length }).map((length) => text.slice(0, length));
    }),
  );

  test('becomes an alarm with a key, a summary, and a time that has come', () => {
    fc.assert(
      fc.property(aBody, (body) => {
        const alarm = readNativeAlarm(body, arrival);

        expect(alarm.dedupKey).not.toBe('');
        expect(alarm.summary).not.toBe('');
        expect(alarm.eventId).not.toBe('');
        expect(['firing', 'resolved']).toContain(alarm.state);
        expect(Number.isSafeInteger(alarm.occurredAt)).toBe(true);
        expect(alarm.occurredAt).toBeLessThanOrEqual(now);
        expect(alarm.raw).toBe(body);
      }),
      { numRuns: 500 },
    );
  });

  test('is warned about with its place and what is allowed, unless it is right', () => {
    fc.assert(
      fc.property(anObject, (object) => {
        for (const { place, message } of readNativeAlarm(JSON.stringify(object), arrival).warnings) {
          expect(place).not.toBe('');
          expect(message).toMatch(/ must be .+, got | is not known; known are /);
          expect(message.length).toBeLessThan(250);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('is a resolution only if it says so in full', () => {
    fc.assert(
      fc.property(anObject, (object) => {
        expect(readNativeAlarm(JSON.stringify(object), arrival).state === 'resolved').toBe(
          object.state === 'resolved',
        );
      }),
    );
  });
});
