import type { FailedEvents } from '../../aws/failed-events.ts';
import { type Alarm, ownSource } from '../../domain/alarm/alarm.ts';
import { pagesWithoutTableSettleMs } from '../../domain/escalation/without-table.ts';
import type { Cell } from '../cell/cell.ts';
import { log } from '../cell/log.ts';
import { accept } from './accept.ts';
import type { ReadyCodes } from './codes.ts';
import { type Failed, isPutAside } from './put-aside.ts';

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
 * when there are any. An event that fails again stays in the queue for some tries, and does not delay the others.
 */
export async function redrive(
  cell: Cell,
  codes: ReadyCodes,
  { events, what, fewest = 1, handle }: Redriven,
  settleMs: number = pagesWithoutTableSettleMs,
): Promise<void> {
  const failed = await events.receive();
  if (failed.length === 0) return;
  log.warn('events are taken up again', { what, count: failed.length });
  // A message that fails again opens nothing again.
  const tries = await Promise.all(failed.map(({ id }) => cell.failed.tries(id)));
  const fresh = tries.filter((count) => count === 0).length;
  if (fresh >= fewest) await accept(cell, codes, incidentOf(cell, what, fresh));
  await new Promise((resolve) => setTimeout(resolve, settleMs));
  const errors: unknown[] = [];
  for (const event of failed) {
    const error = await handle(event.payload).then(
      () => undefined,
      (reason: unknown) => ({ reason }),
    );
    const isDone =
      error === undefined || (await isAside(cell, codes, { event, what: oneOf[what], error: error.reason }));
    if (isDone) await events.remove(event);
    else errors.push(error.reason);
  }
  if (errors.length > 0) throw new AggregateError(errors, `${errors.length} ${what} failed again`);
}

const oneOf = { answers: 'SMS answer', alarms: 'Alarm', starts: 'Start of the guardian' } as const;

/** When it cannot be counted, it stays in its queue. */
function isAside(cell: Cell, codes: ReadyCodes, failed: Failed): Promise<boolean> {
  return isPutAside(cell, codes, failed).catch((error: unknown) => {
    log.warn('a failed message is not counted', { id: failed.event.id, error });
    return false;
  });
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
