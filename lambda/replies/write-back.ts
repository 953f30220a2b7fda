import type { TextKind } from '../../domain/paging/message-budget.ts';
import type { Cell } from '../cell/cell.ts';
import { log, masked } from '../cell/log.ts';
import { digestOf, sendByEither } from '../channels/sms.ts';

/** A text for somebody who wrote. */
export interface TextBack {
  readonly text: string;
  readonly kind: TextKind;
  /** The id of the message that it answers. */
  readonly cause: string;
}

/**
 * Answers somebody who wrote, unless their number has had its budget of such texts: then a machine writes. Rejects when no
 * region takes the text, so that the message is handled again.
 */
export async function writeBack(
  cell: Cell,
  number: string,
  { text, kind, cause }: TextBack,
): Promise<'sent' | 'not sent'> {
  const digest = digestOf(text);
  const allowance = await cell.texts
    .take(number, { kind, at: cell.now(), digest, cause })
    .catch((error: unknown) => {
      // One text too many is better than a person without an answer.
      log.warn('a text is not counted', { number: masked(number), error });
      return { kind: 'send' } as const;
    });
  if (allowance.kind === 'later') {
    log.warn('a number had its budget of texts; this one is not sent', { number: masked(number), kind });
    return 'not sent';
  }
  const sent = await sendByEither(cell.sms, number, text);
  if (sent.kind === 'failed')
    throw new Error(`no region takes the answer to ${masked(number)}: ${sent.reason}`);
  return 'sent';
}
