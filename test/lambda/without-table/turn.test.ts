import { describe, expect, test } from '@jest/globals';
import {
  bucketAt,
  type PageWithoutTable,
  pageWithoutTableFor,
} from '../../../domain/escalation/without-table.ts';
import type { Instant } from '../../../domain/time/instant.ts';
import { turnWithoutTable } from '../../../lambda/without-table/turn.ts';
import { diskFull, tenPastThree } from '../../domain/an-incident.ts';
import { faulty } from '../faults.ts';
import { inMemoryCell } from '../in-memory-cell.ts';

const key = 'c0ffee00c0ffee00c0ffee00c0ffee00';
const first = pageWithoutTableFor(key, diskFull, 'K7QX', tenPastThree);
const tenMinutes = 600_000;

/** A cell without a table at an instant, whose SMS and executions are seen. */
function cellWithoutTable({ now = tenPastThree, starts = true }: { now?: Instant; starts?: boolean } = {}) {
  const started: PageWithoutTable[] = [];
  const cell = inMemoryCell({
    now: () => now,
    gate: faulty({
      of: ({ service }) => service === 'table',
      when: 'before',
      how: 'fail',
      error: 'no table',
    }),
    parts: {
      pagesWithoutTable: {
        async start(page) {
          if (!starts) throw new Error('no region starts it');
          started.push(page);
        },
      },
    },
  });
  return { cell, sent: () => cell.outside.sms.map(({ text }) => text), started };
}

describe('a turn without the table', () => {
  test('pages, and looks for the table again ten seconds later', async () => {
    const { cell, sent } = cellWithoutTable();
    const next = await turnWithoutTable(cell, first);

    expect(sent()[0]).toMatch(/^K7QX ACME db-3 disk full 95% 03:10/);
    expect(next).toMatchObject({ kind: 'wait', until: tenPastThree + 10_000, bucket: first.bucket });
  });

  test('that follows goes on where the last one stood', async () => {
    const next = await turnWithoutTable(cellWithoutTable().cell, first);
    const { cell, sent } = cellWithoutTable({ now: tenPastThree + 10_000 });
    const later = await turnWithoutTable(cell, next);

    expect(sent()).toEqual([]);
    expect(later.incident?.timeline).toEqual(next.incident?.timeline);
  });

  test('hands over what it carries before its ten minutes are over', async () => {
    const now = tenPastThree + tenMinutes - 5_000;
    const { cell, started } = cellWithoutTable({ now });
    const next = await turnWithoutTable(cell, first);

    expect(next.kind).toBe('handedOver');
    expect(started).toEqual([
      expect.objectContaining({ kind: 'wait', until: now + 10_000, bucket: first.bucket + 1 }),
    ]);
    expect(started[0]?.incident).toEqual(next.incident);
  });

  test('that comes after its ten minutes pages nobody: the execution of that time does', async () => {
    const now = tenPastThree + 3 * tenMinutes;
    const { cell, sent, started } = cellWithoutTable({ now });

    expect((await turnWithoutTable(cell, first)).kind).toBe('handedOver');
    expect(sent()).toEqual([]);
    expect(started).toEqual([expect.objectContaining({ until: now, bucket: bucketAt(now) })]);
  });

  test('goes on itself where no region starts another execution', async () => {
    const { cell, sent } = cellWithoutTable({ now: tenPastThree + 3 * tenMinutes, starts: false });

    expect(await turnWithoutTable(cell, first)).toMatchObject({ kind: 'wait', bucket: first.bucket });
    expect(sent().filter((text) => text.startsWith('K7QX ACME db-3'))).toHaveLength(1);
  });

  test('a day later gives up, and says so', async () => {
    const { cell, sent } = cellWithoutTable({ now: tenPastThree + 24 * 60 * 60 * 1000 });

    expect((await turnWithoutTable(cell, first)).kind).toBe('givenUp');
    expect(sent()).toEqual([]);
  });

  test('pages nobody for what is held until the morning', async () => {
    const { cell, sent } = cellWithoutTable();
    const next = await turnWithoutTable(cell, { ...first, alarm: { ...diskFull, severity: 'low' } });

    expect(next.incident?.status).toBe('held');
    expect(sent()).toEqual([]);
  });

  test('that what it carries makes fail pages with the bare page, and tries again five minutes later', async () => {
    const poisoned = { ...first, incident: JSON.parse('{ "status": "escalating" }') } as PageWithoutTable;
    const { cell, sent } = cellWithoutTable();
    const next = await turnWithoutTable(cell, poisoned);

    expect(sent().length).toBeGreaterThan(0);
    expect([...new Set(sent())]).toEqual([expect.stringContaining('K7QX')]);
    expect(next).toMatchObject({ kind: 'wait', until: tenPastThree + 300_000 });
  });
});
