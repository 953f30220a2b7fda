import { describe, expect, test } from '@jest/globals';
import type { SlaTerms } from '../../../domain/organization/default-policies.ts';
import type { Instant } from '../../../domain/time/instant.ts';
import { called, heard as heardExactly, olgaTells, pro, toTellByOperator } from '../a-customer.ts';
import { opened, tenPastThree } from '../an-incident.ts';
import { driveNow, type Night, nightOf, pages, pass, resolveNow, says } from '../escalation/a-night.ts';

const atNoon: Instant = tenPastThree + 9 * 3_600_000;

interface Blip {
  readonly seconds: number;
  readonly slaTerms: SlaTerms;
  readonly taken?: boolean;
  readonly now?: Instant;
}

/** An alarm that is well again after so many seconds; the night until 07:59 after that. */
function blip({ seconds, slaTerms, taken = false, now = tenPastThree }: Blip): Night {
  const night = nightOf(opened({ slaTerms, now }));
  driveNow(night);
  if (taken) {
    pass(night, Math.min(60, seconds));
    says(night, 'an', 'yes');
    pass(night, seconds - Math.min(60, seconds));
  } else pass(night, seconds);
  resolveNow(night);
  pass(night, 4 * 3600);
  return night;
}

/** What the customer heard, in whole minutes. */
function heard(night: Night): string[] {
  return heardExactly(night).map((line) => line.replace(/^(\d+)\.\d+/, '$1'));
}

function toldTo({ told }: Night): string[] {
  return told.map(({ to, notice }) => `${to}: ${notice.kind}`);
}

function callsToCenter(night: Night): number {
  return pages(night).filter((page) => page.endsWith('contact center')).length;
}

const copies = { ...pro, copies: true };

describe('a blip at night that nobody had taken', () => {
  test.each([
    [4, ['0 copy', '5 solution'], ['an: over'], 0],
    [120, ['0 copy', '7 solution'], ['an: over'], 1],
    [1200, ['0 copy', '5 incident', '22 solution'], ['an: over', 'chloe: over', 'dirk: over'], 4],
  ])(
    'of %i s is told to a customer who has SMS by SMS, and to who was paged, once',
    (seconds, ...expected) => {
      const night = blip({ seconds, slaTerms: copies });
      const [customer, people, calls] = expected;

      expect(heard(night)).toEqual(customer);
      expect(toldTo(night)).toEqual(people);
      expect(callsToCenter(night)).toBe(calls);
      expect(toTellByOperator(night)).toEqual([]);
    },
  );

  test.each([4, 120])('of %i s calls nobody at night for a customer with a phone alone', (seconds) => {
    const night = blip({ seconds, slaTerms: called });

    expect(toTellByOperator(night)).toEqual([]);
    expect(callsToCenter(night)).toBe(seconds === 4 ? 0 : 1); // the ladder's own, while it was open

    pass(night, 3600); // 08:10
    expect(toTellByOperator(night)).toEqual(['solution']);
  });

  test('of 20 minutes that an operator has told is told by an operator, at night too', () => {
    const night = nightOf(opened({ slaTerms: called }));
    pass(night, 600);
    olgaTells(night, 'incident');
    pass(night, 600);
    resolveNow(night);
    pass(night, 121);

    expect(toTellByOperator(night)).toEqual(['solution']);
  });

  test.each([pro, called])('breaks no promise, so that management hears of none', (slaTerms) => {
    const night = blip({ seconds: 4, slaTerms });

    expect(night.told.filter(({ notice }) => notice.kind === 'promiseBroken')).toEqual([]);
    expect(night.incident.timeline.filter(({ kind }) => kind === 'promise broken')).toEqual([]);
  });

  test('makes no call to an operator when no SMS reaches the customer: they are asked in the morning', () => {
    const night = nightOf(opened({ slaTerms: pro }));
    pass(night, 4);
    resolveNow(night);
    driveNow(night);
    night.takesSms = { own: false, other: false };
    pass(night, 4 * 3600);

    expect(toTellByOperator(night)).toEqual([]);
    expect(callsToCenter(night)).toBe(0);
    pass(night, 3900); // 08:15
    expect(toTellByOperator(night)).toEqual(['solution']);
  });

  test('of an unknown service has the contact center find out what it was, without a call at night', () => {
    const night = nightOf(opened({ known: false }));
    pass(night, 4);
    resolveNow(night);
    pass(night, 4 * 3600);

    expect(night.incident.tasks).toMatchObject([{ about: { kind: 'look' } }, {}]);
    expect(callsToCenter(night)).toBe(0);
  });
});

describe('a blip that somebody had taken', () => {
  test.each([4, 120, 1200])('of %i s is told to the customer two minutes after its end', (seconds) => {
    const night = blip({ seconds, slaTerms: pro, taken: true });
    const minutes = (at: number) => Math.floor(at / 60);

    expect(heard(night)).toEqual([
      `${minutes(Math.min(60, seconds))} incident`,
      `${minutes(seconds + 120)} solution`,
    ]);
  });
});

describe('a blip by day', () => {
  test('is told by an operator to a customer with a phone alone', () => {
    const night = nightOf(opened({ slaTerms: called, now: atNoon }));
    pass(night, 4);
    resolveNow(night);
    pass(night, 300);

    expect(toTellByOperator(night)).toEqual(['solution']);
  });
});

describe('the end', () => {
  test('goes the way of the beginning: an operator tells it whom an operator told, because no SMS left', () => {
    const night = nightOf(opened({ slaTerms: pro }));
    night.takesSms = { own: false, other: false };
    pass(night, 320);
    olgaTells(night, 'incident');
    night.takesSms = { own: true, other: true };
    says(night, 'an', 'yes');
    says(night, 'an', 'done');
    pass(night, 121);

    expect(heard(night)).toEqual(['5 incident by Olga']);
    expect(toTellByOperator(night)).toEqual(['solution']);
  });
});
