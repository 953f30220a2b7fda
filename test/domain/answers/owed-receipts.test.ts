import { describe, expect, test } from '@jest/globals';
import { opened } from '../an-incident.ts';
import { driveNow, nightOf, resolveNow, says, saysSo, toldTo } from '../escalation/a-night.ts';

type Word = Parameters<typeof saysSo>[1];

const an = { by: 'an', path: 'sms' } as const;
const management = { kind: 'role', role: 'management' } as const;

/** What An writes, and the kind of the notice that answers it. */
const messages: readonly (readonly [Word, string])[] = [
  [{ ...an, kind: 'boss' }, 'managementAsked'],
  [{ ...an, kind: 'add', whom: management, name: 'Dirk' }, 'asked'],
  [{ ...an, kind: 'serious' }, 'serious'],
  [{ ...an, kind: 'no' }, 'declined'],
  [{ ...an, kind: 'consent', action: 'restart db-1', request: '1667' }, 'consentAsked'],
];

describe('a responder who wrote something while another said yes', () => {
  test.each(messages)('hears the answer to it: %j', (message, notice) => {
    const night = nightOf(opened());
    driveNow(night);
    saysSo(night, message);
    says(night, 'bram', 'yes');

    driveNow(night);

    expect(toldTo(night)).toContain(`an: ${notice}`);
    expect(toldTo(night)).toContain('bram: acknowledged');
  });

  test('hears only of the other’s yes, when their own message was a yes that the other replaced', () => {
    const night = nightOf(opened());
    driveNow(night);
    says(night, 'an', 'yes');
    says(night, 'bram', 'yes');

    driveNow(night);

    expect(toldTo(night)).toEqual(
      expect.arrayContaining(['bram: acknowledgedInstead', 'an: acknowledgedByOther']),
    );
    expect(toldTo(night)).not.toContain('an: acknowledged');
  });
});

test('a manager who was never paged, and wrote something at the end, hears that the incident is resolved', () => {
  const night = nightOf(opened());
  driveNow(night);
  saysSo(night, { by: 'els', path: 'sms', kind: 'boss' });
  resolveNow(night);

  driveNow(night);

  expect(toldTo(night)).toContain('els: over');
});

test('management that declines still hears that a promise to a customer is broken', () => {
  const night = nightOf(opened());
  driveNow(night);
  const broken = { kind: 'promiseBroken', code: 'A7K', customer: 'ACME' } as const;
  night.incident = { ...night.incident, notices: [{ to: 'dirk', notice: broken }] };
  says(night, 'dirk', 'no');

  driveNow(night);

  expect(toldTo(night)).toEqual(expect.arrayContaining(['dirk: promiseBroken', 'dirk: declined']));
});
