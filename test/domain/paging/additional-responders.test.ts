import { beforeEach, describe, expect, test } from '@jest/globals';
import { opened } from '../an-incident.ts';
import {
  driveNow,
  type Night,
  nightOf,
  operatorReports,
  pages,
  pass,
  says,
  saysSo,
  toldTo,
} from '../escalation/a-night.ts';

let night: Night;

const pagesTo = (whom: string) => pages(night).filter((page) => page.endsWith(` ${whom}`));
const acknowledgedBy = () =>
  night.incident.status === 'acknowledged' ? night.incident.acknowledgement?.by : undefined;

describe('a critical incident', () => {
  beforeEach(() => {
    night = nightOf(opened({ severity: 'critical' }));
    driveNow(night);
  });

  test('that the primary acknowledged has the secondary and management asked until each of them has answered', () => {
    pass(night, 10);
    says(night, 'an', 'yes', { minutes: 120 });
    pass(night, 360);
    expect(pagesTo('chloe').slice(0, 4)).toEqual([
      '10 sms own chloe',
      '25 sms other chloe',
      '40 call chloe',
      '130 call chloe',
    ]);

    says(night, 'chloe', 'yes');
    says(night, 'dirk', 'yes');
    const before = pages(night).length;
    pass(night, 1000);
    expect(
      pages(night)
        .slice(before)
        .filter((page) => !page.endsWith('contact center')),
    ).toEqual([]);
  });

  test('that the primary acknowledged goes on by the next path for the people whom it was asking', () => {
    pass(night, 20);
    says(night, 'an', 'yes', { minutes: 120 });
    pass(night, 110);

    expect(pagesTo('dirk')).toEqual(['0 sms own dirk', '15 sms other dirk', '30 call dirk', '120 call dirk']);
  });

  test('stays acknowledged by the first when others say yes as well, and both hear of each other', () => {
    says(night, 'an', 'yes');
    driveNow(night);
    says(night, 'chloe', 'yes');
    driveNow(night);

    expect(acknowledgedBy()).toBe('an');
    expect(night.incident.saidYes).toEqual(['an', 'chloe']);
    expect(toldTo(night)).toEqual(expect.arrayContaining(['chloe: joined', 'an: joinedBy']));
  });

  test('that somebody acknowledged is not told so to the others, because they must still answer', () => {
    says(night, 'an', 'yes');
    says(night, 'dirk', 'yes');
    driveNow(night);

    expect(acknowledgedBy()).toBe('an');
    expect(toldTo(night).filter((told) => told.endsWith('acknowledgedByOther'))).toEqual([]);
  });

  test('that another responder acknowledges is told so to the first', () => {
    says(night, 'an', 'yes');
    driveNow(night);
    says(night, 'greta', 'yes');
    driveNow(night);

    expect(acknowledgedBy()).toBe('greta');
    expect(toldTo(night)).toContain('an: acknowledgedByOther');
  });

  test('has management asked for the customer’s decision again, three times at most', () => {
    says(night, 'an', 'yes', { minutes: 300 });
    says(night, 'dirk', 'yes');

    pass(night, 3 * 3600);

    expect(toldTo(night).filter((told) => told === 'dirk: decisionWanted')).toHaveLength(3);
  });

  test('has management asked for the customer’s decision ten minutes after their yes, until they report it', () => {
    says(night, 'an', 'yes');
    says(night, 'dirk', 'yes');
    driveNow(night);
    expect(toldTo(night)).not.toContain('dirk: decisionWanted');
    pass(night, 600);
    expect(toldTo(night)).toContain('dirk: decisionWanted');

    saysSo(night, { kind: 'customerDecision', words: 'customer accepts two hours', by: 'dirk', path: 'sms' });
    expect(night.incident.major?.decision).toMatchObject({
      by: 'dirk',
      words: 'customer accepts two hours',
    });

    pass(night, 3600);
    expect(toldTo(night).filter((told) => told === 'dirk: decisionWanted')).toHaveLength(1);
  });

  test('asks a secondary who said no not again before the next round of the ladder', () => {
    says(night, 'an', 'yes', { minutes: 120 });
    pass(night, 10);
    says(night, 'chloe', 'no');
    const before = pagesTo('chloe').length;
    pass(night, 3600);

    expect(pagesTo('chloe')).toHaveLength(before);
  });

  test('asks no additional responder any more once management has decided that it is not a major incident', () => {
    says(night, 'an', 'yes', { minutes: 120 });
    pass(night, 20);
    says(night, 'dirk', 'notSerious');
    const before = pagesTo('chloe').length;
    pass(night, 900);

    expect(pagesTo('chloe')).toHaveLength(before);
    expect(night.incident.timeline).toContainEqual(
      expect.objectContaining({ kind: 'no major incident', by: 'dirk' }),
    );
  });
});

describe('an incident that becomes a major incident', () => {
  beforeEach(() => {
    night = nightOf(opened());
    driveNow(night);
  });

  test('by a message of the engineer who acknowledged has the other engineer and management paged at once', () => {
    says(night, 'an', 'yes');
    pass(night, 100);
    says(night, 'an', 'serious');
    pass(night, 1);

    expect(pages(night)).toEqual(expect.arrayContaining(['100 sms own chloe', '100 sms own dirk']));
  });

  test('and later is none any more: those who work on it or were asked are told, and the sender only once', () => {
    says(night, 'an', 'yes');
    driveNow(night);
    operatorReports(night, { kind: 'serious', task: 't1', by: 'Olga' });
    driveNow(night);
    says(night, 'dirk', 'yes');
    says(night, 'dirk', 'notSerious');
    driveNow(night);

    const words = toldTo(night).filter((told) => /serious/i.test(told));
    expect(words.toSorted()).toEqual([
      ...['an: notSerious', 'an: serious', 'chloe: notSerious', 'dirk: notSerious'],
    ]);
  });

  test('and none, and one again in turn pages nobody anew: each change is told', () => {
    says(night, 'an', 'yes', { minutes: 120 });
    pass(night, 100);
    says(night, 'an', 'serious');
    pass(night, 1);
    for (let times = 0; times < 10; times++) {
      says(night, 'an', times % 2 === 0 ? 'notSerious' : 'serious');
      pass(night, 5);
    }

    expect(pages(night).filter((page) => page.includes('sms own dirk'))).toEqual(['100 sms own dirk']);
    expect(pages(night).filter((page) => page.includes('sms own chloe'))).toEqual(['100 sms own chloe']);
    expect(toldTo(night).filter((told) => told.startsWith('dirk: '))).toHaveLength(10);
  });

  test('again has the responder called who was not reached before', () => {
    says(night, 'an', 'yes', { minutes: 120 });
    pass(night, 100);
    says(night, 'an', 'serious');
    pass(night, 1);
    says(night, 'an', 'notSerious');
    pass(night, 60);
    says(night, 'an', 'serious');
    pass(night, 120);

    expect(pages(night).some((page) => page.includes('call dirk'))).toBe(true);
  });

  test('by the report of an operator, while nobody has acknowledged, does not wait for the ladder', () => {
    pass(night, 30);
    operatorReports(night, { kind: 'serious', task: 't1', by: 'Olga' });
    pass(night, 1);

    expect(pages(night)).toEqual(expect.arrayContaining(['30 sms own chloe', '30 sms own dirk']));
  });
});

describe('an engineer', () => {
  beforeEach(() => {
    night = nightOf(opened());
    driveNow(night);
    says(night, 'an', 'yes', { minutes: 120 });
    driveNow(night);
  });

  test('who asks for the boss has management asked, and is told so', () => {
    says(night, 'an', 'boss');
    driveNow(night);

    expect(pagesTo('dirk')).toEqual(['0 sms own dirk']);
    expect(toldTo(night)).toContain('an: managementAsked');
  });

  test('who asks for the boss while the ladder asks management causes no second page at the same moment', () => {
    night = nightOf(opened());
    pass(night, 620);
    says(night, 'chloe', 'boss');
    pass(night, 460);

    expect(pagesTo('dirk')).toEqual([
      ...['600 sms own dirk', '645 sms other dirk', '690 call dirk', '780 call dirk'],
      ...['900 sms own dirk', '945 sms other dirk', '990 call dirk', '1080 call dirk'],
    ]);
  });

  test('who asks for a colleague keeps the acknowledgement when the colleague says yes', () => {
    const bram = { kind: 'responder', responder: 'bram' } as const;
    saysSo(night, { kind: 'add', whom: bram, name: 'Bram', by: 'an', path: 'sms' });
    driveNow(night);
    expect(pagesTo('bram')).toEqual(['0 sms own bram']);

    says(night, 'bram', 'yes');
    driveNow(night);
    expect(acknowledgedBy()).toBe('an');
    expect(toldTo(night)).toEqual(expect.arrayContaining(['bram: joined', 'an: joinedBy']));
  });

  test('hears that the colleague declined, and the colleague is not asked again', () => {
    const bram = { kind: 'responder', responder: 'bram' } as const;
    saysSo(night, { kind: 'add', whom: bram, name: 'Bram', by: 'an', path: 'sms' });
    driveNow(night);
    says(night, 'bram', 'no');
    pass(night, 1000);

    expect(pagesTo('bram')).toEqual(['0 sms own bram']);
    expect(night.told).toContainEqual({
      to: 'an',
      notice: { kind: 'colleagueCannot', code: 'A7K', by: 'bram' },
    });
  });

  test('who was not asked acknowledges with a yes, and replaces the first', () => {
    says(night, 'chloe', 'yes');

    expect(acknowledgedBy()).toBe('chloe');
  });

  test('who gives the repair time has acknowledged until then', () => {
    const until = night.now + 90 * 60_000;
    saysSo(night, { kind: 'update', minutes: 90, by: 'an', path: 'sms' });

    expect(night.incident).toMatchObject({ acknowledgement: { by: 'an', until }, expectedAt: until });
  });

  test('who helps may give the repair time, and the acknowledgement stays with the first', () => {
    const bram = { kind: 'responder', responder: 'bram' } as const;
    saysSo(night, { kind: 'add', whom: bram, name: 'Bram', by: 'an', path: 'sms' });
    driveNow(night);
    says(night, 'bram', 'yes');
    saysSo(night, { kind: 'update', minutes: 20, by: 'bram', path: 'sms' });
    driveNow(night);

    const until = night.now + 20 * 60_000;
    expect(night.incident).toMatchObject({ acknowledgement: { by: 'an' }, expectedAt: until });
    expect(night.told.at(-1)).toEqual({
      to: 'bram',
      notice: { kind: 'updatedBeside', code: 'A7K', until, by: 'an' },
    });
  });

  test('who acknowledges again after it ran out is asked again each time it runs out', () => {
    pass(night, 120 * 60 + 1);
    expect(acknowledgedBy()).toBeUndefined();
    says(night, 'an', 'yes', { minutes: 20 });
    pass(night, 20 * 60 + 1);

    expect(acknowledgedBy()).toBeUndefined();
    expect(pagesTo('an').filter((page) => page.includes('sms own'))).toHaveLength(3);
  });

  test('who reports what the customer decided has nobody asked by that', () => {
    says(night, 'an', 'yes');
    saysSo(night, { kind: 'customerDecision', words: 'can wait until tomorrow', by: 'an', path: 'sms' });
    driveNow(night);

    expect(night.incident.additional).toEqual([]);
    expect(night.incident.major).toBeUndefined();
    expect(night.incident.timeline).toContainEqual(
      expect.objectContaining({ kind: 'customer decision', by: 'an', words: 'can wait until tomorrow' }),
    );
  });
});
