import { describe, expect, test } from '@jest/globals';
import { type BoardRow, boardRows } from '../../../domain/contact-center/board.ts';
import { askToConfirm } from '../../../domain/contact-center/confirm-primary.ts';
import { taskAccepted } from '../../../domain/contact-center/task-outcomes.ts';
import { endTasks, withTask } from '../../../domain/contact-center/tasks.ts';
import { withOperatorAsked } from '../../../domain/customers/promises.ts';
import type { Incident } from '../../../domain/incident/incident.ts';
import { minute, second } from '../../../domain/time/instant.ts';
import { called } from '../a-customer.ts';
import { opened, tenPastThree } from '../an-incident.ts';

const now = tenPastThree;

/** The incidents with their ids, as they stand in the table. */
function onTheBoard(...incidents: readonly Incident[]): readonly BoardRow[] {
  const named = incidents.map((incident, index) => ({ incidentId: `i${index}`, incident }));
  return boardRows(named, now);
}

const asked = (responder: string, at = now) => askToConfirm(opened({ now: at }), responder, at);

const whatOf = (rows: readonly BoardRow[]) =>
  rows.map(({ tasks }) => tasks.map(({ incidentId, task }) => `${incidentId} ${task.about.kind}`));

describe('the operators’ board', () => {
  test('has one row for each responder, whatever incidents they are asked about', () => {
    const rows = onTheBoard(asked('an', now - 2 * second), asked('bram', now - second), asked('an', now));

    expect(whatOf(rows)).toEqual([['i0 confirm', 'i2 confirm'], ['i1 confirm']]);
  });

  test('has a row for every other task', () => {
    const look = withTask(opened(), { kind: 'look', why: 'unknown service' }, now);
    const rows = onTheBoard(withTask(look, { kind: 'look', why: 'unreadable' }, now));

    expect(rows).toHaveLength(2);
  });

  test('shows first the row that is due first: by its outcome, else by the call to the number', () => {
    const later = asked('an', now);
    const sooner = asked('bram', now - 2 * minute);
    const soonest = withTask(opened(), { kind: 'look', why: 'unknown service' }, now);
    const rows = onTheBoard(later, sooner, soonest);

    expect(whatOf(rows)).toEqual([['i2 look'], ['i1 confirm'], ['i0 confirm']]);
    expect(rows.map(({ dueAt }) => dueAt)).toEqual([now + 60 * second, now + 3 * minute, now + 5 * minute]);
  });

  test('shows by when a customer must be told, and shows a broken promise as late', () => {
    const promised = opened({ slaTerms: called });
    const [promise] = promised.promises;
    const toTell = withOperatorAsked(promised, promise?.id ?? '', now);
    const row = (at: number) => boardRows([{ incidentId: 'i0', incident: toTell }], at)[0];

    expect(row(now)).toMatchObject({ dueAt: now + 15 * minute, isLate: false });
    expect(row(now + 15 * minute)).toMatchObject({ isLate: true });
  });

  test('shows last an accepted task that has no deadline', () => {
    const look = withTask(opened(), { kind: 'look', why: 'unknown service' }, now);
    const rows = onTheBoard(
      taskAccepted(look, () => true, now, 'Kim'),
      asked('an'),
    );

    expect(whatOf(rows)).toEqual([['i1 confirm'], ['i0 look']]);
    expect(rows[1]?.dueAt).toBeUndefined();
  });

  test('shows a task as late when its time is over, or when nobody accepted it though the number was called', () => {
    const past = asked('an', now - 6 * minute);
    const calledInVain = withTask(opened(), { kind: 'look', why: 'unknown service' }, now);
    const called = { ...calledInVain, tasks: calledInVain.tasks.map((task) => ({ ...task, calls: 1 })) };
    const isLate = (incident: Incident) => onTheBoard(incident).map((row) => row.isLate);

    expect([isLate(past), isLate(called), isLate(asked('an'))]).toEqual([[true], [true], [false]]);
  });

  test('shows no task that has ended', () => {
    const ended = endTasks(asked('an'), () => true, { at: now, outcome: 'confirmed', by: 'Kim' });

    expect(onTheBoard(ended)).toEqual([]);
  });
});
