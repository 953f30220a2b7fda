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
  test('is confirmed to the one who gave it', () => {
    const night = pagedNight();
    says(night, 'an', 'no');

    driveNow(night);

    expect(toldTo(night)).toEqual(['an: declined']);
  });

  test('said twice is one no', () => {
    const night = pagedNight();
    says(night, 'an', 'no');

    says(night, 'an', 'no');

    expect(night.incident.ladder.declined).toEqual(['an']);
  });

  test('of the one who has it gives it back, to a round without that person', () => {
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

  test('of another leaves it with the one who has it', () => {
    const night = pagedNight();
    says(night, 'an', 'yes');

    says(night, 'chloe', 'no');

    expect(night.incident.acknowledgement?.by).toBe('an');
    expect(driveNow(night)).toMatchObject({ kind: 'acknowledged', by: 'an' });
  });

  test('at night leaves what is held to the morning', () => {
    const night = nightOf(opened({ severity: 'low' }));

    says(night, 'an', 'no');

    expect(driveNow(night)).toMatchObject({ kind: 'hold', reason: 'low' });
    expect(pages(night)).toEqual([]);
  });
});

describe('an undo', () => {
  test('of a yes pages on, where the ladder was', () => {
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
    expect(toldTo(night)).toEqual(['an: taken', 'an: undone']);
  });

  test('of a yes that nobody was told of leaves nothing wrong to be told', () => {
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

  test('of one who has said nothing changes nothing, and says so', () => {
    const night = pagedNight();
    says(night, 'an', 'yes');

    expect(says(night, 'chloe', 'undo')).toEqual({
      kind: 'unchanged',
      notice: { kind: 'nothingToUndo', code: 'A7K' },
    });
    expect(night.incident.acknowledgement?.by).toBe('an');
  });

  test('after the time of the step is over has the next one asked from then on, by one path after the other', () => {
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
