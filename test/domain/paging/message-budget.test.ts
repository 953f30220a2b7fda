import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  mayBeSent,
  remembered,
  type SentText,
  type TextKind,
  textBudgets,
} from '../../../domain/paging/message-budget.ts';
import { hour, minute, second } from '../../../domain/time/instant.ts';

const start = Date.parse('2026-11-23T02:10:00Z');

/** Sends texts to one number, one after the other. Returns those that went out. */
function sent(texts: readonly SentText[]): readonly SentText[] {
  const out: SentText[] = [];
  let known: readonly SentText[] = [];
  for (const text of texts) {
    if (mayBeSent(known, text).kind !== 'send') continue;
    known = remembered(known, text);
    out.push(text);
  }
  return out;
}

let causes = 0;

const text = (kind: TextKind, after: number, digest = `text-${causes}`): SentText => {
  causes++;
  return { kind, at: start + after, digest, cause: `message-${causes}` };
};

describe('texts that nobody asked for', () => {
  test('go at most three times an hour to a number', () => {
    const texts = Array.from({ length: 25 }, (_, index) => text('unasked', index * 2 * second));

    expect(sent(texts)).toHaveLength(3);
  });

  test('go out once when they say the same', () => {
    const texts = [0, 1, 2].map((minutes) => text('unasked', minutes * minute, 'not understood'));

    expect(sent(texts)).toHaveLength(1);
  });

  test('go out again after an hour', () => {
    const [first, , again] = [0, 30 * minute, hour].map((after) => text('unasked', after, 'not understood'));

    expect(first && again && sent([first, again])).toHaveLength(2);
  });

  test('that were counted, and whose function was killed before it sent, go out', () => {
    const killed = text('unasked', 0, 'not understood');

    expect(mayBeSent([killed], { ...killed, at: start + minute })).toEqual({ kind: 'send' });
  });

  test('go out once when the message that they answer is delivered twice', () => {
    const first = text('unasked', 0, 'not understood');

    expect(mayBeSent([first], { ...first, at: start + second }).kind).toBe('later');
    expect(mayBeSent([text('receipt', 0)], { ...text('receipt', 0) }).kind).toBe('send');
  });

  test('take nothing from the answers to what was understood', () => {
    const texts = [text('unasked', 0), text('unasked', 1), text('unasked', 2), text('receipt', 3)];

    expect(sent(texts)).toHaveLength(4);
  });
});

describe('any texts to a number', () => {
  const anyTexts = fc
    .array(
      fc.record({
        kind: fc.constantFrom<TextKind>('unasked', 'receipt', 'customer'),
        at: fc.integer({ min: 0, max: 3 * hour }).map((after) => start + after),
        digest: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
        cause: fc.uuid(),
      }),
      { maxLength: 80 },
    )
    .map((texts) => texts.toSorted((one, other) => one.at - other.at));

  test('never exceed a budget, in any window; and one that must wait may go when it is told to', () => {
    fc.assert(
      fc.property(anyTexts, (texts) => {
        const out = sent(texts);
        for (const { kind, at } of out) {
          const { count, withinMs } = textBudgets[kind];
          const window = out.filter((each) => each.kind === kind && each.at <= at && each.at > at - withinMs);
          expect(window.length).toBeLessThanOrEqual(count);
        }
        const next = text('customer', 3 * hour);
        const allowance = mayBeSent(out, next);
        if (allowance.kind === 'later') {
          expect(mayBeSent(out, { ...next, at: allowance.until }).kind).toBe('send');
        }
      }),
    );
  });
});
