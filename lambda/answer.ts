import type { SNSEvent } from 'aws-lambda';
import { cell } from './cell.ts';
import { settings } from './environment.ts';
import { receive } from './receive.ts';

const ours = cell(settings());

/** SMS answers, from the topic of the cell's two-way number. What fails is tried again, and at last kept for the guardian. */
export async function handler(event: SNSEvent): Promise<void> {
  for (const record of event.Records) await receive(ours, record.Sns);
}
