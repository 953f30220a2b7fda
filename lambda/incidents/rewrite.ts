import type { IncidentItem } from '../../aws/table/incident-item.ts';
import type { Cell } from '../cell/cell.ts';
import { fitted } from './fit-item.ts';

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
