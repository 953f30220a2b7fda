import { describe, expect, test } from '@jest/globals';
import { opened } from '../an-incident.ts';
import {
  confirm,
  driveNow,
  kinds,
  nightOf,
  pages,
  pass,
  says,
  sleep,
  toldTo,
} from '../escalation/a-night.ts';

function pagedNight() {
  const night = nightOf(opened());
  driveNow(night);
  return night;
}

describe('a no', () => {
  test('is confirmed to its sender', () => {
    const night = pagedNight();
    says(night, 'an', 'no');

    driveNow(night);

    expect(toldTo(night)).toEqual(['an: declined']);
  });

  test('that comes twice counts once', () => {
    const night = pagedNight();
    says(night, 'an', 'no');

    says(night, 'an', 'no');

    expect(night.incident.ladder.declined).toEqual(['an']);
  });

  test('of the responder who acknowledged begins a round without that person', () => {
    const night = nightOf(opened());
    driveNow(night);
    says(night, 'an', 'yes');
    confirm(night);
    pass(night, 600);
    says(night, 'an', 'no');

    driveNow(night);

    expect(night.incident).toMatchObject({ status: 'escalating', ladder: { round: 2 } });
    expect(pages(night)).toEqual(['0 sms own an', '600 sms own chloe']);
    expect(kinds(night.incident)).toEqual(expect.arrayContaining(['declined', 'round began']));
  });

  test('of another leaves the acknowledgement as it is', () => {
    const night = pagedNight();
    says(night, 'an', 'yes');

    says(night, 'chloe', 'no');

    expect(night.incident.acknowledgement?.by).toBe('an');
    expect(driveNow(night)).toMatchObject({ kind: 'acknowledged', by: 'an' });
  });

  test('at night leaves a held incident held until the morning', () => {
    const night = nightOf(opened({ severity: 'low' }));

    says(night, 'an', 'no');

    expect(driveNow(night)).toMatchObject({ kind: 'hold', reason: 'low' });
    expect(pages(night)).toEqual([]);
  });
});

describe('an undo', () => {
  test('of a yes lets the ladder go on where it was', () => {
    const night = nightOf(opened());
    driveNow(night);
    says(night, 'an', 'yes');
    driveNow(night);
    sleep(night, 100);

    says(night, 'an', 'undo');
    driveNow(night);

    expect(night.incident.status).toBe('escalating');
    expect(night.incident.acknowledgement).toBeUndefined();
    expect(pages(night)).toEqual([
      '0 sms own an',
      '100 sms other an',
      '100 call contact center',
      '100 call an',
    ]);
    expect(toldTo(night)).toEqual(['an: acknowledged', 'an: undone']);
  });

  test('of a yes that nobody was told of leaves no untrue notice', () => {
    const night = nightOf(opened());
    pass(night, 300);
    says(night, 'an', 'yes');
    says(night, 'an', 'undo');

    driveNow(night);

    expect(toldTo(night)).toEqual(['an: undone']);
  });

  test('of a no lets that person be asked again in the round', () => {
    const night = nightOf(opened({ severity: 'critical' }));
    driveNow(night);
    says(night, 'an', 'no');
    driveNow(night);

    says(night, 'an', 'undo');
    pass(night, 15);

    expect(night.incident.ladder.declined).toEqual([]);
    expect(pages(night)).toContain('15 sms other an');
  });

  test('of a yes after a no takes back the yes first', () => {
    const night = pagedNight();
    says(night, 'an', 'no');
    says(night, 'an', 'yes');

    says(night, 'an', 'undo');

    expect(night.incident).toMatchObject({ status: 'escalating', ladder: { declined: ['an'] } });
  });

  test('of a person who has answered nothing changes nothing, and the sender is told so', () => {
    const night = pagedNight();
    says(night, 'an', 'yes');

    expect(says(night, 'chloe', 'undo')).toEqual({
      kind: 'unchanged',
      notice: { kind: 'nothingToUndo', code: 'A7K' },
    });
    expect(night.incident.acknowledgement?.by).toBe('an');
  });

  test('after the time of the step has the next person asked from then on, by one path after the other', () => {
    const night = pagedNight();
    says(night, 'an', 'yes');
    pass(night, 330);
    says(night, 'an', 'undo');

    driveNow(night);

    const { stepStartedAt, asked } = night.incident.ladder;
    expect(asked).toEqual([{ responder: 'chloe', role: 'secondary' }]);
    expect(stepStartedAt).toBe(night.now);
    expect(night.acts.filter(({ at }) => at === night.now).map(({ decision }) => decision.kind)).toEqual([
      'sms',
      'tell',
    ]);
  });
});
