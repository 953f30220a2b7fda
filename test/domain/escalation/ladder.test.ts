import { describe, expect, test } from '@jest/globals';
import { advance } from '../../../domain/escalation/decide.ts';
import { defaultPolicies } from '../../../domain/organization/default-policies.ts';
import { opened, tenPastThree, usualRoster } from '../an-incident.ts';
import {
  driveNow,
  firesAgain,
  kinds,
  nightOf,
  pages,
  pagesToPeople,
  pass,
  resolveNow,
  says,
  sleep,
} from './a-night.ts';

const nobody = { primary: undefined, secondary: undefined, management: undefined };

describe('a person who declines', () => {
  test('is not waited for: the next person is asked at once', () => {
    const night = nightOf(opened());
    pass(night, 20);
    says(night, 'an', 'no');

    pass(night, 45);

    expect(pagesToPeople(night)).toEqual(['0 sms own an', '20 sms own chloe', '65 sms other chloe']);
  });

  test('is skipped for the rest of the round, in every role', () => {
    const night = nightOf(opened(), { ...usualRoster, management: 'an' });
    driveNow(night);
    says(night, 'an', 'no');

    pass(night, 300);

    expect(pages(night).filter((page) => page.startsWith('300 sms own'))).toEqual(['300 sms own an']);
    expect(night.incident.ladder.round).toBe(2);
    expect(night.incident.timeline).toContainEqual(
      expect.objectContaining({ kind: 'step skipped', role: 'management', reason: 'an has said no' }),
    );
  });

  test('still leaves the others of the step their time; of a critical incident the secondary is asked at once', () => {
    const night = nightOf(opened({ severity: 'critical' }));
    driveNow(night);
    says(night, 'an', 'no');

    pass(night, 179);

    expect(pages(night)).toContain('15 sms other dirk');
    expect(pages(night)).not.toContain('15 sms other an');
    expect(pages(night)).toContain('0 sms own chloe');
  });
});

describe('when everybody has declined', () => {
  function everybodySaysNo() {
    const night = nightOf(opened());
    driveNow(night);
    for (const person of ['an', 'chloe', 'dirk']) {
      pass(night, 10);
      says(night, person, 'no');
    }
    return night;
  }

  test("the contact center's number is called at once", () => {
    const night = everybodySaysNo();

    driveNow(night);

    expect(pages(night).at(-1)).toBe('30 call contact center');
  });

  test('the next round begins at its time, and asks everybody again', () => {
    const night = everybodySaysNo();

    pass(night, 870);

    expect(pagesToPeople(night).slice(3)).toEqual(['900 sms own an']);
  });

  test('and one of them only after a long silence, the contact center is called as well', () => {
    const night = nightOf(opened());
    pass(night, 310);
    says(night, 'an', 'no');
    says(night, 'chloe', 'no');
    driveNow(night);
    says(night, 'dirk', 'no');

    pass(night, 589);

    expect(pagesToPeople(night).at(-1)).toBe('310 sms own dirk');
    expect(pages(night)).toContain('310 call contact center');
  });
});

describe('a role that nobody fills', () => {
  test('is skipped at once, and the timeline says so', () => {
    const night = nightOf(opened(), { ...usualRoster, primary: undefined });

    driveNow(night);

    expect(pages(night)).toEqual(['0 sms own chloe']);
    expect(night.incident.timeline).toContainEqual({
      at: tenPastThree,
      kind: 'step skipped',
      role: 'primary',
      reason: 'nobody is primary',
    });
  });

  test('does not delay the other people of the step', () => {
    const night = nightOf(opened({ severity: 'critical' }), { ...usualRoster, management: undefined });

    driveNow(night);

    expect(pages(night)).toEqual(['0 sms own an']);
    expect(kinds(night.incident)).toContain('step skipped');
  });

  test('leaves only the contact center, in each round, if all three roles are empty', () => {
    const night = nightOf(opened(), nobody);

    pass(night, 900);

    expect(pages(night)).toEqual(['0 call contact center', '900 call contact center']);
  });

  test('is read from the roster again in the next step', () => {
    const night = nightOf(opened());
    pass(night, 290);
    night.onCall = { ...usualRoster, secondary: 'bram' };

    pass(night, 10);

    expect(pages(night).at(-1)).toBe('300 sms own bram');
  });
});

describe('a person who fills two roles', () => {
  test('is asked once when both are asked at the same time', () => {
    const night = nightOf(opened({ severity: 'critical' }), { ...usualRoster, management: 'an' });

    driveNow(night);

    expect(pages(night)).toEqual(['0 sms own an']);
  });
});

describe('a round', () => {
  const unhurried = { ...defaultPolicies.high, roundSeconds: 1500 };

  test('in which nobody answers ends with the pause that the policy has after its ladder', () => {
    const night = nightOf(opened({ policy: unhurried }));

    pass(night, 1500);

    const own = pages(night).filter((page) => page.includes('sms own'));
    expect(own).toEqual(['0 sms own an', '300 sms own chloe', '600 sms own dirk', '1500 sms own an']);
  });

  test('is shorter by the time that a decline saved when others were silent', () => {
    const night = nightOf(opened());
    pass(night, 310);
    says(night, 'chloe', 'no');

    pass(night, 300);

    expect(pages(night).filter((page) => page.includes('sms own'))).toEqual([
      '0 sms own an',
      '300 sms own chloe',
      '310 sms own dirk',
      '610 sms own an',
    ]);
  });

  test('is on the timeline when it begins', () => {
    const night = nightOf(opened());

    pass(night, 900);

    expect(night.incident.timeline).toContainEqual({
      at: tenPastThree + 900_000,
      kind: 'round began',
      number: 2,
    });
  });

  test('that no driver ran for an hour is not made up for', () => {
    const night = nightOf(opened());
    pass(night, 800);
    sleep(night, 3600);

    driveNow(night);

    expect(night.incident.ladder).toMatchObject({ round: 2, startedAt: night.now });
    expect(pagesToPeople(night).at(-1)).toBe('4400 sms own an');
  });

  test('that no driver ran, with two of three roles empty, is over after one call', () => {
    const night = nightOf(opened(), { ...nobody, primary: 'an' });
    driveNow(night);
    says(night, 'an', 'no');
    sleep(night, 5000);

    const once = advance(night.incident, nobody, night.now).incident;

    expect(advance(once, nobody, night.now).incident).toEqual(once);
    expect(once.ladder).toMatchObject({ round: 2, step: 3 });
  });
});

describe('an incident that is reopened after the time of its responder is up', () => {
  test('asks the responder who had acknowledged even if the roster does not name them any more', () => {
    const night = nightOf(opened());
    driveNow(night);
    says(night, 'an', 'yes', { minutes: 1 });
    resolveNow(night);
    driveNow(night);
    sleep(night, 60);
    night.onCall = { ...usualRoster, primary: 'bram' };

    firesAgain(night);
    pass(night, 300);

    expect(
      pages(night)
        .filter((page) => page.includes('sms own'))
        .slice(1),
    ).toEqual(['60 sms own an', '360 sms own bram']);
  });

  test('asks as many engineers as before when nobody is primary and the responder who had acknowledged is asked first', () => {
    const night = nightOf(opened());
    driveNow(night);
    says(night, 'an', 'yes', { minutes: 1 });
    resolveNow(night);
    driveNow(night);
    sleep(night, 60);
    night.onCall = { ...usualRoster, primary: undefined };

    firesAgain(night);
    pass(night, 300);

    expect(pages(night).at(-1)).toBe('360 sms own chloe');
  });

  test('asks by the roster again in the next round', () => {
    const night = nightOf(opened());
    pass(night, 300);
    says(night, 'chloe', 'yes', { minutes: 1 });
    resolveNow(night);
    sleep(night, 60);
    firesAgain(night);

    pass(night, 900);

    expect(pages(night).at(-1)).toBe('1260 sms own an');
  });
});
