import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { FailedEvent } from '../../../aws/failed-events.ts';
import { incidentOf } from '../../../aws/table/incident-item.ts';
import { readyCodes } from '../../../lambda/alarms/codes.ts';
import { type Redriven, redrive } from '../../../lambda/alarms/redrive.ts';
import { inMemoryCell } from '../in-memory-cell.ts';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

/** A queue with so many failed events, and what became of them. */
async function redriven(count: number, more: Partial<Redriven> & Pick<Redriven, 'what'>) {
  const cell = inMemoryCell();
  const removed: string[] = [];
  const failed = Array.from(
    { length: count },
    (_, index): FailedEvent => ({
      id: `${index}`,
      receipt: `${index}`,
      payload: index,
    }),
  );
  const outcome = redrive(cell, readyCodes(cell.codes), {
    events: { receive: async () => failed, remove: async ({ receipt }) => void removed.push(receipt) },
    handle: async () => undefined,
    ...more,
  }).then(
    () => 'done',
    (error: Error) => error.message,
  );
  await jest.advanceTimersByTimeAsync(60_000);
  const { items } = await cell.openIncidents.read();
  return { removed, outcome: await outcome, opened: items.map((item) => incidentOf(item).summary) };
}

describe('starts of the guardian that failed', () => {
  test('five times in a row are an incident, which says how often and where', async () => {
    const { opened, removed } = await redriven(5, { what: 'starts', fewest: 5 });

    expect(opened).toEqual(['the guardian failed 5 times in eu-central-1']);
    expect(removed).toHaveLength(5);
  });

  test('four times are none, because the next start replaces a failed one', async () => {
    const { opened, removed } = await redriven(4, { what: 'starts', fewest: 5 });

    expect(opened).toEqual([]);
    expect(removed).toHaveLength(4);
  });
});
