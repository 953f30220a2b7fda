import { describe, expect, test } from '@jest/globals';
import { advance } from '../../../domain/escalation/advance.ts';
import { whatHappensNext } from '../../../domain/escalation/what-happens-next.ts';
import type { Incident } from '../../../domain/incident/incident.ts';
import { second } from '../../../domain/time/instant.ts';
import { opened, tenPastThree, usualRoster } from '../an-incident.ts';

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

  test('by the ladder is made although a task had it called just before', () => {
    expect(callsToCenter(withTaskCallsAt(40))).toEqual([40, 60]);
  });
});
