import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Link, seal, unseal } from '../../../lambda/links/link-token.ts';

const key = 'Zm9ydHkgY2hhcmFjdGVycyBhcmUgZW5vdWdoIGZvciB1cw';
const now = Date.UTC(2026, 10, 23, 2, 10);
const board: Link = { kind: 'board', until: now + 1 };
const task: Link = { kind: 'task', incident: `${'0'.repeat(32)}-1`, task: 't1', until: now + 1 };

describe('a signed link', () => {
  test.each([board, task])('opens what was signed, with the same key: %o', (link) => {
    expect(unseal(seal(link, key), key, now)).toEqual({ kind: 'opened', link });
  });

  test('has expired once its time is over', () => {
    const token = seal(board, key);

    expect([now, now + 1].map((at) => unseal(token, key, at).kind)).toEqual(['opened', 'expired']);
  });

  test('of another key is foreign, expired or not', () => {
    expect(unseal(seal({ ...board, until: 0 }, 'another'), key, now)).toEqual({ kind: 'foreign' });
  });

  test('opens nothing once a single character of it is another', () => {
    const token = seal(task, key);
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom(...'Aa0_-.=%/ '), (place, sign) => {
        const altered = `${token.slice(0, place)}${sign}${token.slice(place + 1)}`;
        fc.pre(altered !== token);
        expect(unseal(altered, key, now)).toEqual({ kind: 'foreign' });
      }),
    );
  });

  test('opens nothing when something is added or missing', () => {
    const token = seal(board, key);
    const others = [`${token}A`, `${token}.`, `${token}==`, token.slice(0, -1), ` ${token}`, `.${token}`];

    expect(others.map((other) => unseal(other, key, now).kind)).toEqual(others.map(() => 'foreign'));
  });

  test('cannot be made up', () => {
    fc.assert(fc.property(fc.string(), (text) => unseal(text, key, now).kind === 'foreign'));
  });

  test('to a screen that this version does not know is foreign, although its signature is right', () => {
    expect(unseal(seal({ kind: 'later', until: now + 1 } as unknown as Link, key), key, now)).toEqual({
      kind: 'foreign',
    });
  });
});
