import type { SNSEvent } from 'aws-lambda';
import type { Cell } from './cell.ts';
import { type ContactEvent, isContactEvent, operatorAccepts } from './contact-event.ts';
import { receive } from './receive.ts';

/** What people answer: SMS, and operators who accept a task in Amazon Connect. */
export type AnswerEvent = SNSEvent | ContactEvent;

/** Takes in answers. Rejects when one could not be handled: it is tried again, and at last kept for the guardian. */
export async function takeAnswers(cell: Cell, event: AnswerEvent): Promise<void> {
  if (isContactEvent(event)) return operatorAccepts(cell, event);
  for (const record of event.Records) await receive(cell, record.Sns);
}
