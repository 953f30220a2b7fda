import { ownAlarm } from '../../domain/alarm/alarm.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Cell } from '../cell/cell.ts';
import { log } from '../cell/log.ts';
import { accept } from './accept.ts';
import type { ReadyCodes } from './codes.ts';

/** Failures in a row after which the organization is an incident. One failure may pass with the table's. */
const maxFailures = 2;

/**
 * Keeps the organization in the table and the own region's object in step, each time that it is called. Reading works without
 * it, but an older organization stays in force, so failures in a row are an incident. Never rejects.
 */
export function organizationPublisher(cell: Cell, codes: ReadyCodes, editedAt: Instant): () => Promise<void> {
  let failures = 0;
  return async () => {
    try {
      await cell.organization.publish(editedAt);
      failures = 0;
    } catch (error) {
      log.error('the organization could not be published', { error });
      failures += 1;
      if (failures < maxFailures) return;
      const what = `the organization could not be stored in ${cell.region}: an older one is in force`;
      await accept(cell, codes, ownAlarm(what, cell.now())).catch((failure: unknown) =>
        log.error('nor can that be paged', { error: failure }),
      );
    }
  };
}
