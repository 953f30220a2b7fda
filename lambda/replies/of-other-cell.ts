import type { SNSEvent } from 'aws-lambda';
import type { FailedEvent, FailedEvents } from '../../aws/failed-events.ts';
import type { Cell } from '../cell/cell.ts';
import { log } from '../cell/log.ts';
import { isHopeless } from '../incidents/hopeless.ts';
import { inboundSms } from './inbound-sms.ts';
import { letPagesWithoutTableSettle, takeAnswers } from './receive.ts';

/**
 * Handles the SMS that reached the other cell's number, when that cell has not handled them. They lie in a queue, which
 * hides each until the other cell has had its time. A message that fails stays there and does not delay the others.
 */
export async function takeAnswersOfOtherCell(cell: Cell, waiting: FailedEvents): Promise<void> {
  const errors: unknown[] = [];
  const events = await waiting.receive();
  await letThemSettle(cell, events);
  for (const event of events) {
    await takeIfUnhandled(cell, event.payload as SNSEvent)
      .then(() => waiting.remove(event))
      .catch(async (error: unknown) => {
        errors.push(error);
        // Its own cell tells of it, and puts it aside.
        if (await isHopeless(cell, event)) await waiting.remove(event);
      });
  }
  if (errors.length > 0) throw new AggregateError(errors, `${errors.length} SMS failed here as well`);
}

/** What no table could store a moment ago may be stored soon: an answer waits for the incident that it names. */
async function letThemSettle(cell: Cell, events: readonly FailedEvent[]): Promise<void> {
  const unhandled: SNSEvent['Records'] = [];
  for (const { payload } of events) {
    for (const record of (payload as SNSEvent).Records) {
      const id = idIn(record.Sns.Message);
      if (id !== undefined && !(await cell.handled.has(id))) unhandled.push(record);
    }
  }
  await letPagesWithoutTableSettle(cell, { Records: unhandled });
}

function idIn(message: string): string | undefined {
  try {
    return inboundSms.parse(JSON.parse(message)).inboundMessageId;
  } catch {
    return undefined; // it fails below, and is counted there
  }
}

async function takeIfUnhandled(cell: Cell, { Records }: SNSEvent): Promise<void> {
  for (const { Sns } of Records) {
    const { inboundMessageId } = inboundSms.parse(JSON.parse(Sns.Message));
    if (await cell.handled.has(inboundMessageId)) continue;
    log.warn('an SMS that the other cell has not handled', { id: inboundMessageId });
    await takeAnswers(cell, { Records: [{ Sns }] } as SNSEvent);
  }
}
