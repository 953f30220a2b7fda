import type { IncidentItem, IncidentRef } from '../../aws/table/incident-item.ts';
import { isCode } from '../../domain/replies/code.ts';
import type { Cell } from '../cell/cell.ts';

/** An incident's id: its key and the number of its generation. */
const idShape = /^([0-9a-f]{32})-([1-9]\d{0,5})$/;

/** Finds the incident that a person names: by its code, in capitals or not, or by its id. Also one that is over. */
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
