import { describe, expect, test } from '@jest/globals';
import { readNativeAlarm } from '../../sources/native.ts';
import { alarmKey } from '../../sources/raw-event.ts';

// Native alarms as senders really write them.

const arrival = { now: Date.UTC(2026, 10, 23, 2, 10), requestId: 'request-1', integration: 'laptop' };

const disk = { dedupKey: 'disk', service: 'acme-shop', summary: 'disk full 95%' };

function read(body: unknown, change: Partial<typeof arrival> = {}) {
  return readNativeAlarm(JSON.stringify(body), { ...arrival, ...change });
}

const keyOf = (body: unknown, change: Partial<typeof arrival> = {}) => alarmKey(read(body, change));

describe('a body as senders write it', () => {
  test('may begin with a byte order mark', () => {
    const marked = readNativeAlarm(`\uFEFF${JSON.stringify(disk)}`, arrival);

    expect(marked).toMatchObject(disk);
    expect(alarmKey(marked)).toBe(keyOf(disk));
  });

  test.each([
    ['CRITICAL', 'critical'],
    ['Critical', 'critical'],
    ['P1', 'critical'],
    ['sev1', 'critical'],
    ['SEV-1', 'critical'],
    ['warning', 'high'],
    ['Error', 'high'],
    ['info', 'low'],
  ])('has the severity %s, which is %s', (severity, meant) => {
    expect(read({ ...disk, severity })).toMatchObject({ severity: meant, warnings: [] });
  });

  test.each(['Resolved', 'OK', 'ok', 'recovered', 'closed'])('is over with the state %s', (state) => {
    expect(read({ ...disk, state })).toMatchObject({ state: 'resolved', warnings: [] });
  });

  test('may have a number as its key', () => {
    expect(read({ ...disk, dedupKey: 2051 })).toMatchObject({ dedupKey: '2051', warnings: [] });
    expect(keyOf({ ...disk, dedupKey: 2051 })).toBe(keyOf({ ...disk, dedupKey: '2051' }));
    expect(keyOf({ ...disk, dedupKey: 2051 })).not.toBe(keyOf({ ...disk, dedupKey: 2052 }));
  });

  test('keeps each digit of a number as its key', () => {
    const body = (key: string) => `{"dedupKey": ${key}, "service": "acme-shop", "summary": "disk full"}`;

    expect(readNativeAlarm(body('12345678901234567891'), arrival).dedupKey).toBe('12345678901234567891');
  });

  test('that is over without a key resolves nothing that says the same', () => {
    const { dedupKey: _, ...keyless } = disk;
    const over = read({ ...keyless, state: 'resolved' });

    expect(alarmKey(over)).not.toBe(keyOf(keyless));
    expect(over.warnings[0]?.message).toMatch(
      /dedupKey must be .* got nothing; without a key it resolves nothing/,
    );
  });

  test('that is over without a service says what it resolves', () => {
    const { service: _, ...nameless } = disk;

    expect(read({ ...nameless, state: 'resolved' }).warnings[0]?.message).toMatch(
      /service must be .*; it resolves only an alarm that names no service/,
    );
  });

  test('is another alarm of another service, and of another integration', () => {
    expect(keyOf(disk)).not.toBe(keyOf({ ...disk, service: 'kessler-vpn' }));
    expect(keyOf(disk)).not.toBe(keyOf(disk, { integration: 'other' }));
  });

  test('that says `status` instead of `state` is warned that it is taken as firing', () => {
    const { state, warnings } = read({ ...disk, status: 'resolved' });

    expect(state).toBe('firing');
    expect(warnings[0]?.message).toMatch(/"status" is not known; .*; the alarm is taken as firing/);
  });

  test('whose summary is an address says the service, and keeps the address as a link', () => {
    expect(read({ ...disk, summary: 'https://runbooks.example/disk' })).toMatchObject({
      summary: 'acme-shop',
      links: [{ href: 'https://runbooks.example/disk' }],
    });
  });

  test('with an address in its summary keeps it beside the words', () => {
    expect(read({ ...disk, summary: 'disk full 95% (see https://runbooks.example/disk).' })).toMatchObject({
      summary: 'disk full 95%.',
      links: [{ href: 'https://runbooks.example/disk' }],
    });
  });

  test('has links with words, and details', () => {
    const links = [{ href: 'https://graphs.example/1', text: 'graph' }, 'https://runbooks.example/disk'];
    const details = { used: 95, mount: { path: '/var', options: ['rw'] }, nothing: null };

    expect(read({ ...disk, links, details })).toMatchObject({
      links: [{ href: 'https://graphs.example/1', text: 'graph' }, { href: 'https://runbooks.example/disk' }],
      details: { used: '95', mount: 'path: /var, options: rw', nothing: 'null' },
      warnings: [],
    });
  });

  test('has no more links and details than an incident keeps', () => {
    const many = Array.from({ length: 1000 }, (_, index) => `https://graphs.example/${index}`);
    const { links, details } = read({ ...disk, links: many, details: { ...many, long: 'x'.repeat(1e5) } });

    expect(JSON.stringify([links, details]).length).toBeLessThan(20_000);
  });
});
