import type { FailedEvents } from '../../aws/failed-events.ts';
import { ownSource } from '../../domain/alarm/alarm.ts';
import { pagesWithoutTableSettleMs } from '../../domain/escalation/without-table.ts';
import type { Cell } from '../cell/cell.ts';
import { accept } from './accept.ts';
import type { ReadyCodes } from './codes.ts';

/** Events that an asynchronous function could not handle, and how they are handled after all. */
export interface Redriven {
  readonly events: FailedEvents;
  /** What they are, as people read it. */
  readonly what: 'answers' | 'alarms';
  handle(payload: unknown): Promise<void>;
}

const summaries = {
  answers: (count: number) => `${count} SMS answers could not be handled at once`,
  alarms: (count: number) => `${count} alarms could not be taken in at once`,
} as const;

/**
 * Handles the events of one function that it could not handle, against the state of now. That there are any is an
 * incident of our own. One that still cannot be handled stays in the queue, and holds no other one up.
 */
export async function redrive(
  cell: Cell,
  codes: ReadyCodes,
  { events, what, handle }: Redriven,
): Promise<void> {
  const failed = await events.receive();
  if (failed.length === 0) return;
  const now = cell.now();
  await accept(cell, codes, {
    source: ownSource,
    dedupKey: `${what} that failed in ${cell.region}`,
    eventId: String(now),
    state: 'firing',
    occurredAt: now,
    summary: `${summaries[what](failed.length)} in ${cell.region}`,
    service: 'permanence',
    raw: '',
    warnings: [],
  });
  await new Promise((resolve) => setTimeout(resolve, pagesWithoutTableSettleMs));
  const errors: unknown[] = [];
  for (const event of failed) {
    await handle(event.payload)
      .then(() => events.remove(event))
      .catch((error: unknown) => errors.push(error));
  }
  if (errors.length > 0) throw new AggregateError(errors, `${errors.length} ${what} failed again`);
}
