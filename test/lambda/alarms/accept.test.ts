import { describe, expect, test } from '@jest/globals';
import { incidentOf } from '../../../aws/table/incident-item.ts';
import type { Alarm } from '../../../domain/alarm/alarm.ts';
import { blockOf } from '../../../domain/replies/code.ts';
import { minute, second } from '../../../domain/time/instant.ts';
import { accept } from '../../../lambda/alarms/accept.ts';
import { readyCodes } from '../../../lambda/alarms/codes.ts';
import { resolveBySource } from '../../../lambda/alarms/resolve-by-source.ts';
import { applyAnswer } from '../../../lambda/incidents/change-incident.ts';
import { alarmKey } from '../../../sources/raw-event.ts';
import { diskFull, tenPastThree } from '../../domain/an-incident.ts';
import { faulty } from '../faults.ts';
import { inMemoryCell } from '../in-memory-cell.ts';

/** An event of the alarm, so long after its first. */
function event(afterMs: number, change: Partial<Alarm> = {}): Alarm {
  return { ...diskFull, occurredAt: tenPastThree + afterMs, eventId: `event-${afterMs}`, ...change };
}

const key = alarmKey(diskFull);

function anIntake() {
  const clock = { now: tenPastThree };
  const cell = inMemoryCell({ now: () => clock.now });
  const codes = readyCodes(cell.codes);
  const blocks = () =>
    cell.outside.table.all().filter(({ pk, sk }) => pk?.S?.startsWith('codes#') && sk?.S === 'block');
  return { cell, clock, blocks, takes: (alarm: Alarm) => accept(cell, codes, alarm) };
}

describe('an alarm that comes in again', () => {
  test('sixteen times uses up no code', async () => {
    const { takes, blocks } = anIntake();
    const { code } = await takes(diskFull);
    for (let times = 1; times <= 16; times++) await takes(event(times * second));

    const next = await takes({ ...diskFull, dedupKey: 'db-4/disk' });
    expect(blocks()).toHaveLength(1);
    expect(blockOf(next.code ?? '')).toBe(blockOf(code ?? ''));
    expect(next.code).not.toBe(code);
  });

  test('joins its incident, and starts nothing', async () => {
    const { takes, cell } = anIntake();
    const first = await takes(diskFull);

    expect(await takes(event(second))).toEqual(first);
    expect(cell.outside.started).toHaveLength(1);
  });

  test('starts the next driver when the last one is overdue', async () => {
    const { takes, cell, clock } = anIntake();
    await takes(diskFull);
    clock.now += minute;
    await takes(event(minute));

    expect(cell.outside.started.map(({ epoch, turn }) => [epoch, turn.kind])).toEqual([
      [1, 'sms'],
      [2, 'decide'],
    ]);
  });

  test('soon after the resolution reopens the incident, for the next driver', async () => {
    const { takes, cell } = anIntake();
    const { code } = await takes(diskFull);
    await resolveBySource(cell, key, event(second, { state: 'resolved' }));

    expect(await takes(event(2 * second))).toMatchObject({ code, status: 'escalating' });
    expect(await cell.incidents.read(key)).toMatchObject({ generation: 1, epoch: 2 });
  });
});

describe('an alarm that flaps', () => {
  /** It fires, is well again and fires again, the third time after 6 minutes. */
  async function flapping() {
    const intake = anIntake();
    const { takes, clock } = intake;
    await takes(diskFull);
    for (let times = 1; times <= 3; times++) {
      clock.now += minute;
      await takes(event(clock.now - tenPastThree, { state: 'resolved' }));
      clock.now += minute;
      await takes(event(clock.now - tenPastThree));
    }
    return intake;
  }

  test('keeps its incident open when its source says that all is well, and wakes the driver, who waits until it is quiet', async () => {
    const { takes, cell, clock } = await flapping();
    clock.now += minute;
    const { status } = await takes(event(clock.now - tenPastThree, { state: 'resolved' }));

    const item = await cell.incidents.read(key);
    expect(status).toBe('escalating');
    expect(item).toMatchObject({ generation: 1, epoch: 4, deadline: clock.now });
    expect(item && incidentOf(item).firedAgain).toMatchObject({
      times: 3,
      flaps: true,
      wellSince: clock.now,
    });
  });

  test('ends the quiet time when it fires again: it joins, and starts no driver', async () => {
    const { takes, cell, clock } = await flapping();
    clock.now += minute;
    await takes(event(clock.now - tenPastThree, { state: 'resolved' }));
    clock.now += second;
    await takes(event(clock.now - tenPastThree));

    const item = await cell.incidents.read(key);
    expect(item).toMatchObject({ epoch: 4, lastEventAt: clock.now });
    expect(item && incidentOf(item).firedAgain).toMatchObject({ times: 4 });
    expect(item && incidentOf(item).firedAgain?.wellSince).toBeUndefined();
    expect(cell.outside.started.filter(({ epoch }) => epoch === 4)).toHaveLength(1);
  });

  test('is not ended by a "well again" that is older than its last firing', async () => {
    const { takes, cell, clock } = await flapping();
    await takes(event(clock.now - tenPastThree - 1, { state: 'resolved' }));

    const item = await cell.incidents.read(key);
    expect(item && incidentOf(item).firedAgain?.wellSince).toBeUndefined();
  });
});

describe('an incident whose end a person takes back', () => {
  async function ended() {
    const intake = anIntake();
    const { takes, cell } = intake;
    await takes(diskFull);
    await resolveBySource(cell, key, event(second, { state: 'resolved' }));
    const reopen = () =>
      applyAnswer(
        cell,
        { key, generation: 1, code: 'A7K' },
        { kind: 'reopen', by: 'an', path: 'command line', id: 'request-9' },
      );
    return { ...intake, reopen };
  }

  test('is driven on by the next epoch, long after it was stored as over', async () => {
    const { cell, clock, reopen } = await ended();
    const item = await cell.incidents.read(key);
    if (item !== undefined) {
      await cell.incidents.replace(item, { ...item, isArchived: true, deadline: undefined });
    }
    clock.now += 24 * 60 * minute;

    expect(await reopen()).toBeUndefined();
    expect(await cell.incidents.read(key)).toMatchObject({
      ...{ status: 'escalating', generation: 1, epoch: 2, isArchived: false },
      deadline: expect.any(Number),
    });
    expect(cell.outside.started.at(-1)).toMatchObject({ epoch: 2 });
  });

  test('is joined by the next event of its alarm, and ended by a newer "well again"', async () => {
    const { takes, cell, reopen } = await ended();
    await reopen();

    expect(await takes(event(2 * second))).toMatchObject({ status: 'escalating' });
    expect(await cell.incidents.read(key)).toMatchObject({ generation: 1, epoch: 2 });
    expect(await takes(event(3 * second, { state: 'resolved' }))).toMatchObject({ status: 'resolved' });
  });

  test('stays over when a newer incident of its alarm has replaced it', async () => {
    const { takes, clock, cell, reopen } = await ended();
    const item = await cell.incidents.read(key);
    if (item !== undefined) {
      await cell.incidents.replace(item, { ...item, isArchived: true, deadline: undefined });
    }
    clock.now += 20 * minute;
    await takes(event(20 * minute));

    expect(await reopen()).toEqual({ kind: 'alreadyOver', code: 'A7K' });
    expect(await cell.incidents.read(key)).toMatchObject({ generation: 2, status: 'escalating' });
  });
});

describe('an alarm of which no execution can be started', () => {
  test('is stored with a deadline, for the guardian', async () => {
    const cell = inMemoryCell({
      gate: faulty({ of: ({ operation }) => operation === 'start', when: 'before', how: 'fail' }),
    });

    await accept(cell, readyCodes(cell.codes), diskFull);
    expect(await cell.incidents.read(key)).toMatchObject({
      status: 'escalating',
      deadline: expect.any(Number),
    });
  });
});

describe('a write whose answer got lost', () => {
  test('is known again: the alarm opens one incident', async () => {
    const cell = inMemoryCell({
      gate: faulty({ of: ({ operation }) => operation === 'UpdateItem', nth: 1, when: 'after', how: 'fail' }),
    });

    await accept(cell, readyCodes(cell.codes), diskFull);
    expect(await cell.incidents.read(key)).toMatchObject({ generation: 1, revision: 1 });
    expect(cell.outside.started).toHaveLength(1);
  });
});

describe('a source’s `resolved`', () => {
  test('resolves the incident, and people are told within a guardian’s sweep', async () => {
    const { takes, cell, clock } = anIntake();
    await takes(diskFull);
    const item = await resolveBySource(cell, key, event(second, { state: 'resolved' }));

    expect(item).toMatchObject({ status: 'resolved', resolvedAt: clock.now, deadline: clock.now });
  });

  test.each([0, -1])(
    'that is %i ms newer than the last firing does not resolve the incident',
    async (newer) => {
      const { takes, cell } = anIntake();
      await takes(diskFull);
      await takes(event(minute));

      const item = await resolveBySource(cell, key, event(minute + newer, { state: 'resolved' }));
      expect(item?.status).toBe('escalating');
    },
  );

  test('of an alarm that never fired opens nothing', async () => {
    const { takes, cell } = anIntake();

    expect(await takes(event(0, { state: 'resolved' }))).toMatchObject({ incidentId: null });
    expect(await cell.incidents.read(key)).toBeUndefined();
  });
});
