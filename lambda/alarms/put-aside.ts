import type { FailedEvent } from '../../aws/failed-events.ts';
import { wordsOf } from '../../aws/regions/both-regions.ts';
import { type Alarm, ownSource } from '../../domain/alarm/alarm.ts';
import type { Cell } from '../cell/cell.ts';
import { log, masked } from '../cell/log.ts';
import { isHopeless } from '../incidents/hopeless.ts';
import { accept } from './accept.ts';
import type { ReadyCodes } from './codes.ts';

/** A message that failed, what it is, and why it failed. */
export interface Failed {
  readonly event: FailedEvent;
  /** As people read it: `SMS answer`. */
  readonly what: string;
  readonly error: unknown;
}

/** Characters of a message that are told and listed. */
const maxContent = 300;

/**
 * Counts a failure. A message that has failed too often is told once, with its content, and put aside. True: it is stored,
 * and the caller may remove it from its queue.
 */
export async function isPutAside(cell: Cell, codes: ReadyCodes, failed: Failed): Promise<boolean> {
  const { event, what, error } = failed;
  if (!(await isHopeless(cell, event))) return false;
  const now = cell.now();
  const content = contentOf(event.payload);
  log.error('a message is put aside: it can never be handled', { id: event.id, what, content, error });
  await cell.failed.putAside({
    ...{ id: event.id, what, region: cell.region, content, error: wordsOf(error), at: now },
  });
  await accept(cell, codes, alarmAbout(event.id, what, content, now));
  return true;
}

function alarmAbout(id: string, what: string, content: string, now: number): Alarm {
  return {
    source: ownSource,
    dedupKey: `put aside ${id}`,
    eventId: id,
    state: 'firing',
    occurredAt: now,
    summary: `${what} put aside, it cannot be handled: ${content}`,
    service: 'permanence',
    raw: '',
    warnings: [],
  };
}

/** What a message says: of an SMS its sender and its text. */
function contentOf(payload: unknown): string {
  const sms = smsIn(payload);
  return (sms ?? JSON.stringify(payload) ?? '').slice(0, maxContent);
}

function smsIn(payload: unknown): string | undefined {
  try {
    const { Records } = payload as {
      readonly Records: readonly { readonly Sns: { readonly Message: string } }[];
    };
    const { originationNumber, messageBody } = JSON.parse(Records[0]?.Sns.Message ?? '{}') as {
      readonly originationNumber?: string;
      readonly messageBody?: string;
    };
    return originationNumber === undefined || messageBody === undefined
      ? undefined
      : `${masked(originationNumber)} "${messageBody}"`;
  } catch {
    return undefined;
  }
}
