import { describe, expect, test } from '@jest/globals';
import { called, heard, olgaTells, pro, saysMinutes, toTellByOperator } from '../a-customer.ts';
import { opened } from '../an-incident.ts';
import {
  driveNow,
  kinds,
  type Night,
  nightOf,
  operatorReports,
  pass,
  resolveNow,
  says,
} from '../escalation/a-night.ts';

/** An incident of ACME, a minute or more after it was opened. */
function night(slaTerms = pro, minutes = 0): Night {
  const tonight = nightOf(opened({ slaTerms }));
  pass(tonight, minutes * 60);
  return tonight;
}

/** A responder acknowledges, and renews it before it runs out, for so many minutes. */
function goesOn(tonight: Night, minutes: number): void {
  for (let passed = 0; passed < minutes; passed += 10) {
    says(tonight, 'an', 'yes');
    pass(tonight, 600);
  }
}

describe('an operator', () => {
  test('has a task at once when no SMS to the customer leaves', () => {
    const tonight = night();
    tonight.takesSms = { own: false, other: false };

    pass(tonight, 360);

    expect(toTellByOperator(tonight)).toEqual(['incident']);
    expect(kinds(tonight.incident)).toContain('customer not told');
  });

  test('who tells the customer keeps the promise, with the name of the contact', () => {
    const tonight = night();
    tonight.takesSms = { own: false, other: false };
    pass(tonight, 360);

    olgaTells(tonight, 'incident');

    const promise = tonight.incident.promises.find(({ about }) => about === 'incident');
    expect(promise?.kept).toEqual({ at: tonight.now, by: 'operator', names: ['Joris'] });
    expect(heard(tonight)).toEqual(['6 incident by Olga']);
    expect(tonight.incident.tasks.at(-1)?.ended).toMatchObject({ outcome: 'done', by: 'Olga' });
  });

  test('tells a customer who wants to be called, as soon as somebody has acknowledged', () => {
    const tonight = night(called, 2);
    expect(toTellByOperator(tonight)).toEqual([]);

    says(tonight, 'an', 'yes');
    driveNow(tonight);

    expect(toTellByOperator(tonight)).toEqual(['incident']);
  });

  test('asks for a repair time before the next update is due, and need not when an engineer gives one', () => {
    const tonight = night(pro, 1);
    goesOn(tonight, 50);
    expect(toTellByOperator(tonight)).toEqual(['repair time']);

    saysMinutes(tonight, 'an', 30);
    driveNow(tonight);

    expect(toTellByOperator(tonight)).toEqual([]);
    expect(heard(tonight)).toEqual(['1 incident', '51 repair time until 81']);
  });

  test('has a new task when the repair time to tell has changed', () => {
    const tonight = night(called, 1);
    says(tonight, 'an', 'yes', { minutes: 120 });
    driveNow(tonight);
    olgaTells(tonight, 'incident');
    saysMinutes(tonight, 'an', 30);
    const [before] = tonight.incident.tasks.slice(-1);

    saysMinutes(tonight, 'an', 50);
    const late = operatorReports(tonight, { kind: 'done', task: before?.id ?? '', by: 'Olga', who: 'Joris' });
    olgaTells(tonight, 'repair time');

    expect(late.kind).toBe('ended');
    expect(heard(tonight)).toEqual(['1 incident by Olga', '1 repair time until 51 by Olga']);
  });

  test('has one task as long as the customer knows nothing: it includes the repair time', () => {
    const tonight = night(called, 1);
    says(tonight, 'an', 'yes', { minutes: 120 });
    driveNow(tonight);
    saysMinutes(tonight, 'an', 30);
    driveNow(tonight);

    expect(toTellByOperator(tonight)).toEqual(['incident']);
    olgaTells(tonight, 'incident');
    driveNow(tonight);

    expect(heard(tonight)).toEqual(['1 incident until 31 by Olga']);
    expect(toTellByOperator(tonight)).toEqual([]);
  });

  test('has a next task for a repair time that came while they were speaking', () => {
    const tonight = night(called, 1);
    says(tonight, 'an', 'yes', { minutes: 120 });
    driveNow(tonight);
    const [task] = tonight.incident.tasks.slice(-1);
    const shownAt = tonight.now - 60_000;
    saysMinutes(tonight, 'an', 30);

    operatorReports(tonight, { kind: 'done', task: task?.id ?? '', by: 'Olga', who: 'Joris', shownAt });
    driveNow(tonight);

    expect(heard(tonight)).toEqual(['1 incident by Olga']);
    expect(toTellByOperator(tonight)).toEqual(['repair time']);
  });

  test('is asked again once the expected repair time has passed', () => {
    const tonight = night(pro, 1);
    saysMinutes(tonight, 'an', 90);

    pass(tonight, 89 * 60);
    expect(toTellByOperator(tonight)).toEqual([]);
    pass(tonight, 60);

    expect(toTellByOperator(tonight)).toEqual(['repair time']);
  });

  test('has no task left about an open incident when it is resolved', () => {
    const tonight = night(called, 6);
    expect(toTellByOperator(tonight)).toEqual(['incident']);

    resolveNow(tonight, 'an');
    pass(tonight, 120);

    expect(toTellByOperator(tonight)).toEqual(['solution']);
  });
});
