import { cellOf } from './cell/cell.ts';
import { readSettings } from './cell/environment.ts';
import { withSms } from './cell/sms.ts';
import { isContactEvent } from './replies/contact-event.ts';
import { type AnswerEvent, letPagesWithoutTableSettle, takeAnswers } from './replies/receive.ts';

const settings = readSettings();
const cell = withSms(cellOf(settings), settings);

/**
 * Handles answers: SMS from the topic of the cell's number, and events of Amazon Connect when an operator accepts a
 * task. Lambda tries a failed event again, and at last keeps it for the guardian.
 */
export async function handler(event: AnswerEvent): Promise<void> {
  if (!isContactEvent(event)) await letPagesWithoutTableSettle(cell, event);
  await takeAnswers(cell, event);
}
