import type { SNSEvent } from 'aws-lambda';
import type { FailedEvents } from '../../aws/failed-events.ts';
import type { Cell } from '../cell/cell.ts';
import { log } from '../cell/log.ts';
import { inboundSms } from './inbound-sms.ts';
import { takeAnswers } from './receive.ts';

/**
 * Handles the SMS that reached the other cell's number, when that cell has not handled them. They lie in a queue, which
 * hides each until the other cell has had its time. A message that fails stays there and does not delay the others.
 */
export async function takeAnswersOfOtherCell(cell: Cell, waiting: FailedEvents): Promise<void> {
  const errors: unknown[] = [];
  for (const event of await waiting.receive()) {
    await takeIfUnhandled(cell, event.payload as SNSEvent)
      .then(() => waiting.remove(event))
      .catch((error: unknown) => errors.push(error));
  }
  if (errors.length > 0) throw new AggregateError(errors, `${errors.length} SMS failed here as well`);
}

async function takeIfUnhandled(cell: Cell, { Records }: SNSEvent): Promise<void> {
  for (const { Sns } of Records) {
    const { inboundMessageId } = inboundSms.parse(JSON.parse(Sns.Message));
    if (await cell.handled.has(inboundMessageId)) continue;
    log.warn('an SMS that the other cell has not handled', { id: inboundMessageId });
    await takeAnswers(cell, { Records: [{ Sns }] } as SNSEvent);
  }
}
