import { fieldsOf, type IncidentItem, incidentIdOf, incidentOf } from '../../aws/table/incident-item.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import type { Entry } from '../../domain/incident/timeline.ts';
import type { Cell } from '../cell/cell.ts';
import { log } from '../cell/log.ts';

/** The item to write. A caller may add what else it needs to know about its change. */
export interface Write {
  readonly kind: 'write';
  readonly next: IncidentItem;
}

/** The item stays as it is: `left` says why. */
export interface Left<L> {
  readonly kind: 'left';
  readonly left: L;
}

export type Rewritten<W extends Write, L> =
  /** The item after the write, and before it. */
  | {
      readonly kind: 'written';
      readonly item: IncidentItem;
      readonly before: IncidentItem;
      readonly write: W;
    }
  | Left<L>
  /** There is no incident of this key. */
  | { readonly kind: 'absent' };

/** What is rewritten, and why. */
export interface Rewriting {
  /** What the caller does, for the error when the tries are used up: "an alarm joined it". */
  readonly doing: string;
  /** The item, when the caller has read it already: then it is not read again before the first write. */
  readonly seen?: IncidentItem;
}

/**
 * A change is tried again this often when another write came first. An incident is written by its driver (twice an
 * act), by guardians, by its alarm and by people who answer. Ten other writes during one are a fault.
 */
const maxTries = 10;

/**
 * Reads an incident, changes it, and writes it on the condition that nobody else has written meanwhile. When somebody
 * has, it changes the newer item instead. `change` gets the stored item at each try, and may leave it as it is. The
 * result is made to fit the table.
 */
export async function rewrite<W extends Write, L>(
  cell: Cell,
  key: string,
  change: (item: IncidentItem) => W | Left<L> | Promise<W | Left<L>>,
  { doing, seen }: Rewriting,
): Promise<Rewritten<W, L>> {
  let before = seen ?? (await cell.incidents.read(key));
  for (let tries = 0; tries < maxTries; tries++) {
    if (before === undefined) return { kind: 'absent' };
    const changed = await change(before);
    if (changed.kind === 'left') return changed;
    const next = await fitted(cell, before, changed.next);
    const outcome = await cell.incidents.replace(before, next);
    if (outcome.kind === 'replaced') return { kind: 'written', item: outcome.item, before, write: changed };
    before = outcome.item;
  }
  throw new Error(`the incident ${key} changed ${maxTries} times while ${doing}`);
}

/** Leaves the item as it is, with the reason. */
export function left<L>(why: L): Left<L> {
  return { kind: 'left', left: why };
}

/**
 * The largest size of an incident's text, in bytes. The table accepts items of 400 kB, with control attributes and
 * their names. Source: DynamoDB developer guide, "Service quotas".
 */
export const maxIncidentBytes = 300_000;

/**
 * So many entries of a timeline, or so many bytes of them, become an item of their own. Entries that stay in the
 * incident are written again with each of its changes.
 */
const chunk = { entries: 25, bytes: 50_000 } as const;

/** The longest text in an incident, in characters. The limits are tried in order until the incident fits. */
const textLimits: readonly number[] = [1000, 300, 100];

/**
 * Makes an item fit before it is written. First the older part of the timeline becomes an item of its own, and
 * nothing is lost. Then long texts are cut. No answer, entry, task or promise is dropped. An incident that is still
 * too large is written as it is, as long as the table accepts it, and the log says so.
 */
export async function fitted(cell: Cell, seen: IncidentItem, next: IncidentItem): Promise<IncidentItem> {
  if (next.body === seen.body || next.generation !== seen.generation) return next;
  const moved = await withMovedTimeline(cell, seen, next);
  if (bytesOf(moved.body) <= maxIncidentBytes) return moved;
  const incident = incidentOf(moved);
  for (const limit of textLimits) {
    const cut = { ...moved, ...fieldsOf(withShortTexts(incident, limit)) };
    if (bytesOf(cut.body) <= maxIncidentBytes) {
      log.warn('the texts of an incident are cut: it is too large', {
        incidentId: incidentIdOf(next),
        limit,
      });
      return cut;
    }
  }
  log.error('an incident is too large', { incidentId: incidentIdOf(next), bytes: bytesOf(moved.body) });
  return { ...moved, ...fieldsOf(withShortTexts(incident, textLimits.at(-1) ?? 0)) };
}

/**
 * Moves only entries that are stored. The end of a part depends on its own entries alone. So a second write of the
 * same item, with more entries after it or fewer, changes nothing.
 */
async function withMovedTimeline(cell: Cell, seen: IncidentItem, next: IncidentItem): Promise<IncidentItem> {
  let stored = incidentOf(seen);
  let count = chunkOf(stored.timeline);
  if (count === 0) return next;
  let incident = incidentOf(next);
  if (incident.movedEntries > stored.movedEntries) return next; // it has been made to fit before
  for (; count > 0; count = chunkOf(stored.timeline)) {
    const { timeline } = stored;
    await cell.incidents.moveTimeline(seen, { ...stored, timeline: timeline.slice(0, count) });
    const movedEntries = stored.movedEntries + count;
    stored = { ...stored, timeline: timeline.slice(count), movedEntries };
    incident = { ...incident, timeline: incident.timeline.slice(count), movedEntries };
  }
  return { ...next, ...fieldsOf(incident) };
}

/** The number of entries in the first part of a timeline; 0 while that part is not full. */
function chunkOf(timeline: readonly Entry[]): number {
  let bytes = 0;
  for (const [index, entry] of timeline.entries()) {
    bytes += bytesOf(JSON.stringify(entry));
    if (index + 1 === chunk.entries || bytes >= chunk.bytes) return index + 1;
  }
  return 0;
}

/**
 * Cuts only texts of people and sources. What opened the incident stays, and so do the ids that recognize answers.
 */
function withShortTexts(incident: Incident, limit: number): Incident {
  const { answers, policy, route, ...texts } = incident;
  return { ...shortened(texts, limit), answers, policy, route };
}

function shortened<T>(value: T, limit: number): T {
  const shorten = (_name: string, part: unknown) =>
    typeof part === 'string' && part.length > limit ? `${part.slice(0, limit)}…` : part;
  return JSON.parse(JSON.stringify(value, shorten)) as T;
}

function bytesOf(text: string): number {
  return Buffer.byteLength(text);
}
