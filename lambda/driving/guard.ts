import { type IncidentItem, incidentIdOf } from '../../aws/table/incident-item.ts';
import type { Turn } from '../../domain/escalation/decide.ts';
import type { Cell } from '../cell/cell.ts';
import { log } from '../cell/log.ts';
import { isOverdue, takeOver } from '../incidents/change-incident.ts';
import { barePage } from './bare-page.ts';
import { takeTurn } from './driver.ts';

/** The guardian takes at most this many turns in a row. Then the incident waits for its next deadline. */
const maxTurns = 20;

/**
 * At the second takeover without progress the guardian no longer relies on the workflow, and takes the turns itself. At
 * the third it takes no turns either: they may be what kills the guardian.
 */
const distrust = 2;

/**
 * Takes over an overdue incident. It starts a fresh execution. When no region starts one, or the last one made no
 * progress, it takes the turns itself. When that fails too, it sends the bare page.
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

/** Takes the same turns as the workflow would, until there is something to wait for. */
async function drive(cell: Cell, { key, generation, epoch, revision }: IncidentItem): Promise<void> {
  let turn: Turn = { kind: 'decide', revision };
  for (let turns = 0; turns < maxTurns; turns++) {
    const next = await takeTurn(cell, { key, generation, epoch }, turn);
    if (next === turn || next.kind === 'end' || next.kind === 'handedOver' || next.kind === 'superseded')
      return;
    turn = next;
  }
}
