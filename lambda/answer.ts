import type { SNSEvent, SNSMessage } from 'aws-lambda';
import { blindPagesSettleMs } from '../domain/blind-page.ts';
import { parseReply } from '../domain/reply.ts';
import { answerWithoutCodeWithin } from '../domain/reply-target.ts';
import { cell } from './cell.ts';
import { settings } from './environment.ts';
import { receive } from './receive.ts';

const ours = cell(settings());

/** SMS answers, from the topic of the cell's two-way number. What fails is tried again, and at last kept for the guardian. */
export async function handler(event: SNSEvent): Promise<void> {
  for (const { Sns } of event.Records) {
    if (isTriedAgain(Sns) && !(await isKnown(Sns))) {
      await new Promise((resolve) => setTimeout(resolve, blindPagesSettleMs));
    }
    await receive(ours, Sns);
  }
}

/** Lambda tries an asynchronous event again after a minute. */
const triesAreApartMs = 45_000;

function isTriedAgain({ Timestamp }: Pick<SNSMessage, 'Timestamp'>): boolean {
  return ours.now() - Date.parse(Timestamp) > triesAreApartMs;
}

/** Whether the table knows what a message may be about. Where no table worked a moment ago, that may not be stored yet. */
async function isKnown({ Message }: Pick<SNSMessage, 'Message'>): Promise<boolean> {
  const { originationNumber = '', messageBody = '' } = JSON.parse(Message) as Partial<Record<string, string>>;
  const { code } = parseReply(messageBody);
  if (code !== undefined) return (await ours.codes.find(code.toUpperCase())) !== undefined;
  const pages = await ours.pages.since(originationNumber, ours.now() - answerWithoutCodeWithin);
  return pages.length > 0;
}
