import { describe, expect, test } from '@jest/globals';
import { replyAnswer } from '../../../domain/answers/from-sms.ts';
import { exampleOrganization } from '../example-organization.ts';

const organization = exampleOrganization(({ responders }) => {
  for (const id of ['jan-a', 'jan-b']) {
    responders[id] = {
      name: 'Jan',
      language: 'nl',
      competences: [],
      numbers: [`+32482000${id === 'jan-a' ? 1 : 2}00`],
    };
  }
});

/** A moment on the company's clock, in winter. */
const at = (clock: string) => Date.parse(`2026-02-03T${clock}+01:00`);

const yesUntil = (hour: number, minute: number, now: number) =>
  replyAnswer({ kind: 'yes', until: { hour, minute } }, { organization, now });

describe('a yes until a time on the clock', () => {
  test('lasts until that time', () => {
    expect(yesUntil(4, 0, at('03:10:00'))).toEqual({ kind: 'answer', answer: { kind: 'yes', minutes: 50 } });
    expect(yesUntil(7, 10, at('03:10:00'))).toEqual({
      kind: 'answer',
      answer: { kind: 'yes', minutes: 240 },
    });
    expect(yesUntil(1, 0, at('23:30:00'))).toEqual({ kind: 'answer', answer: { kind: 'yes', minutes: 90 } });
  });

  test('that is just past, so that its other half of the day would count, is asked back', () => {
    expect(yesUntil(4, 0, at('04:02:40'))).toEqual({ kind: 'unclear', maybe: 'yes', minutes: 718 });
  });

  test('that is more than four hours ahead is asked back', () => {
    expect(yesUntil(8, 0, at('03:10:00'))).toEqual({ kind: 'unclear', maybe: 'yes', minutes: 290 });
    expect(yesUntil(14, 30, at('03:10:00'))).toEqual({ kind: 'unclear', maybe: 'yes', minutes: 680 });
  });
});

describe('a repair time', () => {
  test('more than four hours ahead is asked back', () => {
    expect(
      replyAnswer({ kind: 'update', until: { hour: 9, minute: 0 } }, { organization, now: at('03:00:00') }),
    ).toEqual({ kind: 'unclear', maybe: 'update', minutes: 360 });
  });
});

describe('a colleague', () => {
  test('whose name two people have is asked back, with their names', () => {
    expect(replyAnswer({ kind: 'add', whom: 'jan' }, { organization, now: at('03:00:00') })).toEqual({
      kind: 'unclear',
      maybe: 'add',
      persons: ['jan-a', 'jan-b'].map((responder) => ({ responder, name: 'Jan' })),
    });
  });
});
