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
  saysSo,
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

describe('an undo of a take-over', () => {
  /** Chloe has it for 100 minutes, An takes it over and writes "undo" 3 seconds later. */
  function takenOver() {
    const night = nightOf(opened());
    pass(night, 300);
    says(night, 'chloe', 'yes', { minutes: 100 });
    driveNow(night);
    const { until = 0 } = night.incident.acknowledgement ?? {};
    sleep(night, 60);
    says(night, 'an', 'yes');
    driveNow(night);
    night.told.length = 0;
    sleep(night, 3);
    return { night, until };
  }

  test('gives it back to the one who had it, until the time that they gave, and both read that', () => {
    const { night, until } = takenOver();

    says(night, 'an', 'undo');
    driveNow(night);

    expect(night.incident).toMatchObject({
      status: 'acknowledged',
      acknowledgement: { by: 'chloe', until },
      saidYes: ['chloe'],
    });
    expect(night.told).toEqual([
      { to: 'an', notice: { kind: 'undone', code: 'A7K', by: 'chloe', until } },
      { to: 'chloe', notice: { kind: 'yoursAgain', code: 'A7K', by: 'an', until } },
    ]);
    expect(night.incident.timeline).toContainEqual(
      expect.objectContaining({ kind: 'undone', by: 'an', responder: 'chloe', until }),
    );
  });

  test('lets the ladder go on when the time of the one who had it is up', () => {
    const { night } = takenOver();
    says(night, 'an', 'yes', { minutes: 200 });
    sleep(night, 110 * 60);

    says(night, 'an', 'undo');
    expect(night.incident.acknowledgement).toMatchObject({ by: 'an' });
    says(night, 'an', 'undo');

    expect(night.incident).toMatchObject({ status: 'escalating' });
  });

  test('does not give it back to somebody who has declined meanwhile', () => {
    const { night } = takenOver();
    says(night, 'chloe', 'no');

    says(night, 'an', 'undo');

    expect(night.incident).toMatchObject({ status: 'escalating' });
  });

  test('by somebody who no longer has it takes nothing from the one who has', () => {
    const { night } = takenOver();

    says(night, 'chloe', 'undo');
    expect(night.incident.acknowledgement).toMatchObject({ by: 'an' });
    says(night, 'an', 'undo');

    expect(night.incident).toMatchObject({ status: 'escalating' });
  });

  test('after an end that was taken back still gives it back', () => {
    const { night } = takenOver();
    says(night, 'an', 'done');
    says(night, 'an', 'undo');

    says(night, 'an', 'undo');

    expect(night.incident.acknowledgement).toMatchObject({ by: 'chloe' });
  });
});

describe('an undo of a repair time', () => {
  test('takes back the time only: "ja 30", "nog 20 min", "undo"', () => {
    const night = pagedNight();
    says(night, 'an', 'yes', { minutes: 30 });
    const { until } = night.incident.acknowledgement ?? {};
    sleep(night, 60);
    saysSo(night, { kind: 'update', by: 'an', path: 'sms', minutes: 20 });
    driveNow(night);
    night.told.length = 0;

    says(night, 'an', 'undo');
    driveNow(night);

    expect(night.incident).toMatchObject({ status: 'acknowledged', acknowledgement: { by: 'an', until } });
    expect(night.incident.expectedAt).toBeUndefined();
    expect(night.told).toEqual([{ to: 'an', notice: { kind: 'undone', code: 'A7K', until } }]);

    says(night, 'an', 'undo');
    expect(night.incident.status).toBe('escalating');
  });

  test('goes back to the repair time before it', () => {
    const night = pagedNight();
    says(night, 'an', 'yes', { minutes: 30 });
    saysSo(night, { kind: 'update', by: 'an', path: 'sms', minutes: 20 });
    saysSo(night, { kind: 'update', by: 'an', path: 'sms', minutes: 90 });

    says(night, 'an', 'undo');

    expect(night.incident.expectedAt).toBe(night.now + 20 * 60_000);
  });
});
