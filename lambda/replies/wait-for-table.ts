import type { SNSEvent, SNSMessage } from 'aws-lambda';
import { pagesWithoutTableSettleMs } from '../../domain/escalation/without-table.ts';
import { parseReply } from '../../domain/replies/parse.ts';
import { answerWithoutCodeWithin } from '../../domain/replies/target.ts';
import type { Cell } from '../cell/cell.ts';

/**
 * Waits until pages without the table may be stored. It does so only when an SMS is tried again and the table knows
 * nothing that it may be about. When no table worked a moment ago, its incident may be stored soon.
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

/** Whether the table knows an incident or a page that a message may be about. */
async function isKnown(cell: Cell, { Message }: Pick<SNSMessage, 'Message'>): Promise<boolean> {
  const { originationNumber = '', messageBody = '' } = JSON.parse(Message) as Partial<Record<string, string>>;
  const { code } = parseReply(messageBody);
  if (code !== undefined) return (await cell.codes.find(code.toUpperCase())) !== undefined;
  const pages = await cell.pages.since(originationNumber, cell.now() - answerWithoutCodeWithin);
  return pages.length > 0;
}
