import { cellOf } from './cell/cell.ts';
import { readSettings } from './cell/environment.ts';
import { withSms } from './cell/sms.ts';
import { isContactEvent } from './replies/contact-event.ts';
import { type AnswerEvent, takeAnswers } from './replies/receive.ts';
import { letPagesWithoutTableSettle } from './replies/wait-for-table.ts';

const settings = readSettings();
const cell = withSms(cellOf(settings), settings);

/**
 * What people answer: SMS, from the topic of the cell's two-way number, and operators who accept a task, from Amazon
 * Connect. What fails is tried again, and at last kept for the guardian.
 */
export async function handler(event: AnswerEvent): Promise<void> {
  if (!isContactEvent(event)) await letPagesWithoutTableSettle(cell, event);
  await takeAnswers(cell, event);
}
