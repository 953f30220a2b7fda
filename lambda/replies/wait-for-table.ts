import type { SNSEvent, SNSMessage } from 'aws-lambda';
import { pagesWithoutTableSettleMs } from '../../domain/escalation/without-table.ts';
import { parseReply } from '../../domain/replies/parse.ts';
import { answerWithoutCodeWithin } from '../../domain/replies/target.ts';
import type { Cell } from '../cell/cell.ts';

/**
 * Waits for what was paged without the table to be stored, when an SMS is tried again that the table knows nothing about:
 * where no table worked a moment ago, its incident may be on its way there.
 */
export async function letPagesWithoutTableSettle(cell: Cell, { Records }: SNSEvent): Promise<void> {
  for (const { Sns } of Records) {
    if (!isTriedAgain(cell, Sns) || (await isKnown(cell, Sns))) continue;
    await new Promise((resolve) => setTimeout(resolve, pagesWithoutTableSettleMs));
    return;
  }
}

/** Lambda tries an asynchronous event again after a minute. */
const triesAreApartMs = 45_000;

function isTriedAgain(cell: Cell, { Timestamp }: Pick<SNSMessage, 'Timestamp'>): boolean {
  return cell.now() - Date.parse(Timestamp) > triesAreApartMs;
}

/** Whether the table knows what a message may be about. */
async function isKnown(cell: Cell, { Message }: Pick<SNSMessage, 'Message'>): Promise<boolean> {
  const { originationNumber = '', messageBody = '' } = JSON.parse(Message) as Partial<Record<string, string>>;
  const { code } = parseReply(messageBody);
  if (code !== undefined) return (await cell.codes.find(code.toUpperCase())) !== undefined;
  const pages = await cell.pages.since(originationNumber, cell.now() - answerWithoutCodeWithin);
  return pages.length > 0;
}
