import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { alarmKey, hashOf } from '../../sources/raw-event.ts';

describe('the key of an alarm', () => {
  const aName = fc.option(fc.constantFrom('', 'a', 'ab', 'null', 'acme-shop'), { nil: undefined });
  const anAlarm = fc.record({
    ...{ source: fc.string(), integration: aName, service: aName, contributor: aName },
    dedupKey: fc.string({ unit: 'binary' }),
  });

  test('is the same for each event about it', () => {
    fc.assert(
      fc.property(anAlarm, (alarm) => {
        expect(alarmKey({ ...alarm })).toBe(alarmKey(alarm));
      }),
    );
  });

  test('differs between sources, integrations, services, keys and contributors, wherever one ends and the next begins', () => {
    fc.assert(
      fc.property(anAlarm, anAlarm, (one, other) => {
        const isSame = (Object.keys(one) as (keyof typeof one)[]).every((name) => one[name] === other[name]);
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
    expect(alarmKey({ source: 'native', dedupKey: 'db-3/disk' })).toBe('0228dfcbb1f8c78362761f44473706e4');
  });

  test('of an integration is kept as its SHA-256', () => {
    expect(hashOf('laptop-key-for-trying-only')).toBe(
      '9f5a3ab4e090be1e8c4385bb7a605fe38adfdd253c4a4393af5dd5601e7264c6',
    );
  });
});
