import { beforeEach, describe, expect, test } from '@jest/globals';
import { openTasks } from '../../../domain/contact-center/tasks.ts';
import { opened } from '../an-incident.ts';
import {
  driveNow,
  kinds,
  type Night,
  nightOf,
  operatorReports,
  pages,
  pass,
  says,
} from '../escalation/a-night.ts';

let night: Night;

beforeEach(() => {
  night = nightOf(opened());
  driveNow(night);
});

/** The open tasks of the contact center, in short. */
const tasks = () =>
  openTasks(night.incident).map(({ id, about }) =>
    about.kind === 'confirm' ? `${id} reach ${about.responder}` : id,
  );

/** When the contact center's number was called, in seconds. */
const calls = () =>
  pages(night).flatMap((page) => (page.endsWith('call contact center') ? [Number(page.split(' ')[0])] : []));

const heldBy = () =>
  night.incident.status === 'acknowledged' ? night.incident.acknowledgement?.by : undefined;

describe('a page of the primary', () => {
  test('has the contact center asked, right after it, to reach and confirm that primary', () => {
    expect(tasks()).toEqual(['t1 reach an']);
    expect(night.acts.map(({ decision }) => decision.kind).slice(0, 2)).toEqual(['sms', 'queue']);
  });

  test('calls the contact center at second 60, and again, as long as no operator accepts', () => {
    pass(night, 700);

    expect(calls()).toEqual([60, 360, 660]);
  });

  test('calls the contact center no more once an operator has accepted', () => {
    pass(night, 30);
    operatorReports(night, { kind: 'accepted', task: 't1', by: 'Olga' });
    pass(night, 250);

    expect(calls()).toEqual([]);
  });

  test('calls the contact center again with the ladder when the operator who accepted reports nothing for 300 s', () => {
    operatorReports(night, { kind: 'accepted', task: 't1', by: 'Olga' });
    pass(night, 700);

    expect(calls()).toEqual([360, 660]);
  });

  test('in a later round is to be confirmed again, though the operator did not reach the primary in the first', () => {
    operatorReports(night, { kind: 'next', task: 't1', by: 'Olga' });
    pass(night, 901);
    expect(pages(night)).toContain('600 sms own an');
    says(night, 'an', 'yes');

    expect(tasks()).toEqual(['t1 reach an']);
  });

  test('asks the contact center even when the primary says yes at once', () => {
    pass(night, 5);
    says(night, 'an', 'yes');
    pass(night, 60);

    expect(tasks()).toEqual(['t1 reach an']);
    expect(calls()).toEqual([60]);
  });

  test('asks the contact center no more after a yes, where the policy says so', () => {
    const policy = { ...night.incident.policy, confirmation: 'unlessAnswered' as const };
    night = nightOf(opened({ policy }));
    driveNow(night);
    says(night, 'an', 'yes');

    expect(driveNow(night).kind).toBe('acknowledged');
    expect(tasks()).toEqual([]);
    expect(night.acts.at(-1)?.decision.kind).toBe('withdraw');
  });

  test('that no operator confirms in time moves on to the secondary', () => {
    const policy = { ...night.incident.policy, confirmWithinSeconds: 120 };
    night = nightOf(opened({ policy }));
    pass(night, 121);

    expect(pages(night)).toContain('120 sms own chloe');
  });
});

describe('a yes that no operator confirms', () => {
  beforeEach(() => {
    says(night, 'an', 'yes', { minutes: 60 });
  });

  test('has the contact center called at 300 s, even if an operator accepted, and management asked 300 s later', () => {
    operatorReports(night, { kind: 'accepted', task: 't1', by: 'Olga' });
    pass(night, 599);
    expect(calls()).toEqual([300]);
    expect(pages(night)).not.toContain('600 sms own dirk');

    pass(night, 2);
    expect(pages(night)).toContain('600 sms own dirk');
    expect(heldBy()).toBe('an');
  });

  test('is not late once an operator confirms it', () => {
    operatorReports(night, { kind: 'confirmed', task: 't1', by: 'Olga' });
    pass(night, 700);

    expect(calls()).toEqual([]);
    expect(kinds(night.incident)).not.toContain('contact center late');
    expect(pages(night).filter((page) => page.includes('dirk'))).toEqual([]);
  });
});

describe('an operator', () => {
  test('who confirms acknowledges the incident for a primary who has never answered', () => {
    operatorReports(night, { kind: 'confirmed', task: 't1', by: 'Olga' });
    driveNow(night);

    expect(heldBy()).toBe('an');
    expect(night.incident.timeline).toContainEqual(
      expect.objectContaining({ kind: 'contact center done', outcome: 'confirmed', by: 'Olga' }),
    );
    expect(tasks()).toEqual([]);
  });

  test('who does not reach the primary has the secondary paged at once, and keeps the task until somebody is reached', () => {
    pass(night, 100);
    operatorReports(night, { kind: 'next', task: 't1', by: 'Olga' });
    pass(night, 1);
    expect(pages(night)).toContain('100 sms own chloe');
    expect(tasks()).toEqual(['t1 reach an']);

    says(night, 'chloe', 'yes');
    expect(tasks()).toEqual([]);
  });

  test('who finds the primary asleep after a yes ends the acknowledgement, and has the secondary paged', () => {
    says(night, 'an', 'yes');
    pass(night, 100);
    operatorReports(night, { kind: 'next', task: 't1', by: 'Olga' });
    pass(night, 1);

    expect(heldBy()).toBeUndefined();
    expect(pages(night)).toContain('100 sms own chloe');
    expect(pages(night).filter((page) => page.startsWith('100') && page.includes('an'))).toEqual([]);
    expect(night.told).toContainEqual({ to: 'an', notice: { kind: 'notOnIt', code: 'A7K' } });
  });

  test('who asks for management after a yes leaves the acknowledgement as it is', () => {
    says(night, 'an', 'yes');
    pass(night, 100);
    operatorReports(night, { kind: 'management', task: 't1', by: 'Olga' });
    pass(night, 1);

    const then = pages(night).filter((page) => page.startsWith('100'));
    expect(then).toEqual(['100 sms own dirk']);
    expect(heldBy()).toBe('an');
  });

  test('who does not reach the primary of a critical incident leaves management to be paged as before', () => {
    night = nightOf(opened({ severity: 'critical' }));
    driveNow(night);
    pass(night, 10);
    operatorReports(night, { kind: 'next', task: 't1', by: 'Olga' });
    pass(night, 21);

    expect(pages(night)).toEqual([
      ...['0 sms own an', '0 sms own dirk', '10 sms own chloe'],
      ...['15 sms other dirk', '25 sms other chloe', '30 call dirk'],
    ]);
  });

  test('has management paged while the ladder goes on', () => {
    pass(night, 20);
    operatorReports(night, { kind: 'management', task: 't1', by: 'Olga' });
    pass(night, 46);

    expect(pages(night)).toEqual(
      expect.arrayContaining(['20 sms own dirk', '45 sms other an', '65 sms other dirk']),
    );
  });

  test('who does not reach the secondary either has management paged at once, and the timeline names each', () => {
    pass(night, 100);
    operatorReports(night, { kind: 'next', task: 't1', by: 'Olga', responder: 'an' });
    pass(night, 50);
    operatorReports(night, { kind: 'next', task: 't1', by: 'Olga', responder: 'chloe' });
    pass(night, 1);

    expect(pages(night)).toContain('150 sms own dirk');
    expect(tasks()).toEqual(['t1 reach an']);
    expect(
      night.incident.timeline.flatMap((entry) =>
        entry.kind === 'contact center said' ? [`${entry.outcome} ${entry.responder}`] : [],
      ),
    ).toEqual(['next asked an', 'next asked chloe']);
  });

  test('who reaches the secondary records the secondary, and never the primary', () => {
    pass(night, 100);
    operatorReports(night, { kind: 'next', task: 't1', by: 'Olga', responder: 'an' });
    pass(night, 10);
    operatorReports(night, { kind: 'confirmed', task: 't1', by: 'Olga', responder: 'chloe' });

    expect(heldBy()).toBe('chloe');
    expect(night.incident.tasks[0]?.ended).toMatchObject({ outcome: 'confirmed', responder: 'chloe' });
  });

  test('who names somebody whom the ladder asks no more changes nobody’s turn', () => {
    pass(night, 310);
    operatorReports(night, { kind: 'next', task: 't1', by: 'Olga', responder: 'an' });
    pass(night, 10);

    expect(pages(night)).not.toContain('310 sms own dirk');
  });

  test('who reaches the secondary of a critical incident goes on with the primary', () => {
    night = nightOf(opened({ severity: 'critical' }));
    driveNow(night);
    pass(night, 181);
    operatorReports(night, { kind: 'confirmed', task: 't1', by: 'Olga', responder: 'chloe' });

    expect(heldBy()).toBe('chloe');
    expect(tasks()).toEqual(['t1 reach an']);
  });

  test('hears that the task has ended when another operator was first', () => {
    operatorReports(night, { kind: 'confirmed', task: 't1', by: 'Olga' });
    const second = operatorReports(night, { kind: 'next', task: 't1', by: 'Pieter' });

    expect(second).toMatchObject({ kind: 'ended', task: { ended: { by: 'Olga', outcome: 'confirmed' } } });
    expect(heldBy()).toBe('an');
  });

  test('is asked again when an acknowledgement runs out, and reads whose it was', () => {
    operatorReports(night, { kind: 'confirmed', task: 't1', by: 'Olga' });
    pass(night, 30 * 60 + 1);

    expect(openTasks(night.incident).map(({ about }) => about)).toEqual([
      { kind: 'confirm', responder: 'an', ranOutOf: 'an' },
    ]);
    expect(night.told).toContainEqual({ to: 'an', notice: { kind: 'ackExpired', code: 'A7K' } });
  });
});

describe('a confirmation', () => {
  const saysNo = (who: string) => {
    says(night, who, 'no');
    driveNow(night);
  };

  test('of a critical incident goes on while the primary is silent, whoever else says yes or joins', () => {
    night = nightOf(opened({ severity: 'critical' }));
    driveNow(night);
    says(night, 'dirk', 'yes', { minutes: 60 });
    pass(night, 1);
    says(night, 'chloe', 'yes');
    pass(night, 1);
    expect(tasks()).toEqual(['t1 reach an']);

    pass(night, 400);
    expect(calls()).not.toEqual([]);
    operatorReports(night, { kind: 'confirmed', task: 't1', by: 'Olga' });
    expect(tasks()).toEqual([]);
  });

  test('of a critical incident ends when the primary says no', () => {
    night = nightOf(opened({ severity: 'critical' }));
    driveNow(night);
    says(night, 'dirk', 'yes', { minutes: 60 });
    saysNo('an');
    expect(tasks()).toEqual([]);
  });

  test('goes on when a colleague joins the primary who has acknowledged', () => {
    says(night, 'an', 'yes', { minutes: 60 });
    says(night, 'an', 'boss');
    driveNow(night);
    says(night, 'dirk', 'yes');
    driveNow(night);
    expect(tasks()).toEqual(['t1 reach an']);
  });

  test('ends when another has it and the primary is asked no more', () => {
    says(night, 'an', 'yes', { minutes: 60 });
    driveNow(night);
    says(night, 'chloe', 'yes');
    expect(tasks()).toEqual([]);
  });

  test('ends when the primary says no', () => {
    saysNo('an');
    expect(tasks()).toEqual([]);
  });
});

describe('a task', () => {
  test('that no region queues still has the contact center called', () => {
    night = nightOf(opened());
    night.takesTasks = false;
    pass(night, 61);

    expect(calls()).toEqual([60]);
  });

  test('about an acknowledgement that ran out is a new one, even if the last was never confirmed', () => {
    says(night, 'an', 'yes', { minutes: 15 });
    pass(night, 15 * 60 + 1);

    expect(openTasks(night.incident)).toMatchObject([{ id: 't2', about: { ranOutOf: 'an' } }]);
  });

  test('leaves the queue when the incident is resolved', () => {
    pass(night, 10);
    says(night, 'an', 'done');
    driveNow(night);

    expect(night.acts.at(-1)?.decision).toEqual({ kind: 'withdraw', task: 't1' });
    expect(driveNow(night).kind).toBe('end');
  });
});
