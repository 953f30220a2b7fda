import { describe, expect, test } from '@jest/globals';
import { decide } from '../../../domain/escalation/decide.ts';
import { printAttempt } from '../../../domain/incident/ladder.ts';
import { invariant } from '../../../domain/invariant.ts';
import { opened, tenPastThree, usualRoster } from '../an-incident.ts';
import {
  confirm,
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

describe('an incident that nobody answers', () => {
  test('goes through the default ladder, exact to the second, and begins the next round', () => {
    const night = nightOf(opened());

    pass(night, 945);

    const ladder = (start: number, who: string) => [
      `${start} sms own ${who}`,
      `${start + 45} sms other ${who}`,
      `${start + 60} call contact center`,
      `${start + 90} call ${who}`,
      `${start + 180} call ${who}`,
    ];
    expect(pages(night)).toEqual([
      ...ladder(0, 'an'),
      ...ladder(300, 'chloe'),
      ...ladder(600, 'dirk'),
      '900 sms own an',
      '945 sms other an',
    ]);
  });

  test('still has people paged after a whole night', () => {
    const night = nightOf(opened());

    pass(night, 8 * 3600);

    expect(pages(night).at(-1)).toBe(`${8 * 3600} sms own an`);
    expect(kinds(night.incident).filter((kind) => kind === 'round began')).toHaveLength(32);
  });

  test('asks management from the start if it is critical, and begins the next round at 360 seconds', () => {
    const night = nightOf(opened({ severity: 'critical' }));

    pass(night, 360);

    const sms = pages(night).filter((page) => page.includes('own') || page.includes('contact center'));
    expect(sms).toEqual([
      '0 sms own an',
      '0 sms own dirk',
      '60 call contact center',
      '180 sms own chloe',
      '240 call contact center',
      '360 sms own an',
      '360 sms own dirk',
    ]);
    expect(pages(night)).toContain('15 sms other dirk');
    expect(pages(night)).toContain('30 call dirk');
  });
});

describe('an SMS that a region refuses', () => {
  test('goes through the other region at once', () => {
    const night = nightOf(opened());
    night.takesSms.own = false;

    driveNow(night);

    expect(pages(night)).toEqual(['0 sms own an', '0 sms other an']);
  });

  test('is not sent again at 45 seconds when the other region accepted it', () => {
    const night = nightOf(opened());
    night.takesSms.own = false;

    pass(night, 60);

    expect(pages(night)).toEqual(['0 sms own an', '0 sms other an', '60 call contact center']);
  });

  test('is followed at once by calls to the contact center and the primary when the other region refuses as well', () => {
    const night = nightOf(opened());
    night.takesSms = { own: false, other: false };

    driveNow(night);

    expect(pages(night)).toEqual(['0 sms own an', '0 sms other an', '0 call contact center', '0 call an']);
    expect(kinds(night.incident)).toContain('sms failed totally');
  });

  test('leaves the time of the second call to the primary unchanged', () => {
    const night = nightOf(opened());
    night.takesSms = { own: false, other: false };

    pass(night, 299);

    expect(pages(night).slice(4)).toEqual(['180 call an']);
  });

  test('has the contact center called once for all the people who are asked at the same time', () => {
    const night = nightOf(opened({ severity: 'critical' }));
    night.takesSms = { own: false, other: false };

    driveNow(night);

    expect(pages(night).filter((page) => page.includes('contact center'))).toHaveLength(1);
    expect(pages(night)).toEqual(expect.arrayContaining(['0 call an', '0 call dirk']));
  });

  test('brings the calls forward for the secondary and management in the same way', () => {
    const night = nightOf(opened());
    night.takesSms = { own: false, other: false };

    pass(night, 600);

    expect(pages(night)).toEqual(
      expect.arrayContaining(['300 call chloe', '300 call contact center', '600 call dirk']),
    );
  });
});

describe('an incident that somebody has acknowledged', () => {
  test('pages nobody until the acknowledgement runs out', () => {
    const night = nightOf(opened());
    driveNow(night);
    says(night, 'an', 'yes');
    confirm(night);

    pass(night, 29 * 60);

    expect(pages(night)).toEqual(['0 sms own an']);
    expect(driveNow(night)).toEqual({ kind: 'acknowledged', by: 'an', until: tenPastThree + 30 * 60_000 });
  });

  test('pages again when the acknowledgement runs out', () => {
    const night = nightOf(opened());
    driveNow(night);
    says(night, 'an', 'yes');
    confirm(night);

    pass(night, 30 * 60);

    expect(pages(night)).toEqual(['0 sms own an', '1800 sms own an']);
    expect(kinds(night.incident)).toContain('acknowledgement ran out');
  });
});

describe('an incident of severity low that was taken in the evening', () => {
  const evening = Date.UTC(2026, 10, 23, 16, 55); // 17:55 in Brussels
  const eight = Date.UTC(2026, 10, 24, 7);

  test('waits for the morning when its time runs out, and pages nobody at night', () => {
    const night = nightOf(opened({ severity: 'low', now: evening }));
    pass(night, 60);
    says(night, 'an', 'yes');
    pass(night, 3 * 3600);
    night.acts.splice(0);
    pass(night, 10 * 3600);

    expect(night.incident).toMatchObject({
      status: 'held',
      held: { reason: 'low', until: eight },
      saidYes: [],
    });
    expect(pages(night)).toEqual([]);
    expect(night.told.filter(({ notice }) => notice.kind === 'ackExpired')).toEqual([]);

    pass(night, 2 * 3600);
    expect(night.incident.status).toBe('escalating');
  });

  test('waits for the morning when nobody has answered before the night', () => {
    const night = nightOf(opened({ severity: 'low', now: evening }));
    pass(night, 20 * 60);

    expect(night.incident).toMatchObject({ status: 'held', held: { until: eight } });
    expect(night.incident.tasks.filter(({ about, ended }) => about.kind === 'confirm' && !ended)).toEqual([]);
  });

  test('does not wait once it is major', () => {
    const night = nightOf({
      ...opened({ severity: 'low', now: evening }),
      major: { since: evening, by: 'an' },
    });
    pass(night, 3600);

    expect(night.incident.status).toBe('escalating');
  });
});

describe('an incident that is held until the morning', () => {
  const low = opened({ severity: 'low' });
  const eight = Date.UTC(2026, 10, 23, 7, 0);

  test('gives the reason and the end of the hold', () => {
    expect(decide(low, tenPastThree)).toEqual({ kind: 'hold', reason: 'low', until: eight });
    expect(low.timeline).toContainEqual({ at: tenPastThree, kind: 'held', reason: 'low', until: eight });
  });

  test('pages nobody at night, and the primary in the morning', () => {
    const night = nightOf(low);

    pass(night, (eight - tenPastThree) / 1000);

    expect(pages(night)).toEqual([`${(eight - tenPastThree) / 1000} sms own an`]);
    expect(night.incident.status).toBe('escalating');
  });

  test('is not one that opens by day', () => {
    expect(opened({ severity: 'low', now: eight }).status).toBe('escalating');
  });

  test('is not one of severity high', () => {
    expect(opened().status).toBe('escalating');
  });
});

describe('a driver', () => {
  test('waits for another driver that is in the middle of an act', () => {
    const busyUntil = tenPastThree + 7600;

    expect(decide(opened(), tenPastThree, busyUntil)).toEqual({
      kind: 'await',
      until: busyUntil,
      onOther: true,
    });
  });

  test('acts itself when the time of the other driver is over', () => {
    const night = nightOf(opened());
    driveNow(night);
    pass(night, 45);
    const { incident, now } = night;

    expect(decide(incident, now, now)).toEqual(decide(incident, now));
  });

  test.each([
    ['after 24 hours', { startedAt: tenPastThree - 24 * 3_600_000, turns: 1 }],
    ['after 200 turns', { startedAt: tenPastThree, turns: 200 }],
  ])('hands over to a fresh execution %s, at a wait', (_, execution) => {
    const night = nightOf({ ...opened(), execution });
    driveNow(night);

    expect(night.acts.map(({ decision }) => decision.kind)).toEqual(['sms', 'queue', 'handOver']);
  });

  test('does not hand over when nothing is left to do', () => {
    const night = nightOf({ ...opened(), execution: { startedAt: tenPastThree, turns: 200 } });
    resolveNow(night);

    expect(driveNow(night)).toEqual({ kind: 'end' });
    expect(night.acts).toEqual([]);
  });

  test('that comes late gives a person who was never paged the whole time to answer', () => {
    const night = nightOf(opened());
    sleep(night, 400);

    pass(night, 300);

    expect(pages(night)).toEqual([
      '400 sms own an',
      '445 sms other an',
      '460 call contact center',
      '490 call an',
      '580 call an',
      '700 sms own chloe',
    ]);
  });

  test('that comes much too late goes on with the next step, and gives it its whole time', () => {
    const night = nightOf(opened());
    driveNow(night);
    sleep(night, 5000);

    pass(night, 45);

    expect(pagesToPeople(night)).toEqual(['0 sms own an', '5000 sms own chloe', '5045 sms other chloe']);
  });
});

describe('an alarm that fires again within ten minutes of its resolution', () => {
  test('asks first the responder whose time is up by then, and the primary in the place of that responder', () => {
    const night = nightOf(opened());
    pass(night, 300);
    says(night, 'chloe', 'yes', { minutes: 1 });
    driveNow(night);
    resolveNow(night);
    driveNow(night);
    sleep(night, 60);

    firesAgain(night);
    pass(night, 300);

    const again = pages(night).filter((page) => page.includes('sms own'));
    expect(again.slice(2)).toEqual(['360 sms own chloe', '660 sms own an']);
  });
});

describe('a page', () => {
  test('is identified by round, step, role and path', () => {
    const night = nightOf(opened());
    pass(night, 945);

    const attempts = night.acts.flatMap(({ decision }) =>
      'attempt' in decision ? [printAttempt(decision.attempt)] : [],
    );

    expect(attempts.slice(0, 3)).toEqual([
      'main/1/0/primary/0',
      'main/1/0/primary/1',
      'main/1/0/contactCenter/2',
    ]);
    expect(attempts.at(-1)).toBe('main/2/0/primary/1');
  });

  test('is sent before the notices that are still owed', () => {
    const night = nightOf(opened());
    driveNow(night);
    says(night, 'an', 'no');

    driveNow(night);

    expect(night.acts.map(({ decision }) => decision.kind)).toEqual([
      ...['sms', 'queue', 'sms', 'tell', 'withdraw'],
    ]);
    invariant(
      night.incident.ladder.asked?.[0]?.responder === usualRoster.secondary,
      'the secondary is asked',
    );
  });
});
