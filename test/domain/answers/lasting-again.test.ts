import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Answer } from '../../../domain/answers/answer.ts';
import { opened } from '../an-incident.ts';
import { driveNow, type Night, nightOf, pass, says, saysSo } from '../escalation/a-night.ts';

let night: Night;

type Words = Answer extends infer T ? (T extends unknown ? Omit<T, 'id' | 'by' | 'path'> : never) : never;

const writes = (by: string, words: Words) => saysSo(night, { by, path: 'sms', ...words } as never);

/** Minutes from now until the acknowledgement runs out. */
const minutesLeft = () => ((night.incident.acknowledgement?.until ?? 0) - night.now) / 60_000;

beforeEach(() => {
  night = nightOf(opened());
  driveNow(night);
  says(night, 'an', 'yes', { minutes: 60 });
  pass(night, 40 * 60);
});

describe('an acknowledgement for an hour', () => {
  test.each<[string, Words]>([
    ['the question for consent', { kind: 'consent', action: 'restart db-1', request: '4711' }],
    ['the decision with the customer', { kind: 'customerDecision', words: 'it can wait' }],
    ['the wish for management', { kind: 'boss' }],
    ['that it is serious', { kind: 'serious' }],
  ])('lasts an hour again when the one who has it writes %s', (_, words) => {
    expect(minutesLeft()).toBe(20);
    writes('an', words);
    expect(minutesLeft()).toBe(60);
  });

  test('lasts as long as the update says, and then as long again', () => {
    writes('an', { kind: 'update', minutes: 90 });
    expect(minutesLeft()).toBe(90);
    pass(night, 30 * 60);
    writes('an', { kind: 'boss' });
    expect(minutesLeft()).toBe(90);
  });

  test('is not made longer by what a colleague writes', () => {
    writes('chloe', { kind: 'boss' });
    expect(minutesLeft()).toBe(20);
  });
});
