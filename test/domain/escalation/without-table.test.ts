import { describe, expect, test } from '@jest/globals';
import type { Alarm } from '../../../domain/alarm/alarm.ts';
import {
  bucketAt,
  carriedOn,
  joinedBy,
  pageWithoutTableFor,
} from '../../../domain/escalation/without-table.ts';
import { type Incident, withEntry } from '../../../domain/incident/incident.ts';
import type { Entry } from '../../../domain/incident/timeline.ts';
import { diskFull, opened, tenPastThree } from '../an-incident.ts';

const key = 'c0ffee00c0ffee00c0ffee00c0ffee00';
const page = (alarm: Alarm = diskFull) => pageWithoutTableFor(key, alarm, 'K7QX', tenPastThree);

/** The longest input that Step Functions accepts, in bytes. */
const inputLimit = 256 * 1024;

describe('what a page without the table carries', () => {
  test('fits into an execution, whatever the source sent and however long the page lasts', () => {
    const nasty = '\u0001'.repeat(256 * 1024);
    const warnings = Array.from({ length: 50 }, () => ({ place: 'severity', message: nasty.slice(0, 200) }));
    const alarm = { ...diskFull, dedupKey: nasty, summary: nasty, service: nasty, raw: nasty, warnings };
    const failed: Entry = {
      ...({ at: tenPastThree, kind: 'page failed', responder: 'an', role: 'primary' } as const),
      ...{ region: 'eu-central-1', reason: 'x'.repeat(500) },
    };
    const long = withEntry(opened({ alarm }), ...Array.from({ length: 1_000 }, () => failed));
    const labels = { owner: nasty };

    const carried = { ...page({ ...alarm, labels }), incident: carriedOn(long) };
    expect(Buffer.byteLength(JSON.stringify(carried))).toBeLessThan(inputLimit);
  });

  test('is the whole event, when the event is small', () => {
    expect(page().alarm).toEqual(diskFull);
  });

  test('includes a warning when an event was cut off', () => {
    const { alarm } = page({ ...diskFull, raw: 'x'.repeat(20_000) });

    expect(alarm.raw).toHaveLength(10_000);
    expect(alarm.warnings).toEqual([expect.objectContaining({ message: expect.stringMatching(/cut off/) })]);
  });

  test('is the first entry and the last ones of a long timeline', () => {
    const ends = Array.from(
      { length: 300 },
      (_, number) => ({ at: number, kind: 'round began', number }) as const,
    );
    const { timeline } = carriedOn(withEntry(opened(), ...ends));

    expect(timeline).toHaveLength(100);
    expect(timeline[0]).toMatchObject({ kind: 'opened' });
    expect(timeline.at(-1)).toMatchObject({ number: 299 });
  });
});

describe('the ten minutes of an execution', () => {
  test('include their start and exclude their end', () => {
    const begin = bucketAt(tenPastThree);

    expect(bucketAt(tenPastThree + 599_999)).toBe(begin);
    expect(bucketAt(tenPastThree + 600_000)).toBe(begin + 1);
  });
});

describe('an incident that another event has opened', () => {
  const paged = (incident: Incident, responder: string): Incident => ({
    ...withEntry(incident, {
      at: tenPastThree,
      kind: 'paged',
      responder,
      role: 'primary',
      region: 'eu-west-2',
    }),
    paged: [responder],
  });
  const withoutTable: Incident = withEntry(
    paged({ ...opened(), code: 'K7QX' }, 'an'),
    ...([{ at: tenPastThree + 20_000, kind: 'stored after all', code: 'K7QX' }] as const),
  );

  test('gets the people whom the page without the table has paged, and they hear how it goes on', () => {
    const joined = joinedBy(opened(), withoutTable);

    expect(joined.paged).toEqual(['an']);
    expect(joined.timeline.map(({ kind }) => kind)).toEqual(['opened', 'paged', 'stored after all']);
    expect(joined.code).toBe('A7K');
  });

  test('gets them once, however often that is tried', () => {
    const joined = joinedBy(opened(), withoutTable);

    expect(joinedBy(joined, withoutTable)).toBe(joined);
  });

  test('and that somebody has acknowledged has those people told', () => {
    const acknowledgement = { by: 'chloe', until: tenPastThree + 1_800_000 };
    const taken: Incident = { ...paged(opened(), 'chloe'), status: 'acknowledged', acknowledgement };

    expect(joinedBy(taken, withoutTable).notices).toEqual([
      { to: 'an', notice: { kind: 'acknowledgedByOther', code: 'A7K', ...acknowledgement } },
    ]);
  });

  test('and that is resolved does not change', () => {
    const over: Incident = { ...opened(), status: 'resolved' };

    expect(joinedBy(over, withoutTable)).toBe(over);
  });
});
