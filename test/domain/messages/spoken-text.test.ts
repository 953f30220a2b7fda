import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readKey } from '../../../domain/answers/from-sms.ts';
import {
  type SpokenAlarm,
  spokenOutcome,
  spokenToContactCenter,
  spokenToResponder,
} from '../../../domain/messages/spoken-text.ts';
import { languages } from '../../../domain/organization/formats.ts';
import { keySeconds, maxCallMs, readings, ringSeconds } from '../../../domain/paging/page.ts';
import { tenPastThree } from '../an-incident.ts';

const alarm: SpokenAlarm = {
  code: 'A7K',
  customer: 'ACME',
  summary: 'db-3 disk full 95%',
  openedAt: tenPastThree,
  timeZone: 'Europe/Brussels',
  language: 'en',
};

const digits = { yes: '4', no: '7' };

const reached = { who: [{ name: 'An Peeters', number: '+32470' }], smsFailsTotally: true };

/** Characters that a voice says in a second, at its slowest. Source: Amazon Polly speaks some 150 words a minute. */
const spokenInASecond = 13;

describe('what a responder hears', () => {
  test.each([
    [
      'nl',
      'Permanence. Alarm A, 7, K. ACME: db-3 disk full 95%, om 03:10. Druk 4 om het te nemen, 7 als je niet kunt.',
    ],
    [
      'fr',
      'Permanence. Alarme A, 7, K. ACME: db-3 disk full 95%, à 03:10. Tapez 4 pour la prendre, 7 si vous ne pouvez pas.',
    ],
    [
      'de',
      'Permanence. Alarm A, 7, K. ACME: db-3 disk full 95%, um 03:10. Drücken Sie 4, um ihn zu übernehmen, 7, wenn Sie nicht können.',
    ],
    [
      'en',
      'Permanence. Alarm A, 7, K. ACME: db-3 disk full 95%, at 03:10. Press 4 to take it, 7 if you cannot.',
    ],
  ] as const)(
    'in %s is the code letter by letter, the customer, what, when and two keys',
    (language, text) => {
      expect(spokenToResponder({ ...alarm, language }, digits)).toBe(text);
    },
  );

  test('names no customer if none is known', () => {
    expect(spokenToResponder({ ...alarm, customer: undefined }, digits)).toMatch('K. db-3 disk full 95%, at');
  });

  test('contains nothing that a voice reads as markup, whatever a source sends', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 1000 }), fc.constantFrom(...languages), (summary, language) => {
        expect(spokenToResponder({ ...alarm, summary, language }, digits)).not.toMatch(/[<>&{}$\n]/);
      }),
    );
  });

  test('can be said twice before the phone may ring again', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 1000 }), fc.constantFrom(...languages), (summary, language) => {
        const once = spokenToResponder({ ...alarm, summary, language }, digits).length / spokenInASecond;

        expect(ringSeconds + readings * (once + keySeconds)).toBeLessThan(maxCallMs / 1000);
      }),
    );
  });
});

describe('what the contact center hears', () => {
  test('is the alarm, that SMS fails, whom to reach, and one key', () => {
    expect(spokenToContactCenter(alarm, digits, reached)).toBe(
      'Permanence. Alarm A, 7, K. ACME: db-3 disk full 95%, at 03:10. SMS is not working. Call An Peeters at + 3 2 4 7 0. Press 4 if you have heard this.',
    );
  });

  test('is not that SMS fails where it does not', () => {
    const text = spokenToContactCenter(alarm, digits, { ...reached, smsFailsTotally: false });

    expect(text).not.toMatch('SMS fails');
  });

  test('says that nobody acknowledged, if everybody declined', () => {
    expect(spokenToContactCenter(alarm, digits, { ...reached, who: [] })).toMatch(
      'Nobody on call has taken it.',
    );
  });

  test('is what else it is to do, though nobody need be reached', () => {
    const asked = { who: undefined, toDo: ['Tell the customer'], smsFailsTotally: false };

    expect(spokenToContactCenter(alarm, digits, asked)).toMatch(
      'at 03:10. Tell the customer. Press 4 if you have heard this.',
    );
  });
});

describe('what is said after a key', () => {
  test.each(languages)('says in %s what became of it, with the code', (language) => {
    expect(spokenOutcome('acknowledged', 'A7K', language)).toMatch('A, 7, K');
    expect(spokenOutcome('declined', 'A7K', language)).toMatch('A, 7, K');
    expect(spokenOutcome('over', 'A7K', language)).toMatch('A, 7, K');
    expect(spokenOutcome('notStored', 'A7K', language)).not.toMatch(/[{}]/);
  });
});

describe('a pressed key', () => {
  test.each([
    ['4', true, { kind: 'answer', answer: 'yes' }],
    ['7', true, { kind: 'answer', answer: 'no' }],
    ['5', true, { kind: 'wrong digit' }],
    ['', true, { kind: 'wrong digit' }],
    ['Timeout', true, { kind: 'wrong digit' }],
    ['47', true, { kind: 'wrong digit' }],
    ['4', false, { kind: 'confirmation' }],
    ['7', false, { kind: 'wrong digit' }],
  ] as const)('%j of a responder (%j) is read as what it means', (pressed, isResponder, meaning) => {
    expect(readKey(pressed, digits, isResponder)).toEqual(meaning);
  });
});
