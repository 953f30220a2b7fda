import { within } from '../../aws/regions/both-regions.ts';
import { type Alarm, ownSource } from '../../domain/alarm/alarm.ts';
import type { Integration } from '../../domain/organization/organization.ts';
import { day24Hours, type Instant, second } from '../../domain/time/instant.ts';
import type { Cell } from '../cell/cell.ts';
import { log } from '../cell/log.ts';
import { accept } from './accept.ts';
import type { ReadyCodes } from './codes.ts';

/** Tells the owners of integrations, by day, that alarms are not written as they should be. */
export interface OwnerWarnings {
  /** Never rejects: the alarm itself is paged all the same. */
  warn(alarm: Alarm, integration: Integration): Promise<void>;
}

/** The answer to an alarm waits at most this long for it. */
const maxWaitMs = second;

/**
 * Opens an incident of severity low about an integration, once a day at most: the event is the same for the whole day. A
 * sender that makes a mistake makes it in each alarm. `told` spares the table the repetitions.
 */
export function ownerWarnings(cell: Cell, codes: ReadyCodes): OwnerWarnings {
  const told = new Map<string, Instant>();
  return {
    async warn({ warnings, unreadable }, integration) {
      const [first] = warnings;
      const today = cell.now() - (cell.now() % day24Hours);
      // An alarm that nobody can read is paged at once, and an operator finds out.
      if (first === undefined || unreadable !== undefined || told.get(integration.name) === today) return;
      const warning = warningOf(integration, first.message, today);
      try {
        // The warning pages nobody without the table: it can come another day.
        await within(maxWaitMs, accept({ ...cell, pagesWithoutTable: undefined }, codes, warning));
        told.set(integration.name, today);
      } catch (error) {
        log.warn('the owner of an integration is not warned', { integration: integration.name, error });
      }
    },
  };
}

function warningOf({ name, owner }: Integration, message: string, today: Instant): Alarm {
  return {
    ...{ source: ownSource, service: 'permanence', dedupKey: `alarms of ${name} with mistakes` },
    ...{ eventId: String(today), occurredAt: today, state: 'firing', severity: 'low', roster: owner },
    summary: `alarms of the integration ${name} have mistakes: ${message}`,
    ...{ raw: '', warnings: [] },
  };
}
