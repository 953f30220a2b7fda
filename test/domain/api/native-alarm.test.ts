import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { nativeAlarm } from '../../../domain/api/alarm.ts';
import { readNativeAlarm } from '../../../sources/native.ts';

const arrival = { now: Date.UTC(2026, 10, 23), requestId: 'r', integration: 'laptop' };

/** Members as senders write them, right and wrong. */
const members = fc.record(
  {
    dedupKey: fc.oneof(fc.string(), fc.constantFrom(7, true)),
    service: fc.oneof(fc.string(), fc.constant(null)),
    summary: fc.oneof(fc.string(), fc.constant(['disk'])),
    severity: fc.constantFrom('critical', 'high', 'low', 'bad', 1),
    state: fc.constantFrom('firing', 'resolved', 'gone'),
    occurredAt: fc.constantFrom('2026-11-23T02:10:00Z', '2026-11-23T03:10:00.5+01:00', '2026-11-23', 7),
    details: fc.constantFrom({}, { mount: '/var' }, [], 'text'),
    links: fc.constantFrom(
      [],
      ['https://x'],
      [{ href: 'https://x', text: 'graph' }],
      [1],
      ['x'],
      'https://x',
    ),
  },
  { requiredKeys: [] },
);

describe('the description of a native alarm', () => {
  test('allows what is read without a warning, and nothing else', () => {
    fc.assert(
      fc.property(members, (alarm) => {
        const { warnings } = readNativeAlarm(JSON.stringify(alarm), arrival);

        expect(nativeAlarm.safeParse(alarm).success).toBe(warnings.length === 0);
      }),
      { numRuns: 500 },
    );
  });
});
