import type { SNSEvent } from 'aws-lambda';
import type { FailedEvents } from '../aws/failed-events.ts';
import { accept } from './accept.ts';
import type { Cell } from './cell.ts';
import { readyCodes } from './codes.ts';
import { receive } from './receive.ts';

/**
 * Handles the SMS answers that their function could not handle, against the state of now. That there are any is an
 * incident of our own.
 */
export async function redrive(cell: Cell, failures: FailedEvents | undefined): Promise<void> {
  if (failures === undefined) return;
  const events = await failures.receive();
  if (events.length === 0) return;
  const now = cell.now();
  await accept(cell, readyCodes(cell.codes), {
    source: 'permanence',
    dedupKey: `answers that failed in ${cell.region}`,
    eventId: String(now),
    state: 'firing',
    occurredAt: now,
    summary: `${events.length} SMS answers could not be handled at once in ${cell.region}`,
    service: 'permanence',
    raw: '',
    warnings: [],
  });
  for (const event of events) {
    for (const record of (event.payload as SNSEvent).Records) await receive(cell, record.Sns);
    await failures.remove(event);
  }
}
