import type { FailedEvents } from '../../aws/failed-events.ts';
import { type Alarm, ownSource } from '../../domain/alarm/alarm.ts';
import { pagesWithoutTableSettleMs } from '../../domain/escalation/without-table.ts';
import type { Cell } from '../cell/cell.ts';
import { log } from '../cell/log.ts';
import { accept } from './accept.ts';
import type { ReadyCodes } from './codes.ts';

/** The failed events of an asynchronous function, and what handles them now. */
export interface Redriven {
  readonly events: FailedEvents;
  /** What the events are, as people read it. */
  readonly what: 'answers' | 'alarms' | 'starts';
  /** Fewer failed events are logged only. @default - 1: each opens an incident */
  readonly fewest?: number;
  handle(payload: unknown): Promise<void>;
}

const summaries = {
  answers: (count: number) => `${count} SMS answers could not be handled at once`,
  alarms: (count: number) => `${count} alarms could not be taken in at once`,
  starts: (count: number) => `the guardian failed ${count} times`,
} as const;

/**
 * Handles the failed events of one function again, by the state of now. Permanence opens an incident about itself
 * when there are any. An event that fails again stays in the queue, and does not delay the others.
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

/** The alarm of Permanence about its own failure. */
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
