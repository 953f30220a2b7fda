import { beforeEach, describe, expect, test } from '@jest/globals';
import { openTasks } from '../../../domain/contact-center/tasks.ts';
import { called, heard, pro, toTellByOperator } from '../a-customer.ts';
import { opened } from '../an-incident.ts';
import {
  driveNow,
  firesAgain,
  type Night,
  nightOf,
  operatorReports,
  pages,
  pass,
  resolveNow,
  says,
  saysSo,
  sleep,
  toldTo,
} from '../escalation/a-night.ts';

let night: Night;

/** Chloe has it for 30 minutes, and writes "opgelost" 5 minutes later by mistake. */
beforeEach(() => {
  night = nightOf(opened({ slaTerms: pro }));
  pass(night, 300);
  says(night, 'chloe', 'yes', { minutes: 30 });
  pass(night, 300);
  says(night, 'chloe', 'done');
  driveNow(night);
  night.told.length = 0;
});

describe('a mistaken end', () => {
  test('is taken back by an undo: the incident is open again with the same responder and time', () => {
    const { until } = night.incident.acknowledgement ?? {};
    sleep(night, 60);

    says(night, 'chloe', 'undo');
    driveNow(night);

    expect(night.incident).toMatchObject({
      status: 'acknowledged',
      acknowledgement: { by: 'chloe', until: (until ?? 0) + 60_000 },
      saidYes: ['chloe'],
    });
    expect(night.told).toContainEqual({
      to: 'chloe',
      notice: expect.objectContaining({ kind: 'endUndone', code: 'A7K' }),
    });
  });

  test('is never told to the customer when it is taken back within two minutes', () => {
    pass(night, 110);
    says(night, 'chloe', 'undo');
    pass(night, 600);

    expect(heard(night)).toEqual(['5 incident']);
  });

  test('can be taken back by somebody else: who has it hears that it is open again', () => {
    sleep(night, 60);
    says(night, 'an', 'undo');
    driveNow(night);

    expect(toldTo(night).toSorted()).toEqual(['an: endUndone', 'chloe: reopened']);
    expect(night.incident.timeline).toContainEqual(
      expect.objectContaining({ kind: 'reopened', by: 'an', path: 'sms' }),
    );
  });

  test('is taken back before everybody who was told of it: also those who sleep hear who has it', () => {
    sleep(night, 60);
    says(night, 'chloe', 'undo');
    driveNow(night);

    const { by, until } = night.incident.acknowledgement ?? {};
    expect(toldTo(night).toSorted()).toEqual(['an: endUndone', 'chloe: endUndone']);
    expect(night.told).toContainEqual({ to: 'an', notice: { kind: 'endUndone', code: 'A7K', by, until } });
  });

  test('that was not told yet is not taken back before others', () => {
    const quick = nightOf(opened());
    pass(quick, 300);
    says(quick, 'chloe', 'yes', { minutes: 30 });
    driveNow(quick);
    quick.told.length = 0;
    says(quick, 'chloe', 'done');

    says(quick, 'chloe', 'undo');
    driveNow(quick);

    expect(toldTo(quick)).toEqual(['chloe: endUndone']);
  });

  test('is not taken back by an undo after 10 minutes, and the sender hears what they can do', () => {
    sleep(night, 600);

    const { resolvedAt: at } = night.incident;
    expect(says(night, 'chloe', 'undo')).toEqual({
      kind: 'unchanged',
      notice: { kind: 'alreadyOver', code: 'A7K', at, canUndo: false },
    });
  });

  test('is taken back by a command at any time', () => {
    sleep(night, 24 * 3600);

    saysSo(night, { kind: 'reopen', by: 'an', path: 'command line', note: 'down again' });

    expect(night.incident).toMatchObject({
      status: 'acknowledged',
      acknowledgement: { by: 'chloe', until: night.now + 25 * 60_000 },
    });
  });

  test('is taken back once: the same message counts once', () => {
    says(night, 'chloe', 'undo', { id: 'sms-9' });
    says(night, 'chloe', 'done');

    expect(says(night, 'chloe', 'undo', { id: 'sms-9' })).toEqual({ kind: 'repeated' });
  });

  test('by its source is taken back too, and the ladder goes on where it was', () => {
    const silent = nightOf(opened());
    pass(silent, 100);
    resolveNow(silent);
    pass(silent, 60);

    says(silent, 'an', 'undo');
    driveNow(silent);

    expect(silent.incident).toMatchObject({ status: 'escalating', ladder: { round: 1, step: 0 } });
    expect(toldTo(silent)).toEqual(['an: over', 'an: endUndone']);
    // She knows that it is open again: she wrote it. The call is still to come.
    pass(silent, 81);
    expect(pages(silent).filter((page) => page.endsWith(' an'))).toEqual([
      '0 sms own an',
      '45 sms other an',
      '90 call an',
      '240 call an',
    ]);
  });

  test('does not count as a firing of the alarm: it is no sign that it flaps', () => {
    for (let times = 0; times < 3; times++) {
      says(night, 'chloe', 'undo');
      says(night, 'chloe', 'done');
    }
    firesAgain(night);

    expect(night.incident.firedAgain).toMatchObject({ times: 1 });
    expect(night.incident.firedAgain?.flaps).toBeUndefined();
  });

  test('is taken back by the operator to whom the customer says that it is not over', () => {
    const told = nightOf(opened({ slaTerms: called }));
    says(told, 'an', 'yes');
    says(told, 'an', 'done');
    pass(told, 121);
    expect(toTellByOperator(told)).toEqual(['solution']);

    const task = openTasks(told.incident).find(({ about }) => about.kind === 'tell customer');
    operatorReports(told, { kind: 'not over', task: task?.id ?? '', by: 'Olga', note: 'still down' });

    expect(told.incident).toMatchObject({ status: 'acknowledged', acknowledgement: { by: 'an' } });
    expect(toTellByOperator(told)).not.toContain('solution');
    expect(told.incident.timeline).toContainEqual(
      expect.objectContaining({ kind: 'reopened', by: 'Olga', path: 'board', note: 'still down' }),
    );
  });

  test('cannot be taken back while it is open: a command says so', () => {
    says(night, 'chloe', 'undo');

    expect(saysSo(night, { kind: 'reopen', by: 'an', path: 'command line' })).toEqual({
      kind: 'unchanged',
      notice: { kind: 'notOver', code: 'A7K' },
    });
  });
});
