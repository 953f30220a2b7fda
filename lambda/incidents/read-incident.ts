import {
  type IncidentItem,
  type IncidentRef,
  incidentIdOf,
  incidentOf,
  UnreadableIncident,
} from '../../aws/table/incident-item.ts';
import type { StrangerCount } from '../../aws/table/stranger-messages.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import type { Entry } from '../../domain/incident/timeline.ts';
import { isCode } from '../../domain/replies/code.ts';
import type { Cell } from '../cell/cell.ts';
import { log } from '../cell/log.ts';

/** An incident's id: its key and the number of its generation. */
const idShape = /^([0-9a-f]{32})-([1-9]\d{0,5})$/;

/** Finds the incident that a person names: by its code, in any case, or by its id. It finds resolved ones as well. */
export async function namedIncident(cell: Cell, name: string): Promise<IncidentItem | undefined> {
  const ref = await refOf(cell, name.trim());
  if (ref === undefined) return undefined;
  const item = await cell.incidents.read(ref.key);
  return item?.generation === ref.generation ? item : cell.history.generation(ref);
}

async function refOf(cell: Cell, name: string): Promise<IncidentRef | undefined> {
  const [, key, generation] = idShape.exec(name.toLowerCase()) ?? [];
  if (key !== undefined) return { key, generation: Number(generation) };
  const code = name.toUpperCase();
  return isCode(code) ? cell.codes.find(code) : undefined;
}

/**
 * The incident of an item, for a list. Returns undefined, and logs it, when the incident cannot be read: the list
 * shows the others all the same.
 */
export function readable(item: IncidentItem): Incident | undefined {
  try {
    return incidentOf(item);
  } catch (error) {
    if (!(error instanceof UnreadableIncident)) throw error;
    log.error('an incident cannot be read', { incidentId: incidentIdOf(item), error });
    return undefined;
  }
}

/** The whole timeline of an incident, oldest first, as people read it. Messages of strangers are one entry. */
export async function wholeTimeline(
  cell: Pick<Cell, 'history' | 'strangers'>,
  ref: IncidentRef,
  incident: Incident,
): Promise<readonly Entry[]> {
  const [timeline, strangers] = await Promise.all([
    cell.history.timeline(ref, incident),
    cell.strangers.read(ref),
  ]);
  if (strangers === undefined) return timeline;
  const entry = entryOf(strangers);
  const later = timeline.findIndex(({ at }) => at > entry.at);
  return later === -1 ? [...timeline, entry] : timeline.toSpliced(later, 0, entry);
}

/** The entry stands at the time of the last message. */
function entryOf({ count, lastAt, number, text }: StrangerCount): Entry {
  return { at: lastAt, kind: 'messages of strangers', count, number, text };
}
