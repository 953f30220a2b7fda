import { letBlindPagesSettle } from './blind-answers.ts';
import { cell } from './cell.ts';
import { isContactEvent } from './contact-event.ts';
import { settings } from './environment.ts';
import { type AnswerEvent, takeAnswers } from './take-answers.ts';

const ours = cell(settings());

/**
 * What people answer: SMS, from the topic of the cell's two-way number, and operators who accept a task, from Amazon
 * Connect. What fails is tried again, and at last kept for the guardian.
 */
export async function handler(event: AnswerEvent): Promise<void> {
  if (!isContactEvent(event)) await letBlindPagesSettle(ours, event);
  await takeAnswers(ours, event);
}
