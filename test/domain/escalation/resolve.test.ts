import { describe, expect, test } from '@jest/globals';
import { reopen, resolve } from '../../../domain/escalation/resolve.ts';
import { diskFull, opened, tenPastThree } from '../an-incident.ts';
import {
  driveNow,
  firesAgain,
  kinds,
  nightOf,
  pages,
  pass,
  resolveNow,
  says,
  sleep,
  toldTo,
} from './a-night.ts';

describe('an incident that is resolved', () => {
  test('ends, and has nobody paged any more', () => {
    const night = nightOf(opened());
    driveNow(night);
    resolveNow(night);

    pass(night, 3600);

    expect(driveNow(night)).toEqual({ kind: 'end' });
    expect(pages(night)).toEqual(['0 sms own an']);
  });

  test('is told once to everybody who was paged', () => {
    const night = nightOf(opened());
    pass(night, 600);
    resolveNow(night);

    driveNow(night);
    pass(night, 3600);

    expect(toldTo(night)).toEqual(['an: over', 'chloe: over', 'dirk: over']);
  });

  test('is told once even if it is resolved twice', () => {
    const night = nightOf(opened());
    driveNow(night);
    resolveNow(night);
    driveNow(night);

    resolveNow(night, 'an');
    driveNow(night);

    expect(toldTo(night)).toEqual(['an: over']);
    expect(kinds(night.incident).filter((kind) => kind === 'resolved')).toHaveLength(1);
  });

  test('names the person who resolved it', () => {
    const night = nightOf(opened());
    driveNow(night);

    resolveNow(night, 'an');

    expect(night.incident.notices).toEqual([{ to: 'an', notice: { kind: 'over', code: 'A7K', by: 'an' } }]);
    expect(night.incident.timeline).toContainEqual({ at: tenPastThree, kind: 'resolved', by: 'an' });
  });

  test('has nobody told when nobody was paged', () => {
    const night = nightOf(opened());
    resolveNow(night);

    expect(driveNow(night)).toEqual({ kind: 'end' });
    expect(night.told).toEqual([]);
  });

  test('has nobody paged when it was held', () => {
    const night = nightOf(opened({ severity: 'low' }));
    driveNow(night);
    resolveNow(night);

    pass(night, 12 * 3600);

    expect(pages(night)).toEqual([]);
    expect(night.incident.status).toBe('resolved');
  });
});

describe('an incident that is reopened', () => {
  function reopened() {
    const night = nightOf(opened());
    pass(night, 300);
    says(night, 'chloe', 'yes');
    driveNow(night);
    resolveNow(night);
    driveNow(night);
    sleep(night, 300);
    firesAgain(night);
    return night;
  }

  test('keeps its code, and begins a new round', () => {
    const night = reopened();

    expect(night.incident).toMatchObject({ status: 'escalating', code: 'A7K', ladder: { round: 2 } });
    expect(night.incident.resolvedAt).toBeUndefined();
    expect(night.incident.acknowledgement).toBeUndefined();
  });

  test('asks first, at once, the responder who had acknowledged', () => {
    const night = reopened();

    driveNow(night);

    expect(pages(night).at(-1)).toBe('600 sms own chloe');
    expect(night.incident.timeline).toContainEqual(
      expect.objectContaining({ kind: 'reopened', summary: 'disk full again', asksFirst: 'chloe' }),
    );
  });

  test('asks the primary first when nobody had acknowledged', () => {
    const night = nightOf(opened());
    pass(night, 300);
    resolveNow(night);

    firesAgain(night);
    driveNow(night);

    expect(pages(night).at(-1)).toBe('300 sms own an');
  });

  test('no longer tells its resolution if nobody was told of that yet', () => {
    const night = nightOf(opened());
    driveNow(night);
    resolveNow(night);

    firesAgain(night);
    driveNow(night);

    expect(toldTo(night)).toEqual([]);
  });

  test('tells everybody who was ever paged of its second resolution', () => {
    const night = reopened();
    driveNow(night);
    night.told.length = 0;

    resolveNow(night);
    driveNow(night);

    expect(toldTo(night)).toEqual(['an: over', 'chloe: over']);
  });

  test('at night is held until the morning again if its severity is low', () => {
    const night = nightOf(opened({ severity: 'low' }));
    resolveNow(night);
    driveNow(night);

    firesAgain(night);

    expect(driveNow(night)).toMatchObject({ kind: 'hold', reason: 'low', until: Date.UTC(2026, 10, 23, 7) });
    expect(kinds(night.incident).slice(-2)).toEqual(['reopened', 'held']);
  });

  test('in the morning asks first the responder who had acknowledged at night', () => {
    const night = nightOf(opened({ severity: 'low' }));
    says(night, 'chloe', 'yes');
    resolveNow(night);
    firesAgain(night);

    pass(night, 5 * 3600);

    expect(pages(night)[0]).toMatch(/sms own chloe/);
  });

  test('has a long summary cut to the same length as its first one', () => {
    const over = resolve(opened(), 'source', tenPastThree);

    const entry = reopen(over, 'x'.repeat(5000), tenPastThree).timeline.at(-1);

    expect(entry?.kind === 'reopened' && entry.summary.length).toBe(1000);
  });
});

describe('an incident that an alarm opens', () => {
  test('asks the contact center to find out whose an unknown service is, and what an alarm says that could not be read', () => {
    const warnings = [{ place: 'severity', message: 'severity must be critical, high or low, got "urgent"' }];
    const alarm = { ...diskFull, warnings, unreadable: 'unreadable alarm' };
    const { tasks } = opened({ alarm, known: false });

    expect(tasks.map(({ about }) => about)).toEqual([
      { kind: 'look', why: 'unknown service; unreadable alarm' },
    ]);
  });

  test('asks no operator about the mistakes of a sender whose service is known', () => {
    const warnings = [
      { place: 'dedupKey', message: 'dedupKey must be a text that is not empty, got nothing' },
    ];

    expect(opened({ alarm: { ...diskFull, warnings } }).tasks).toEqual([]);
  });
});
