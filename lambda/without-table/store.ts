import { NeitherRegionAnswered } from '../../aws/regions/both-regions.ts';
import { fieldsOf, type IncidentItem, incidentOf } from '../../aws/table/incident-item.ts';
import type { IncidentWithoutTable } from '../../domain/escalation/without-table.ts';
import { joinedBy } from '../../domain/escalation/without-table.ts';
import { type Incident, withEntry } from '../../domain/incident/incident.ts';
import { store } from '../alarms/accept.ts';
import { unreservedCodes } from '../alarms/codes.ts';
import type { Cell } from '../cell/cell.ts';
import { log } from '../cell/log.ts';
import { wake } from '../incidents/change-incident.ts';
import { type Left, left, rewrite, type Write } from '../incidents/rewrite.ts';

/**
 * Stores an incident that could not be stored when its alarm came, with what has happened since; or joins the
 * incident that a later event has opened. From then on a normal execution drives it, and answers with its code count.
 * Returns false while neither region writes it, and rejects for any other error.
 */
export async function isStoredAfterAll(
  cell: Cell,
  { key, alarm, code }: IncidentWithoutTable,
  incident: Incident,
): Promise<boolean> {
  try {
    const at = cell.now();
    const late = withEntry(incident, { at, kind: 'stored after all', code });
    const item = await store(cell, unreservedCodes, key, alarm, late);
    await Promise.all([cell.codes.assign(code, item, at), storePages(cell, item, incident)]);
    if (incident.paged.length > 0) await join(cell, item, late);
    return true;
  } catch (error) {
    if (!(error instanceof NeitherRegionAnswered)) throw error;
    log.warn('the table can still not be written', { incident: key, error });
    return false;
  }
}

/** Stores the pages, so that an answer without a code finds the incident. */
async function storePages(cell: Cell, { key, generation }: IncidentItem, incident: Incident): Promise<void> {
  const { organization } = await cell.organization.read(cell.now());
  const stored = incident.paged.map(async (responder) => {
    const [number] = organization.responders[responder]?.numbers ?? [];
    const pagedAt = incident.timeline.findLast(
      (entry) => entry.kind === 'paged' && entry.responder === responder,
    )?.at;
    if (number === undefined || pagedAt === undefined) return;
    await cell.pages.store(number, { key, generation, code: incident.code, pagedAt });
  });
  await Promise.all(stored);
}

/** Adds the people who were paged without the table to the timeline of an incident that another event has opened. */
async function join(cell: Cell, first: IncidentItem, late: Incident): Promise<void> {
  const outcome = await rewrite(
    cell,
    first.key,
    (item): Write | Left<'joined'> => {
      const stored = incidentOf(item);
      const joined = joinedBy(stored, late);
      return joined === stored ? left('joined') : { kind: 'write', next: { ...item, ...fieldsOf(joined) } };
    },
    { doing: 'pages without the table joined it', seen: first },
  );
  if (outcome.kind === 'written') await wake(cell, outcome.item);
}
