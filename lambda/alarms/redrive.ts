import type { FailedEvents } from '../../aws/failed-events.ts';
import { type Alarm, ownSource } from '../../domain/alarm/alarm.ts';
import { pagesWithoutTableSettleMs } from '../../domain/escalation/without-table.ts';
import type { Cell } from '../cell/cell.ts';
import { log } from '../cell/log.ts';
import { accept } from './accept.ts';
import type { ReadyCodes } from './codes.ts';

/** Events that an asynchronous function could not handle, and how they are handled after all. */
export interface Redriven {
  readonly events: FailedEvents;
  /** What they are, as people read it. */
  readonly what: 'answers' | 'alarms' | 'starts';
  /** Fewer at once are worth a line in the log alone. @default - 1: each is an incident */
  readonly fewest?: number;
  handle(payload: unknown): Promise<void>;
}

const summaries = {
  answers: (count: number) => `${count} SMS answers could not be handled at once`,
  alarms: (count: number) => `${count} alarms could not be taken in at once`,
  starts: (count: number) => `the guardian failed ${count} times`,
} as const;

/**
 * Handles the events of one function that it could not handle, against the state of now. That there are any is an
 * incident of our own. One that still cannot be handled stays in the queue, and holds no other one up.
 */
export async function redrive(
  cell: Cell,
  codes: ReadyCodes,
  { events, what, fewest = 1, handle }: Redriven,
): Promise<void> {
  const failed = await events.receive();
  if (failed.length === 0) return;
  log.warn('events are taken up again', { what, count: failed.length });
  if (failed.length >= fewest) await accept(cell, codes, incidentOf(cell, what, failed.length));
  await new Promise((resolve) => setTimeout(resolve, pagesWithoutTableSettleMs));
  const errors: unknown[] = [];
  for (const event of failed) {
    await handle(event.payload)
      .then(() => events.remove(event))
      .catch((error: unknown) => errors.push(error));
  }
  if (errors.length > 0) throw new AggregateError(errors, `${errors.length} ${what} failed again`);
}

/** What is wrong with ourselves, as an alarm. */
function incidentOf({ region, now: clock }: Cell, what: Redriven['what'], count: number): Alarm {
  const now = clock();
  return {
    source: ownSource,
    dedupKey: `${what} that failed in ${region}`,
    eventId: String(now),
    state: 'firing',
    occurredAt: now,
    summary: `${summaries[what](count)} in ${region}`,
    service: 'permanence',
    raw: '',
    warnings: [],
  };
}
