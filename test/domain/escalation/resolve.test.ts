import { describe, expect, test } from '@jest/globals';
import { openTasks } from '../../../domain/contact-center/tasks.ts';
import { noticesSent } from '../../../domain/escalation/outcome.ts';
import { reopen } from '../../../domain/escalation/reopen.ts';
import { resolve } from '../../../domain/escalation/resolve.ts';
import { defaultPolicies } from '../../../domain/organization/default-policies.ts';
import { diskFull, opened, tenPastThree } from '../an-incident.ts';
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

    expect(night.incident.notices).toEqual([{ to: 'an', notice: { kind: 'overByYou', code: 'A7K' } }]);
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
  /** Chloe has it until 03:25, it is over at 03:15, and its alarm fires again five minutes later. */
  function reopened() {
    const night = nightOf(opened());
    pass(night, 300);
    says(night, 'chloe', 'yes', { minutes: 10 });
    driveNow(night);
    resolveNow(night);
    driveNow(night);
    sleep(night, 300);
    firesAgain(night);
    return night;
  }

  test('keeps its code and its acknowledgement: who has it is told so, and not paged anew', () => {
    const night = reopened();
    night.told.length = 0;
    const before = pages(night).length;

    pass(night, 240);

    expect(night.incident).toMatchObject({ status: 'acknowledged', code: 'A7K', saidYes: ['chloe'] });
    expect(night.incident.resolvedAt).toBeUndefined();
    expect(pages(night)).toHaveLength(before);
    expect(night.told).toEqual([
      {
        to: 'chloe',
        notice: { kind: 'reopened', code: 'A7K', at: tenPastThree + 600_000, until: tenPastThree + 900_000 },
      },
    ]);
  });

  test('asks first, in a new round, the responder whose time is up by then', () => {
    const night = nightOf(opened());
    pass(night, 300);
    says(night, 'chloe', 'yes', { minutes: 1 });
    resolveNow(night);
    driveNow(night);
    sleep(night, 300);
    firesAgain(night);

    driveNow(night);

    expect(night.incident).toMatchObject({ status: 'escalating', ladder: { round: 2 } });
    expect(pages(night).at(-1)).toBe('600 sms own chloe');
    expect(night.incident.timeline).toContainEqual(
      expect.objectContaining({ kind: 'reopened', summary: 'disk full again', asksFirst: 'chloe' }),
    );
  });

  test('goes on with its ladder where it was: the same step, and the time for which it was over does not count', () => {
    const night = nightOf(opened());
    pass(night, 100);
    resolveNow(night);
    pass(night, 120);
    firesAgain(night);

    pass(night, 210);

    expect(night.incident.ladder).toMatchObject({ round: 1, step: 1 });
    expect(pagesToPeople(night)).toEqual([
      '0 sms own an',
      '45 sms other an',
      '90 call an',
      '220 sms own an', // "open again": she had read that it is over
      '300 call an',
      '420 sms own chloe',
    ]);
  });

  test('goes on without those who have declined', () => {
    const night = nightOf(opened());
    driveNow(night);
    says(night, 'an', 'no');
    pass(night, 100);
    resolveNow(night);
    pass(night, 60);
    firesAgain(night);

    pass(night, 100);

    expect(pagesToPeople(night).filter((page) => page.endsWith('an'))).toEqual(['0 sms own an']);
  });

  test('begins the next round at once when everybody has been silent', () => {
    const policy = { ...defaultPolicies.high, roundSeconds: 1800 };
    const night = nightOf(opened({ policy }));
    pass(night, 1000);
    resolveNow(night);
    driveNow(night);

    firesAgain(night);
    driveNow(night);

    expect(pages(night).at(-1)).toBe('1000 sms own an');
  });

  test('has the contact center called again when everybody has declined', () => {
    const night = nightOf(opened());
    for (const by of ['an', 'chloe', 'dirk']) {
      driveNow(night);
      says(night, by, 'no');
    }
    pass(night, 100);
    resolveNow(night);
    driveNow(night);
    const before = pages(night).length;

    firesAgain(night);
    pass(night, 30);

    expect(pages(night).slice(before)).toEqual(['100 call contact center']);
  });

  test('pages nobody twice for it who has not heard that it was over', () => {
    const night = nightOf(opened());
    pass(night, 50);
    resolveNow(night);

    firesAgain(night);
    pass(night, 30);

    expect(pagesToPeople(night)).toEqual(['0 sms own an', '45 sms other an']);
  });

  test('pages also whom the message that it is over reached after it was open again', () => {
    const night = nightOf(opened());
    pass(night, 50);
    resolveNow(night);
    const onItsWay = night.incident.notices;
    firesAgain(night);

    const sent = { kind: 'handed over', region: 'eu-central-1' } as const;
    night.incident = noticesSent(
      night.incident,
      onItsWay.map((pending) => ({ pending, sent })),
      night.now,
    );
    driveNow(night);

    expect(pages(night).at(-1)).toBe('50 sms own an');
  });

  test('uses every path when the first SMS of "open again" fails', () => {
    const night = nightOf(opened());
    pass(night, 200);
    resolveNow(night);
    driveNow(night);
    firesAgain(night);
    night.takesSms = { own: false, other: false };
    const before = pages(night).length;

    driveNow(night);

    expect(pages(night).slice(before)).toEqual(['200 sms own an', '200 sms other an', '200 call an']);
  });

  test('asks the contact center again to confirm the primary whom it had not reached', () => {
    const night = nightOf(opened());
    pass(night, 30);
    resolveNow(night);
    driveNow(night);

    firesAgain(night);
    driveNow(night);

    expect(openTasks(night.incident).map(({ about }) => about)).toEqual([
      { kind: 'confirm', responder: 'an' },
    ]);
  });

  test('goes on asking the colleague who was asked for', () => {
    const night = nightOf(opened());
    driveNow(night);
    says(night, 'an', 'boss');
    driveNow(night);
    resolveNow(night);
    driveNow(night);

    firesAgain(night);
    driveNow(night);

    expect(pages(night).slice(-2)).toEqual(['0 sms own an', '0 sms own dirk']);
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

    expect(toldTo(night)).toEqual([]);
    pass(night, 600); // an alarm that has fired again once may do so again
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
    says(night, 'chloe', 'yes', { minutes: 1 });
    resolveNow(night);
    sleep(night, 60);
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
