import { describe, expect, test } from '@jest/globals';
import { advance } from '../../../domain/escalation/decide.ts';
import { whatHappensNext } from '../../../domain/escalation/what-happens-next.ts';
import type { Incident } from '../../../domain/incident/incident.ts';
import { second } from '../../../domain/time/instant.ts';
import { pro } from '../a-customer.ts';
import { opened, tenPastThree, usualRoster } from '../an-incident.ts';
import { driveNow, type Night, nightOf, pagesToPeople, pass, says } from './a-night.ts';

const { incident: begun } = advance(opened(), usualRoster, tenPastThree);

/** The seconds at which the contact center's number is called, as far as anybody can know now. */
function callsToCenter(incident: Incident): readonly number[] {
  return whatHappensNext(incident, () => usualRoster)
    .filter(({ kind }) => kind === 'call contact center')
    .map(({ at }) => (at - tenPastThree) / second);
}

/** The same incident, with the calls for its tasks at these seconds. */
function withTaskCallsAt(...seconds: readonly number[]): Incident {
  const [task] = begun.tasks;
  if (task === undefined) throw new Error('the incident has no task');
  const tasks = seconds.map((at, index) => ({
    ...task,
    id: `t${index + 1}`,
    callAt: tenPastThree + at * second,
  }));
  return { ...begun, tasks };
}

describe('a call to the contact center', () => {
  test.each([
    ['at the same moment', [60]],
    ['two seconds later', [62]],
    ['for several tasks', [60, 62, 359]],
  ])('is about all open tasks, so none has it called again soon: %s', (_when, seconds) => {
    expect(callsToCenter(withTaskCallsAt(...seconds))).toEqual([60]);
  });

  test('is made again for a task whose time comes five minutes later', () => {
    expect(callsToCenter(withTaskCallsAt(360))).toEqual([60, 360]);
  });

  test('by the ladder waits for the end of a call that a task had made just before', () => {
    expect(callsToCenter(withTaskCallsAt(40))).toEqual([40, 130]);
  });
});

/** What is listed at a moment, in seconds after the incident was opened: `60 call contact center`. */
function listed(night: Night): readonly string[] {
  return whatHappensNext(night.incident, () => night.onCall).map(
    ({ at, kind, who }) => `${(at - night.incident.openedAt) / second} ${[kind, ...who].join(' ')}`,
  );
}

describe('what happens next', () => {
  test('says when an additional responder is asked again', () => {
    const night = nightOf(opened());
    driveNow(night);
    says(night, 'an', 'yes', { minutes: 60 });
    says(night, 'an', 'boss');
    pass(night, 200);

    expect(listed(night)).toContain('900 asks again dirk');
    const before = pagesToPeople(night).filter((page) => page.endsWith('own dirk')).length;
    pass(night, 700);
    expect(pagesToPeople(night).filter((page) => page.endsWith('own dirk'))).toHaveLength(before + 1);
  });

  test('says that a late task has its number called, and then has management asked', () => {
    const night = nightOf(opened());
    driveNow(night);
    says(night, 'an', 'yes', { minutes: 60 });
    driveNow(night);

    expect(listed(night)).toContain('300 task is late, number called');
    pass(night, 300);
    expect(listed(night)).toContain('600 task is late, management asked');
    pass(night, 300);
    expect(pagesToPeople(night)).toContain('600 sms own dirk');
  });

  test('says who is asked when an acknowledgement runs out', () => {
    const night = nightOf(opened());
    driveNow(night);
    says(night, 'chloe', 'yes', { minutes: 10 });

    expect(listed(night)).toEqual(
      expect.arrayContaining(['600 acknowledgement runs out chloe', '600 asks an']),
    );
  });

  test('lists one call to a phone at a time, and each call once', () => {
    const night = nightOf(opened({ severity: 'critical' }));
    driveNow(night);

    const calls = listed(night).filter((line) => line.includes('call'));
    expect(calls).toEqual([...new Set(calls)]);
    expect(calls.filter((line) => line.includes('contact center'))).toEqual(['60 call contact center']);
  });

  test('does not say that a promise breaks while its SMS is still to go out', () => {
    const night = nightOf(opened({ slaTerms: pro }));
    driveNow(night);

    const ofTheIncident = whatHappensNext(night.incident, () => night.onCall).filter(
      ({ what }) => what === 'incident',
    );
    expect(ofTheIncident.map(({ kind }) => kind)).toEqual(['customer told']);
  });
});
