import { type BothRegions, wordsOf } from '../../aws/regions/both-regions.ts';
import type { SmsPath } from '../../aws/sms-path.ts';
import type { SmsOutcome } from '../../domain/escalation/outcome.ts';
import { log, masked } from '../cell/log.ts';

/** Sends through the own region and, when it does not take the message, through the other. */
export async function sendByEither(
  paths: BothRegions<SmsPath>,
  to: string,
  text: string,
): Promise<SmsOutcome> {
  const own = await sendBy(paths.own, to, text);
  return own.kind === 'handed over' ? own : sendBy(paths.other, to, text);
}

/** Sends through one region. Never rejects: why it did not take the message is in the outcome. */
export async function sendBy(path: SmsPath, to: string, text: string): Promise<SmsOutcome> {
  try {
    await path.send({ to, text });
    return { kind: 'handed over', region: path.region };
  } catch (error) {
    log.warn('an SMS was not taken', { region: path.region, to: masked(to), error: wordsOf(error) });
    return { kind: 'failed', region: path.region, reason: wordsOf(error) };
  }
}
