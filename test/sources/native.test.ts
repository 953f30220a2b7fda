import { describe, expect, test } from '@jest/globals';
import { maxRawLength } from '../../domain/alarm/alarm.ts';
import { type Arrival, readNativeAlarm } from '../../sources/native.ts';

const now = Date.UTC(2026, 10, 23, 2, 10);
const arrival: Arrival = { now, requestId: 'request-1', integration: 'laptop' };

const diskFull = { dedupKey: 'db-3/disk', service: 'acme-db', summary: 'db-3 disk full 95%' };

function read(body: unknown, where: Partial<Arrival> = {}) {
  return readNativeAlarm(JSON.stringify(body), { ...arrival, ...where });
}

describe('a native alarm', () => {
  test('needs a key, a service and a summary, and nothing else', () => {
    expect(read(diskFull)).toEqual({
      ...diskFull,
      ...{ source: 'native', integration: 'laptop' },
      eventId: 'request-1',
      state: 'firing',
      ...{ occurredAt: now, isTimedHere: true },
      links: [],
      raw: JSON.stringify(diskFull),
      warnings: [],
    });
  });

  test('is read as it is written', () => {
    const more = { severity: 'critical', state: 'resolved', occurredAt: '2026-11-23T03:09:30+01:00' };

    expect(
      read({ ...diskFull, ...more, details: { used: 95 }, links: ['https://acme.example'] }),
    ).toMatchObject({
      severity: 'critical',
      state: 'resolved',
      occurredAt: now - 30_000,
      warnings: [],
    });
  });

  test('from a clock that is ahead keeps its time, which is compared with its own others alone', () => {
    const { occurredAt, isTimedHere } = read({ ...diskFull, occurredAt: '2026-11-23T12:00:00Z' });

    expect([occurredAt, isTimedHere]).toEqual([Date.UTC(2026, 10, 23, 12), undefined]);
  });

  test.each(['9999-01-01T00:00:00Z', '1850-01-01T00:00:00Z'])(
    'of %s has no time: nothing else could ever be newer, or older',
    (occurredAt) => {
      expect(read({ ...diskFull, occurredAt })).toMatchObject({ occurredAt: now, isTimedHere: true });
    },
  );
});

describe('an event that is delivered twice', () => {
  test('is one event when it says when it happened', () => {
    const event = { ...diskFull, occurredAt: '2026-11-23T02:09:30Z' };

    expect(read(event).eventId).toBe(read(event, { requestId: 'request-2' }).eventId);
  });

  test('is another event when it happened at another time', () => {
    const [one, other] = ['02:09:30', '02:09:31'].map((time) =>
      read({ ...diskFull, occurredAt: `2026-11-23T${time}Z` }),
    );

    expect(one?.eventId).not.toBe(other?.eventId);
  });

  test('is a new event each time when it does not say when it happened', () => {
    expect(read(diskFull).eventId).not.toBe(read(diskFull, { requestId: 'request-2' }).eventId);
  });
});

describe('an alarm with something wrong', () => {
  test.each([
    ['severity', 'urgent', 'severity must be critical, high or low, got "urgent"'],
    ['state', 'gone', 'state must be firing or resolved, got "gone"; the alarm is taken as firing'],
    ['dedupKey', '', 'dedupKey must be a text that is not empty, or a number, got ""'],
    ['dedupKey', true, 'dedupKey must be a text that is not empty, or a number, got true'],
    ['service', undefined, 'service must be the name of a service, got nothing'],
    ['summary', null, 'summary must be a text that is not empty, got null'],
    ['occurredAt', 'yesterday', 'occurredAt must be a time such as 2026-11-23T03:10:00Z, got "yesterday"'],
    ['details', ['95%'], 'details must be an object, got a list'],
    ['links', { runbook: 'x' }, 'links must be a list of addresses, or of { href, text }, got an object'],
    ['links', ['runbook'], 'links must be a list of addresses, or of { href, text }, got a list'],
  ])('in its %s (%j) is warned about, with what is allowed', (place, value, message) => {
    expect(read({ ...diskFull, [place]: value }).warnings).toEqual([{ place, message }]);
  });

  test('pages anyway, as a firing alarm', () => {
    const alarm = read({ severity: 'urgent', state: 'gone' });

    expect(alarm).toMatchObject({
      state: 'firing',
      severity: undefined,
      summary: 'alarm without a summary from laptop',
    });
  });

  test('that is without a key joins those that say the same', () => {
    const { dedupKey: _, ...keyless } = diskFull;

    expect(read(keyless).dedupKey).toBe(read(keyless, { requestId: 'request-2' }).dedupKey);
    expect(read(keyless).dedupKey).not.toBe(read({ ...keyless, service: 'acme-edge' }).dedupKey);
  });

  test('that nobody knows is named, with what is known', () => {
    expect(read({ ...diskFull, priority: 'P1' }).warnings).toEqual([
      {
        place: 'priority',
        message:
          '"priority" is not known; known are dedupKey, service, severity, summary, state, occurredAt, details, links',
      },
    ]);
  });

  test('in a hundred places is not warned about a hundred times', () => {
    const strange = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`member${index}`, index]));

    expect(read({ ...diskFull, ...strange }).warnings).toHaveLength(5);
  });
});

describe('a body that is no alarm', () => {
  test.each(['', 'disk full!', '[]', 'null', '"text"', '7', '{"dedupKey":'])('such as %j pages', (body) => {
    expect(readNativeAlarm(body, arrival)).toEqual({
      ...{ source: 'native', integration: 'laptop', isTimedHere: true },
      unreadable: 'unreadable alarm: the body must be a JSON object',
      dedupKey: expect.stringMatching(/^unreadable from laptop: [0-9a-f]{64}$/),
      eventId: 'request-1',
      state: 'firing',
      occurredAt: now,
      summary: 'unreadable alarm from laptop',
      raw: body,
      warnings: [{ place: 'body', message: 'unreadable alarm: the body must be a JSON object' }],
    });
  });

  test('is an incident of its own, and the same one when it is sent again', () => {
    const [first, again, another] = ['disk full!', 'disk full!', 'fan broken!'].map((body) =>
      readNativeAlarm(body, arrival),
    );

    expect(again?.dedupKey).toBe(first?.dedupKey);
    expect(another?.dedupKey).not.toBe(first?.dedupKey);
  });

  test('because it is nested too deeply to follow is read anyway', () => {
    const nested = '['.repeat(200_000) + ']'.repeat(200_000);

    const alarm = readNativeAlarm(`{"dedupKey":"db-3/disk","severity":${nested}}`, arrival);

    expect(alarm.dedupKey).toBe('db-3/disk');
    expect(alarm.warnings.map(({ place }) => place)).toContain('severity');
  });
});

describe('a body that is too large for the table', () => {
  const large = { ...diskFull, details: { log: 'é'.repeat(maxRawLength) } };

  test('is stored cut off, with its length and hash', () => {
    const { raw, warnings } = read(large);
    const [warning] = warnings;

    expect(Buffer.byteLength(raw)).toBeLessThanOrEqual(maxRawLength);
    expect(warning?.place).toBe('body');
    expect(warning?.message).toMatch(/has \d{6} bytes, SHA-256 [0-9a-f]{64}; the first 262144 are stored/);
  });

  test('is read as a whole', () => {
    expect(read(large)).toMatchObject(diskFull);
  });
});
