import { describe, expect, test } from '@jest/globals';
import { incidentOf } from '../../../aws/table/incident-item.ts';
import type { Alarm } from '../../../domain/alarm/alarm.ts';
import type { Turn } from '../../../domain/escalation/decide.ts';
import { barePageText } from '../../../domain/messages/page-text.ts';
import { minute, second } from '../../../domain/time/instant.ts';
import { accept } from '../../../lambda/alarms/accept.ts';
import { unreservedCodes } from '../../../lambda/alarms/codes.ts';
import type { Cell } from '../../../lambda/cell/cell.ts';
import { takeTurn } from '../../../lambda/driving/driver.ts';
import { guard } from '../../../lambda/driving/guard.ts';
import { applyAnswer } from '../../../lambda/incidents/change-incident.ts';
import { alarmKey } from '../../../sources/raw-event.ts';
import { diskFull, tenPastThree } from '../../domain/an-incident.ts';
import { faulty } from '../faults.ts';
import { type Gate, inMemoryCell, outside } from '../in-memory-cell.ts';

const key = alarmKey(diskFull);

const driver = { key, generation: 1, epoch: 1 };

/** An incident that its alarm has just opened, and cells in which functions run. */
async function aNight() {
  const world = outside();
  const clock = { now: tenPastThree };
  const cellWith = (gate: Gate = faulty(), parts: Partial<Cell> = {}) =>
    inMemoryCell({ outside: world, gate, now: () => clock.now, parts });
  const cell = cellWith();
  const { code } = await accept(cell, unreservedCodes, diskFull);
  const item = async () => {
    const found = await cell.incidents.read(key);
    if (found === undefined) throw new Error('the incident is gone');
    return found;
  };
  const first: Turn = world.started[0]?.turn ?? { kind: 'end', revision: 0 };
  return { world, clock, cell, cellWith, code: code ?? '', item, first };
}

const dies: Gate = faulty({ of: ({ service }) => service === 'sms', when: 'before', how: 'kill' });

/** A function that is killed in the middle of its turn; whatever it could do before it has done. */
async function killed(cell: Cell, turn: Turn): Promise<void> {
  void takeTurn(cell, driver, turn);
  await new Promise((resolve) => setTimeout(resolve, 20));
}

describe('a turn', () => {
  test('sends the page, and waits for an answer on the revision that it wrote', async () => {
    const { world, cell, item, first } = await aNight();
    const next = await takeTurn(cell, driver, first);

    expect(world.sms).toHaveLength(1);
    expect(next.revision).toBe((await item()).revision);
    expect(incidentOf(await item()).timeline.map(({ kind }) => kind)).toContain('paged');
  });

  test('keeps an answer that came during its act, and records the act as well', async () => {
    const { cell, cellWith, code, item, first } = await aNight();
    const given = { kind: 'yes', by: 'an', path: 'sms', id: 'message-1' } as const;
    const interrupted: Gate = async (call, carryOut) => {
      if (call.service === 'sms') await applyAnswer(cell, { ...driver, code }, given);
      return carryOut();
    };
    await takeTurn(cellWith(interrupted), driver, first);

    const kinds = incidentOf(await item()).timeline.map(({ kind }) => kind);
    expect(await item()).toMatchObject({ status: 'acknowledged' });
    expect(kinds.indexOf('acknowledged')).toBeLessThan(kinds.indexOf('paged'));
  });

  test('of an older epoch does nothing, and says that it is superseded', async () => {
    const { world, cell, first } = await aNight();

    expect(await takeTurn(cell, { ...driver, epoch: 0 }, first)).toMatchObject({ kind: 'superseded' });
    expect(world.sms).toEqual([]);
  });

  test('that kills its function is tried twice; the third in a row is the bare page', async () => {
    const { world, clock, cell, cellWith, code, item, first } = await aNight();
    await killed(cellWith(dies), first);
    clock.now += 8 * second;
    await killed(cellWith(dies), { ...first, revision: (await item()).revision });
    clock.now += 8 * second;
    expect(world.sms).toEqual([]);

    await takeTurn(cell, driver, { ...first, revision: (await item()).revision });
    expect(world.sms.map(({ text }) => text)).toContain(barePageText(code));
    expect(await item()).toMatchObject({ deadline: clock.now + 5 * minute });
  });

  test('reads the organization once', async () => {
    const { cellWith, cell, first } = await aNight();
    let reads = 0;
    const organization: Cell['organization'] = {
      ...cell.organization,
      async read(now) {
        reads += 1;
        return cell.organization.read(now);
      },
    };
    await takeTurn(cellWith(faulty(), { organization }), driver, first);

    expect(reads).toBe(1);
  });
});

describe('the end of an incident whose alarm has fired again', () => {
  test('opens it again, for an execution of the next epoch', async () => {
    const { world, clock, cell, item } = await aNight();
    await applyAnswer(
      cell,
      { ...driver, code: 'A7K' },
      { kind: 'done', by: 'an', path: 'sms', id: 'message-1' },
    );
    const again: Alarm = { ...diskFull, occurredAt: tenPastThree + second, eventId: 'again' };
    await cell.alarms.store(key, again, tenPastThree + second);
    await cell.incidents.replace(await item(), { ...(await item()), lastEventAt: tenPastThree });
    const turns = await takenUntilEnd(cell, clock, await item());

    expect(turns.at(-1)).toBe('handedOver');
    expect(await item()).toMatchObject({ status: 'escalating', epoch: 2, lastEventAt: again.occurredAt });
    expect(world.started.map(({ epoch }) => epoch)).toEqual([1, 2]);
  });
});

/** The kinds of the turns that a driver takes until it has nothing more to do. Each wait ends at its time. */
async function takenUntilEnd(
  cell: Cell,
  clock: { now: number },
  { revision }: { readonly revision: number },
): Promise<readonly string[]> {
  const kinds: string[] = [];
  let turn: Turn = { kind: 'decide', revision };
  for (let count = 0; count < 20; count++) {
    turn = await takeTurn(cell, driver, turn);
    kinds.push(turn.kind);
    if (['end', 'handedOver', 'superseded'].includes(turn.kind)) return kinds;
    if ('until' in turn) clock.now = Math.max(clock.now, turn.until);
  }
  return kinds;
}

describe('a guardian', () => {
  test('leaves an incident alone whose driver is in time', async () => {
    const { cell, item } = await aNight();
    await guard(cell, key);

    expect(await item()).toMatchObject({ epoch: 1 });
  });

  test('starts the next driver of one that is overdue', async () => {
    const { world, clock, cell, item } = await aNight();
    clock.now += minute;
    await guard(cell, key);

    expect(await item()).toMatchObject({ epoch: 2, takeovers: 1 });
    expect(world.started.at(-1)).toMatchObject({ epoch: 2, turn: { kind: 'decide' } });
  });

  test('takes the turns itself where no region starts an execution', async () => {
    const { world, clock, cellWith } = await aNight();
    clock.now += minute;
    await guard(
      cellWith(faulty({ of: ({ operation }) => operation === 'start', when: 'before', how: 'fail' })),
      key,
    );

    expect(world.sms[0]?.text).toMatch(/ACME db-3 disk full/);
  });

  test('pages with the bare page what cannot be driven, and lets it rest', async () => {
    const { world, clock, cell, code, item } = await aNight();
    await cell.incidents.replace(await item(), { ...(await item()), body: '{}' });
    for (let sweeps = 0; sweeps < 2; sweeps++) {
      clock.now += minute;
      await guard(cell, key);
    }

    expect(new Set(world.sms.map(({ text }) => text))).toEqual(new Set([barePageText(code)]));
    expect(await item()).toMatchObject({ takeovers: 2, deadline: clock.now + 5 * minute });
  });
});
