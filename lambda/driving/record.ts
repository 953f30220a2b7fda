import { fieldsOf, type IncidentItem, incidentIdOf, incidentOf } from '../../aws/table/incident-item.ts';
import { reopen } from '../../domain/escalation/resolve.ts';
import { type Turn, turnOf } from '../../domain/escalation/turn.ts';
import { type Incident, withEntry } from '../../domain/incident/incident.ts';
import type { Decision } from '../../domain/paging/decision.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { actTimeoutMs } from '../../domain/timeouts.ts';
import type { Cell } from '../cell/cell.ts';
import { log } from '../cell/log.ts';
import { keepFigures } from './keep-figures.ts';
import { type Driver, isStillDriving, look } from './look.ts';

/** What a driver has to record after its act. */
export interface Act {
  /** The incident after what became of the act; on a fresh incident again, when an answer came in between. */
  readonly apply: (incident: Incident) => Promise<Incident>;
  /** Others were held off meanwhile; now they need not be. */
  readonly isAct: boolean;
}

/** Answers that may come between one driver's claim and its record: a person sends one, a storm of them is not ours. */
const maxTries = 10;

/** Entries that an incident carries before they become an item of their own: they are written again with each change. */
const maxEntries = 25;

/** Records an act, and decides what is next: the next turn, on the revision that was written. */
export async function record(cell: Cell, driver: Driver, claimed: IncidentItem, act: Act): Promise<Turn> {
  let seen = claimed;
  for (let tries = 0; tries < maxTries; tries++) {
    if (!isStillDriving(driver, seen)) return { kind: 'superseded', revision: seen.revision };
    const { next, decision } = await nextItem(cell, seen, { ...act, busyUntil: claimed.busyUntil });
    const outcome = await cell.incidents.replace(seen, next);
    if (outcome.kind === 'replaced') return nextTurn(cell, outcome.item, decision);
    seen = outcome.item;
  }
  throw new Error(`the incident ${driver.key} changed ${maxTries} times while one act was recorded`);
}

/** An act, and until when others were held off for it. */
type ClaimedAct = Act & Pick<IncidentItem, 'busyUntil'>;

async function nextItem(
  cell: Cell,
  seen: IncidentItem,
  act: ClaimedAct,
): Promise<{ next: IncidentItem; decision: Decision }> {
  const now = cell.now();
  const isOwnAct = act.isAct && seen.busyUntil === act.busyUntil;
  const busyUntil = isOwnAct ? undefined : seen.busyUntil;
  const before = incidentOf(seen);
  const { incident, decision } = await look(cell, await act.apply(before), now, busyUntil);
  const moved = await withMovedTimeline(cell, seen, counted(incident));
  const hasProgress = incident.timeline.length > before.timeline.length;
  const next: IncidentItem = {
    ...seen,
    ...fieldsOf(moved),
    deadline: now + actTimeoutMs,
    busyUntil,
    token: undefined,
    begun: act.isAct ? 0 : seen.begun,
    takeovers: hasProgress ? 0 : seen.takeovers,
  };
  if (decision.kind === 'handOver') return { next: handedOver(next, moved, now), decision };
  if (decision.kind === 'end') return ending(cell, next, moved);
  return { next, decision };
}

/** Before an incident ends, the newest stored alarm is looked up: one that fired meanwhile reopens it. */
async function ending(
  cell: Cell,
  next: IncidentItem,
  incident: Incident,
): Promise<{ next: IncidentItem; decision: Decision }> {
  const lastFiring = await cell.alarms.lastFiring(next.key);
  if (lastFiring !== undefined && lastFiring > next.lastEventAt) {
    const now = cell.now();
    const reopened = reopen(incident, incident.summary, now);
    const { decision } = await look(cell, reopened, now);
    return { next: { ...next, ...fieldsOf(reopened), lastEventAt: lastFiring }, decision };
  }
  await cell.incidents.archive(next);
  await keepFigures(cell, next, incident);
  return {
    next: { ...next, isArchived: true, deadline: undefined, takeovers: 0 },
    decision: { kind: 'end' },
  };
}

function handedOver(next: IncidentItem, incident: Incident, now: number): IncidentItem {
  const epoch = next.epoch + 1;
  const fresh = withEntry(incident, { at: now, kind: 'handed over', epoch });
  return { ...next, ...fieldsOf({ ...fresh, execution: { startedAt: now, turns: 0 } }), epoch };
}

async function nextTurn(cell: Cell, item: IncidentItem, decision: Decision): Promise<Turn> {
  if (decision.kind === 'end') return { kind: 'end', revision: item.revision };
  if (decision.kind !== 'handOver') return turnOf(decision, item.revision);
  const turn: Turn = { kind: 'decide', revision: item.revision };
  await cell.executions.start({ ...item, turn }).catch((error: unknown) => {
    log.error('no fresh execution could be started; the guardian will', { incident: item.key, error });
  });
  return { kind: 'handedOver', revision: item.revision };
}

function counted(incident: Incident): Incident {
  return { ...incident, execution: { ...incident.execution, turns: incident.execution.turns + 1 } };
}

/** Only entries that stand in the table are moved, always as many: writing the same item again changes nothing. */
async function withMovedTimeline(cell: Cell, seen: IncidentItem, incident: Incident): Promise<Incident> {
  const stored = incidentOf(seen);
  if (stored.timeline.length < maxEntries) return incident;
  const movedEntries = stored.movedEntries + maxEntries;
  await cell.incidents.moveTimeline(seen, { ...stored, timeline: stored.timeline.slice(0, maxEntries) });
  return { ...incident, timeline: incident.timeline.slice(maxEntries), movedEntries };
}

/**
 * Notes which incident its code names, if that is not noted yet; false where it could not be. The driver does it rather than
 * the intake, which may die between the incident and its code: nobody reads the code before a driver has sent it.
 */
export async function keepCode(
  cell: Cell,
  item: IncidentItem,
  incident: Incident,
  now: Instant,
): Promise<boolean> {
  if (incident.isCodeKept) return true;
  try {
    await cell.codes.assign(incident.code, item, now);
    return true;
  } catch (error) {
    log.warn('a code is not noted', { incidentId: incidentIdOf(item), error });
    return false;
  }
}
