import type { IncidentItem } from '../../aws/table/incident-item.ts';
import { decide } from '../../domain/escalation/decide.ts';
import {
  bucketAt,
  carriedOn,
  type IncidentWithoutTable,
  maxPageWithoutTableMs,
  type PageWithoutTable,
  storeRetryMs,
} from '../../domain/escalation/without-table.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { beginWithinMs } from '../../domain/timeouts.ts';
import { newIncident } from '../alarms/new-incident.ts';
import type { Cell } from '../cell/cell.ts';
import { log } from '../cell/log.ts';
import { barePage, barePagePauseMs } from '../driving/bare-page.ts';
import { bringToNow } from '../driving/bring-to-now.ts';
import { isPerformed, perform } from '../driving/perform.ts';
import type { InstanceMemory } from './instance-memory.ts';
import { isStoredAfterAll } from './store.ts';

/** One turn performs at most this many acts, as long as each can begin in time. */
const maxActs = 5;

/**
 * One turn of the page without the table. It tries to store the incident, and ends when that works. Otherwise it
 * brings the incident to now, and performs what is due. An execution acts only in the ten minutes of its name, and
 * hands over to the execution of the next ten.
 */
export async function turnWithoutTable(
  cell: Cell,
  page: PageWithoutTable,
  memory: InstanceMemory,
): Promise<PageWithoutTable> {
  try {
    return await turn(cell, page, memory);
  } catch (error) {
    log.error('a turn without the table failed; paging with the bare page', { incident: page.key, error });
    await barePage(cell, itemOf(page)).catch((failure: unknown) => {
      log.error('the bare page is not sent, or its incident not found', {
        incident: page.key,
        error: failure,
      });
    });
    return goOn(cell, page, cell.now() + barePagePauseMs);
  }
}

async function turn(cell: Cell, page: PageWithoutTable, memory: InstanceMemory): Promise<PageWithoutTable> {
  const incident = page.incident ?? (await firstSeen(cell, page));
  if (await isStoredAfterAll(cell, page, incident)) return { ...page, kind: 'stored' };
  const now = cell.now();
  if (now - page.since >= maxPageWithoutTableMs) return { ...page, kind: 'givenUp' };
  const seen = { ...page, incident };
  const late = bucketAt(now) > page.bucket ? await goOn(cell, seen, now) : undefined;
  if (late?.kind === 'handedOver') return late;

  if (memory.isFolded(page.key, incident.route, now)) {
    log.warn('an incident waits without a table: others page its roster', { incident: page.key });
    return goOn(cell, seen, now + storeRetryMs);
  }
  const acted = await act(withoutStores(cell, memory), page, incident);
  const entries = acted.incident.timeline.slice(incident.timeline.length);
  if (entries.length > 0) log.info('paged without the table', { incident: page.key, entries });
  const until = Math.min(acted.until, cell.now() + storeRetryMs);
  return goOn(cell, { ...page, incident: carriedOn(acted.incident) }, until);
}

function firstSeen(cell: Cell, { alarm, code, since }: IncidentWithoutTable): Promise<Incident> {
  return newIncident(cell, { draw: async () => code }, alarm, since);
}

/** Performs what is due now. Returns the incident, and the time until which there is nothing more to do. */
async function act(
  cell: Cell,
  page: IncidentWithoutTable,
  incident: Incident,
): Promise<{ readonly incident: Incident; readonly until: Instant }> {
  const from = cell.now();
  const { organization } = await cell.organization.read(from);
  let current = incident;
  for (let acts = 0; acts < maxActs; acts++) {
    const now = cell.now();
    const { incident: seen } = bringToNow(current, organization, now);
    const decision = decide(seen, now);
    if ('until' in decision) return { incident: seen, until: decision.until };
    if (!isPerformed(decision)) return { incident: seen, until: now + storeRetryMs };
    if (acts > 0 && now > from + beginWithinMs) return { incident: seen, until: now };
    const performing = { item: itemOf(page), incident: seen, organization };
    const applied = await perform(cell, performing, decision);
    current = applied(seen);
  }
  return { incident: current, until: cell.now() };
}

/** Waits on in this execution, or in the next one when its ten minutes end before that. */
async function goOn(cell: Cell, seen: IncidentWithoutTable, until: Instant): Promise<PageWithoutTable> {
  const next: PageWithoutTable = { ...seen, kind: 'wait', until };
  const bucket = bucketAt(until);
  if (bucket <= seen.bucket || cell.pagesWithoutTable === undefined) return next;
  try {
    await cell.pagesWithoutTable.start({ ...next, bucket });
    return { ...seen, kind: 'handedOver' };
  } catch (error) {
    log.warn('no fresh execution could be started; this one goes on', { incident: seen.key, error });
    return next;
  }
}

/**
 * Replaces the stores that a page writes to, by the memory of the instance where it needs one. Nobody could read them, and
 * waiting for the table would delay the next page.
 */
function withoutStores(cell: Cell, memory: InstanceMemory): Cell {
  return {
    ...cell,
    pages: {
      store: async () => undefined,
      between: () => Promise.reject(new Error('no table: a page teaches its code')),
    },
    held: { ...cell.held, latest: async () => [] },
    lines: { ...cell.lines, take: async (phone, call, times) => memory.takeLine(phone, call, times) },
    texts: { take: async (phone, next) => memory.takeText(phone, next) },
  };
}

/**
 * Stands for the item that could not be written. Its generation is unknown, so the instant takes its place. It keeps
 * these calls apart from those of another day, because Amazon Connect takes the same name for the same call.
 */
function itemOf({ key, code, since }: IncidentWithoutTable): IncidentItem {
  return {
    ...{ key, code, generation: since, epoch: 0, revision: 0, status: 'escalating', lastEventAt: since },
    ...{ takeovers: 0, begun: 0, isArchived: false, body: '' },
  };
}
