import type { IncidentRef } from '../../aws/table/incident-item.ts';
import type { StrangerCount } from '../../aws/table/stranger-messages.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import type { Entry } from '../../domain/incident/timeline.ts';
import type { Cell } from '../cell/cell.ts';

/** All that happened to an incident, oldest first, as people are shown it; what strangers wrote is one entry. */
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

/** It stands where the last message came. */
function entryOf({ count, lastAt, number, text }: StrangerCount): Entry {
  return { at: lastAt, kind: 'messages of strangers', count, number, text };
}
