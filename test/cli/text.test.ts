import { describe, expect, test } from '@jest/globals';
import { entryRow, incidentRow } from '../../cli/print/incident-text.ts';
import { aligned, oneLine } from '../../cli/print/table-text.ts';
import { clockText, timeText, timeTyped } from '../../cli/print/time-text.ts';
import type { Incident } from '../../domain/api/incident.ts';

const zone = 'Europe/Brussels';
const incident: Incident = {
  incidentId: 'abc-1',
  code: '2QT',
  status: 'escalating',
  severity: 'high',
  customer: { id: 'acme', name: 'ACME' },
  service: 'acme-shop',
  summary: 'web-3 disk full 95%',
  openedAt: '2026-11-23T02:10:00.000Z',
  taken: null,
  saidYes: [],
  asked: [
    { responder: 'an', name: 'An', role: 'primary' },
    { responder: 'chloe', name: 'Chloé', role: 'secondary' },
  ],
  declined: [],
  held: null,
  serious: null,
  expectedAt: null,
  tasks: [],
  promises: [],
  consents: [],
  resolvedAt: null,
  openAgainSince: null,
  firedAgain: 0,
  flaps: false,
};
const an = { responder: 'an', name: 'An' };
const at = '2026-11-23T02:10:00.000Z';

describe('a table', () => {
  test('has columns as wide as their widest cell, and nothing at the end of a line', () => {
    expect(aligned([['a', 'bb', 'c'], ['Chloé', 'b', ''], ['aaaa']])).toEqual([
      'a      bb  c',
      'Chloé  b',
      'aaaa',
    ]);
  });

  test('keeps a text from elsewhere on one line, without control characters', () => {
    expect(oneLine('disk\nfull \u001b[31mred')).toBe('disk full  [31mred');
    expect(oneLine('x'.repeat(30), 10)).toBe('xxxxxxx...');
  });
});

describe('a time', () => {
  test.each([
    ['2026-11-23T02:10:00Z', 'Mon 23 Nov 03:10'],
    ['2026-07-01T22:30:00Z', 'Thu 2 Jul 00:30'],
  ])('is on the company’s clock: %s', (iso, text) => {
    expect(timeText(iso, zone)).toBe(text);
  });

  test('is printed to the second in a timeline', () => {
    expect(clockText('2026-11-23T02:10:07Z', zone)).toBe('Mon 23 Nov 03:10:07');
  });

  test.each([
    ['2026-12-01T12:00+01:00', '2026-12-01T11:00:00.000Z'],
    ['2026-12-01T12:00:30Z', '2026-12-01T12:00:30.000Z'],
    ['2026-12-01 12:00', new Date(2026, 11, 1, 12).toISOString()],
    ['2026-12-01', new Date(2026, 11, 1).toISOString()],
  ])('is understood as it is typed: %s', (typed, iso) => {
    expect(timeTyped(typed)).toBe(iso);
  });

  test.each(['tomorrow', '12:00', '2026-13-01', '2026-12-01T25:00Z', ''])('is not guessed: %s', (typed) => {
    expect(timeTyped(typed)).toBeUndefined();
  });
});

describe('an incident in a list', () => {
  const who = (changed: Partial<Incident>) => incidentRow({ ...incident, ...changed }, zone)[5];

  test('is one line', () => {
    expect(incidentRow(incident, zone)).toEqual([
      ...['2QT', 'escalating', 'high', 'Mon 23 Nov 03:10', 'ACME'],
      ...['asked: An, Chloé', 'web-3 disk full 95%'],
    ]);
  });

  test('says who has acknowledged it and until when, or why nobody is asked', () => {
    const nobody = { asked: [] };
    expect(who({ taken: { ...an, until: at }, ...nobody })).toBe('An until Mon 23 Nov 03:10');
    expect(who({ held: { reason: 'low', until: at }, ...nobody })).toBe('held: low, until Mon 23 Nov 03:10');
    expect(who({ asked: [] })).toBe('nobody now');
    expect(who({ asked: [], declined: [an] })).toBe('nobody now; declined: An');
    expect(who({ resolvedAt: at })).toBe('over since Mon 23 Nov 03:10');
  });

  test('says who is asked as well once somebody has acknowledged it', () => {
    const asked = [{ responder: 'dirk', name: 'Dirk', role: 'management' as const }];

    expect(who({ taken: { ...an, until: at }, asked })).toBe('An until Mon 23 Nov 03:10; asked: Dirk');
  });

  test('has a line even when it cannot be read', () => {
    const unreadable = { severity: null, customer: null, service: null, openedAt: null, asked: [] };

    expect(incidentRow({ ...incident, ...unreadable }, zone)).toEqual([
      ...['2QT', 'escalating', '?', '?', '-', 'nobody now', 'web-3 disk full 95%'],
    ]);
  });
});

describe('an entry of a timeline', () => {
  test.each([
    [
      { kind: 'paged', responder: 'an', role: 'primary', region: 'eu-west-2' },
      'an, role primary, region eu-west-2',
    ],
    [{ kind: 'acknowledged', by: 'an', until: at, path: 'sms' }, 'an, until Mon 23 Nov 03:10, path sms'],
    [{ kind: 'updated', by: 'an', expectedAt: at }, 'an, expectedAt Mon 23 Nov 03:10'],
    [
      { kind: 'contact center asked', task: 't1', about: { kind: 'confirm', responder: 'an' } },
      'task t1, confirm an',
    ],
    [{ kind: 'consent request sent', told: ['Joris', 'Katja'], failed: [] }, 'to Joris and Katja'],
    [{ kind: 'of a later version', somethingNew: 3 }, 'somethingNew 3'],
  ])('is printed with all its members: %j', (entry, words) => {
    expect(entryRow({ at, ...entry }, zone)).toEqual(['Mon 23 Nov 03:10:00', entry.kind, words]);
  });

  test('says "sent" of an SMS that a region accepted: nobody knows whether it was read', () => {
    const told = { at, kind: 'told', to: 'an', notice: 'over', region: 'eu-central-1' };

    expect(entryRow(told, 'Europe/Brussels')[1]).toBe('sent');
  });
});
