import { type IncidentItem, incidentIdOf } from '../../aws/table/incident-item.ts';
import type { Turn } from '../../domain/escalation/turn.ts';
import type { Cell } from '../cell/cell.ts';
import { log } from '../cell/log.ts';
import { isOverdue, takeOver } from '../incidents/change-incident.ts';
import { barePage } from './bare-page.ts';
import { takeTurn } from './driver.ts';

/** Turns that the guardian takes one after the other before it lets the incident rest until its next deadline. */
const maxTurns = 20;

/**
 * At the second takeover without progress, the workflow is not trusted with the incident any more; at the third, the turns
 * themselves are not: they may be what stops the guardian.
 */
const distrust = 2;

/**
 * Takes over an incident that nobody has driven in time: starts a fresh execution; when no region starts one, or the last
 * one came to nothing, takes the turns itself; when that fails too, pages with the bare page.
 */
export async function guard(cell: Cell, key: string): Promise<void> {
  const item = await cell.incidents.read(key);
  if (item === undefined || !isOverdue(item, cell.now())) return;
  const taken = await takeOver(cell, item);
  if (taken === undefined) return;
  log.warn('taking over', {
    incidentId: incidentIdOf(taken),
    epoch: taken.epoch,
    takeovers: taken.takeovers,
  });
  if (taken.takeovers < distrust && (await isStarted(cell, taken))) return;
  if (taken.takeovers > distrust) return barePage(cell, taken);
  try {
    await drive(cell, taken);
  } catch (error) {
    log.error('the guardian could not drive', { incidentId: incidentIdOf(taken), error });
    if (taken.takeovers >= distrust) await barePage(cell, taken);
  }
}

async function isStarted(cell: Cell, { key, generation, epoch, revision }: IncidentItem): Promise<boolean> {
  try {
    await cell.executions.start({ key, generation, epoch, turn: { kind: 'decide', revision } });
    return true;
  } catch (error) {
    log.warn('no region starts an execution; the guardian takes the turns', { incident: key, error });
    return false;
  }
}

/** The same turns that the workflow would take, until there is something to wait for. */
async function drive(cell: Cell, { key, generation, epoch, revision }: IncidentItem): Promise<void> {
  let turn: Turn = { kind: 'decide', revision };
  for (let turns = 0; turns < maxTurns; turns++) {
    const next = await takeTurn(cell, { key, generation, epoch }, turn);
    if (next === turn || next.kind === 'end' || next.kind === 'handedOver' || next.kind === 'superseded')
      return;
    turn = next;
  }
}
