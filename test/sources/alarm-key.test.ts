import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { alarmKey, hashOf } from '../../sources/raw-event.ts';

describe('the key of an alarm', () => {
  const anAlarm = fc.record({ source: fc.string(), dedupKey: fc.string({ unit: 'binary' }) });

  test('is the same for each event about it', () => {
    fc.assert(
      fc.property(anAlarm, (alarm) => {
        expect(alarmKey({ ...alarm })).toBe(alarmKey(alarm));
      }),
    );
  });

  test('differs between alarms, wherever their source ends and their key begins', () => {
    fc.assert(
      fc.property(anAlarm, anAlarm, (one, other) => {
        const isSame = one.source === other.source && one.dedupKey === other.dedupKey;
        expect(alarmKey(one) === alarmKey(other)).toBe(isSame);
      }),
    );
    expect(alarmKey({ source: 'a', dedupKey: 'bc' })).not.toBe(alarmKey({ source: 'ab', dedupKey: 'c' }));
  });

  test('fits into the name of an execution, whatever the source sends', () => {
    fc.assert(
      fc.property(anAlarm, (alarm) => {
        expect(alarmKey(alarm)).toMatch(/^[0-9a-f]{32}$/);
      }),
    );
  });

  test('never changes, since it finds incidents in the table', () => {
    expect(alarmKey({ source: 'native', dedupKey: 'db-3/disk' })).toBe('4b9c78169d9f2b3f867acd4ea28598f8');
  });

  test('of an integration is kept as its SHA-256', () => {
    expect(hashOf('laptop-key-for-trying-only')).toBe(
      '9f5a3ab4e090be1e8c4385bb7a605fe38adfdd253c4a4393af5dd5601e7264c6',
    );
  });
});
