import { describe, expect, test } from '@jest/globals';
import type { Severity } from '../../../domain/organization/organization.ts';
import { opened, tenPastThree } from '../an-incident.ts';
import { driveNow, nightOf, pass, resolveNow, says, toldTo } from '../escalation/a-night.ts';

const minutes = 60_000;

function pagedNight(severity: Severity = 'high') {
  const night = nightOf(opened({ severity, now: tenPastThree + 12 * 3_600_000 }));
  driveNow(night);
  return night;
}

describe('a yes', () => {
  test.each([
    ['critical', 15],
    ['high', 30],
    ['low', 120],
  ] as const)('without a time takes what is %s for %i minutes', (severity, expected) => {
    const night = pagedNight(severity);

    says(night, 'an', 'yes');

    const until = night.now + expected * minutes;
    expect(night.incident).toMatchObject({ status: 'acknowledged', acknowledgement: { by: 'an', until } });
  });

  test('acknowledges the incident for as long as it says', () => {
    const night = pagedNight();

    says(night, 'an', 'yes', { minutes: 45 });

    expect(night.incident.acknowledgement?.until).toBe(night.now + 45 * minutes);
  });

  test('is on the timeline: who, until when, by which path', () => {
    const night = pagedNight();

    says(night, 'an', 'yes', { path: 'board' });

    expect(night.incident.timeline.at(-1)).toEqual({
      at: night.now,
      kind: 'acknowledged',
      by: 'an',
      until: night.now + 30 * minutes,
      path: 'board',
    });
  });

  test('is confirmed to its sender, and told to everybody else who was paged', () => {
    const night = nightOf(opened());
    pass(night, 600);
    says(night, 'chloe', 'yes');

    driveNow(night);

    expect(toldTo(night)).toEqual([
      'chloe: acknowledged',
      'an: acknowledgedByOther',
      'dirk: acknowledgedByOther',
    ]);
  });

  test('of somebody who was asked in an earlier step counts', () => {
    const night = nightOf(opened());
    pass(night, 620);

    says(night, 'an', 'yes');

    expect(night.incident.acknowledgement?.by).toBe('an');
  });

  test('of somebody who was never paged counts, and that person hears how the incident ends', () => {
    const night = pagedNight();
    says(night, 'greta', 'yes');
    driveNow(night);
    resolveNow(night);
    driveNow(night);

    expect(toldTo(night)).toEqual([
      'greta: acknowledged',
      'an: acknowledgedByOther',
      'an: over',
      'greta: over',
    ]);
  });

  test('counts after a no of the same person', () => {
    const night = pagedNight();
    says(night, 'an', 'no');

    says(night, 'an', 'yes');

    expect(night.incident.acknowledgement?.by).toBe('an');
  });

  test('acknowledges an incident that is held until the morning', () => {
    const night = nightOf(opened({ severity: 'low' }));

    says(night, 'an', 'yes');

    expect(driveNow(night)).toMatchObject({ kind: 'acknowledged', by: 'an' });
  });

  test('counts once when the same message comes twice', () => {
    const night = pagedNight();
    says(night, 'an', 'yes', { id: 'sms-1' });
    says(night, 'an', 'undo', { id: 'sms-2' });

    expect(says(night, 'an', 'yes', { id: 'sms-1' })).toEqual({ kind: 'repeated' });
    expect(night.incident.status).toBe('escalating');
  });

  test('about a resolved incident changes nothing, and the sender hears when it ended and how to open it again', () => {
    const night = pagedNight();
    resolveNow(night);

    expect(says(night, 'an', 'yes')).toEqual({
      kind: 'unchanged',
      notice: { kind: 'alreadyOver', code: 'A7K', at: night.now, canUndo: true },
    });
    expect(night.incident.status).toBe('resolved');
  });
});

describe('a second yes of the responder who acknowledged', () => {
  test('gives more time, and disturbs nobody else', () => {
    const night = nightOf(opened());
    pass(night, 300);
    says(night, 'an', 'yes');
    driveNow(night);
    pass(night, 20 * 60);

    says(night, 'an', 'yes');
    driveNow(night);

    expect(night.incident.acknowledgement?.until).toBe(night.now + 30 * minutes);
    expect(toldTo(night)).toEqual(['an: acknowledged', 'chloe: acknowledgedByOther', 'an: acknowledged']);
  });

  test('with a time lasts until then, and is no repair time for the customer', () => {
    const night = nightOf(opened());
    says(night, 'an', 'yes');
    driveNow(night);
    says(night, 'an', 'yes', { minutes: 45 });
    driveNow(night);

    const until = night.now + 45 * minutes;
    expect(night.incident).toMatchObject({ acknowledgement: { by: 'an', until } });
    expect(night.incident.expectedAt).toBeUndefined();
    expect(toldTo(night)).toEqual(['an: acknowledged', 'an: acknowledged']);
  });

  test('without a time does not shorten the time that was given', () => {
    const night = nightOf(opened());
    says(night, 'an', 'yes', { minutes: 90 });
    says(night, 'an', 'yes');

    expect(night.incident.acknowledgement).toMatchObject({ by: 'an', until: night.now + 90 * minutes });
  });

  test('before the others were told still has them told', () => {
    const night = nightOf(opened());
    pass(night, 300);
    says(night, 'an', 'yes');

    says(night, 'an', 'yes', { minutes: 60 });
    driveNow(night);

    expect(night.told).toContainEqual({
      to: 'chloe',
      notice: { kind: 'acknowledgedByOther', code: 'A7K', by: 'an', until: night.now + 60 * minutes },
    });
  });
});

describe('a yes after another responder acknowledged', () => {
  test('replaces the acknowledgement, and the other is told', () => {
    const night = pagedNight();
    says(night, 'an', 'yes');
    driveNow(night);

    says(night, 'chloe', 'yes', { minutes: 60 });
    driveNow(night);

    expect(night.incident.acknowledgement).toMatchObject({ by: 'chloe', until: night.now + 60 * minutes });
    expect(toldTo(night).slice(1)).toEqual(['chloe: acknowledgedInstead', 'an: acknowledgedByOther']);
  });

  test('names the other to its sender', () => {
    const night = pagedNight();
    says(night, 'an', 'yes');

    says(night, 'chloe', 'yes');

    expect(night.incident.notices[0]).toEqual({
      to: 'chloe',
      notice: { kind: 'acknowledgedInstead', code: 'A7K', until: night.now + 30 * minutes, by: 'an' },
    });
  });
});

describe('a done', () => {
  test('is confirmed to its sender, even if they were never paged', () => {
    const night = pagedNight();
    says(night, 'farid', 'done');

    driveNow(night);

    expect(toldTo(night)).toEqual(['an: over', 'farid: overByYou']);
  });

  test('of somebody who was paged is told to them once', () => {
    const night = pagedNight();
    says(night, 'an', 'done');

    driveNow(night);

    expect(toldTo(night)).toEqual(['an: overByYou']);
  });
});
