import type { IncidentItem } from '../../aws/table/incident-item.ts';
import type { Cell } from '../cell/cell.ts';
import { fitted } from './fit-item.ts';

/** What shall stand in the table. A caller may put beside it what else it needs of its change. */
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
  /** The item as it stands now, and as it stood before. */
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
  /** What the caller does, for the error when the bound is reached: "an alarm joined it". */
  readonly doing: string;
  /** The item, where the caller has it already: it is not read again before the first write. */
  readonly seen?: IncidentItem;
}

/**
 * Times that a change is made again because another write came first. Those who write an incident are its driver, twice an
 * act, guardians, its alarm and the people who answer: ten writes within the milliseconds of one are a fault, not a crowd.
 */
const maxTries = 10;

/**
 * Reads an incident, changes it, and writes it on the condition that nobody else has written meanwhile; else changes what
 * stands there then. `change` sees each time the item as it is, and may leave it so; what it makes of it is made to fit.
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

/** The item stays as it is, and why. */
export function left<L>(why: L): Left<L> {
  return { kind: 'left', left: why };
}
