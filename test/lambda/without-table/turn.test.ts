import { describe, expect, test } from '@jest/globals';
import {
  bucketAt,
  type PageWithoutTable,
  pageWithoutTableFor,
} from '../../../domain/escalation/without-table.ts';
import { maxCallMs } from '../../../domain/paging/page.ts';
import { type Instant, minute, second } from '../../../domain/time/instant.ts';
import { instanceMemory } from '../../../lambda/without-table/instance-memory.ts';
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
    const next = await turnWithoutTable(cell, first, instanceMemory());

    expect(sent()[0]).toMatch(/^K7QX ACME db-3 disk full 95% 03:10/);
    expect(next).toMatchObject({ kind: 'wait', until: tenPastThree + 10_000, bucket: first.bucket });
  });

  test('that follows goes on where the last one stood', async () => {
    const next = await turnWithoutTable(cellWithoutTable().cell, first, instanceMemory());
    const { cell, sent } = cellWithoutTable({ now: tenPastThree + 10_000 });
    const later = await turnWithoutTable(cell, next, instanceMemory());

    expect(sent()).toEqual([]);
    expect(later.incident?.timeline).toEqual(next.incident?.timeline);
  });

  test('hands over what it carries before its ten minutes are over', async () => {
    const now = tenPastThree + tenMinutes - 5_000;
    const { cell, started } = cellWithoutTable({ now });
    const next = await turnWithoutTable(cell, first, instanceMemory());

    expect(next.kind).toBe('handedOver');
    expect(started).toEqual([
      expect.objectContaining({ kind: 'wait', until: now + 10_000, bucket: first.bucket + 1 }),
    ]);
    expect(started[0]?.incident).toEqual(next.incident);
  });

  test('that comes after its ten minutes pages nobody: the execution of that time does', async () => {
    const now = tenPastThree + 3 * tenMinutes;
    const { cell, sent, started } = cellWithoutTable({ now });

    expect((await turnWithoutTable(cell, first, instanceMemory())).kind).toBe('handedOver');
    expect(sent()).toEqual([]);
    expect(started).toEqual([expect.objectContaining({ until: now, bucket: bucketAt(now) })]);
  });

  test('goes on itself where no region starts another execution', async () => {
    const { cell, sent } = cellWithoutTable({ now: tenPastThree + 3 * tenMinutes, starts: false });

    expect(await turnWithoutTable(cell, first, instanceMemory())).toMatchObject({
      kind: 'wait',
      bucket: first.bucket,
    });
    expect(sent().filter((text) => text.startsWith('K7QX ACME db-3'))).toHaveLength(1);
  });

  test('a day later gives up, and says so', async () => {
    const { cell, sent } = cellWithoutTable({ now: tenPastThree + 24 * 60 * 60 * 1000 });

    expect((await turnWithoutTable(cell, first, instanceMemory())).kind).toBe('givenUp');
    expect(sent()).toEqual([]);
  });

  test('pages nobody for what is held until the morning', async () => {
    const { cell, sent } = cellWithoutTable();
    const next = await turnWithoutTable(
      cell,
      { ...first, alarm: { ...diskFull, severity: 'low' } },
      instanceMemory(),
    );

    expect(next.incident?.status).toBe('held');
    expect(sent()).toEqual([]);
  });

  test('that what it carries makes fail pages with the bare page, and tries again five minutes later', async () => {
    const poisoned = { ...first, incident: JSON.parse('{ "status": "escalating" }') } as PageWithoutTable;
    const { cell, sent } = cellWithoutTable();
    const next = await turnWithoutTable(cell, poisoned, instanceMemory());

    expect(sent().length).toBeGreaterThan(0);
    expect([...new Set(sent())]).toEqual([expect.stringContaining('K7QX')]);
    expect(next).toMatchObject({ kind: 'wait', until: tenPastThree + 300_000 });
  });
});

describe('sixty alarms of one roster without a table', () => {
  test('call one phone at one time, and page as few: the others wait until one of them is over', async () => {
    const { voice, sms, pass } = sixty();
    await pass(5 * minute);

    const an = '+32470000001';
    expect(sms(an).length).toBeLessThanOrEqual(6);
    expect(voice(an).length).toBeGreaterThan(0);
    expect(voice(an).length).toBeLessThanOrEqual(6);
    const starts = voice(an).map(({ at }) => at);
    for (const [place, at] of starts.slice(1).entries()) {
      expect(at - (starts[place] ?? 0)).toBeGreaterThanOrEqual(maxCallMs);
    }
  });

  test('that are critical all page', async () => {
    const { pagedCodes, pass } = sixty('critical');
    await pass(10 * second);

    expect(pagedCodes().size).toBe(60);
  });

  test('page in turn: when those that page are stored, the next ones do', async () => {
    const { pagedCodes, pass, ends } = sixty();
    await pass(30 * second);
    expect(pagedCodes().size).toBe(3);

    ends([...pagedCodes()]);
    await pass(90 * second);
    expect(pagedCodes().size).toBe(6);
  });
});

/** Sixty alarms of one roster, whose executions one instance drives, ten seconds after ten seconds. */
function sixty(severity: 'high' | 'critical' = 'high') {
  const clock = { now: tenPastThree };
  const calls: { readonly to: string; readonly at: Instant }[] = [];
  const voicePath = (region: string) => ({
    region,
    prepare: async () => undefined,
    call: async ({ to }: { readonly to: string }) => {
      calls.push({ to, at: clock.now });
      return { contactId: `${calls.length}` };
    },
  });
  const cell = inMemoryCell({
    now: () => clock.now,
    gate: faulty({ of: ({ service }) => service === 'table', when: 'before', how: 'fail' }),
    parts: {
      voice: { own: voicePath('eu-central-1'), other: voicePath('eu-west-2') },
      pagesWithoutTable: { start: async () => undefined },
    },
  });
  const memory = instanceMemory();
  let pages: PageWithoutTable[] = Array.from({ length: 60 }, (_, index) => {
    const alarm = { ...diskFull, dedupKey: `alarm ${index}`, summary: `alarm ${index}`, severity };
    const code = `K${(index % 8) + 2}${'ABCDEFGH'.charAt(index / 8)}X`;
    return pageWithoutTableFor(`c0ffee${index}`, alarm, code, tenPastThree);
  });
  return {
    sms: (to: string) => cell.outside.sms.filter((each) => each.to === to),
    voice: (to: string) => calls.filter((each) => each.to === to),
    pagedCodes: () =>
      new Set(
        cell.outside.sms.filter(({ to }) => to.startsWith('+32')).map(({ text }) => text.split(' ')[0] ?? ''),
      ),
    ends: (codes: readonly string[]) => {
      pages = pages.filter(({ code }) => !codes.includes(code));
    },
    pass: async (ms: number) => {
      for (const until = clock.now + ms; clock.now < until; clock.now += 10 * second) {
        pages = await Promise.all(
          pages.map((page) => (page.kind === 'wait' ? turnWithoutTable(cell, page, memory) : page)),
        );
      }
    },
  };
}
