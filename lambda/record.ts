import { fieldsOf, type Head, incidentOf } from '../aws/head.ts';
import { actBudget } from '../domain/budgets.ts';
import type { Decision } from '../domain/decision.ts';
import { type Incident, withEntry } from '../domain/incident.ts';
import { reopen } from '../domain/resolution.ts';
import { type Turn, turnOf } from '../domain/turn.ts';
import type { Cell } from './cell.ts';
import { keepFigures } from './keep-figures.ts';
import { log } from './log.ts';
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
export async function record(cell: Cell, driver: Driver, claimed: Head, act: Act): Promise<Turn> {
  let seen = claimed;
  for (let tries = 0; tries < maxTries; tries++) {
    if (!isStillDriving(driver, seen)) return { kind: 'superseded', revision: seen.revision };
    const { next, decision } = await nextHead(cell, seen, { ...act, busyUntil: claimed.busyUntil });
    const outcome = await cell.incidents.replace(seen, next);
    if (outcome.kind === 'replaced') return nextTurn(cell, outcome.head, decision);
    seen = outcome.head;
  }
  throw new Error(`the incident ${driver.key} changed ${maxTries} times while one act was recorded`);
}

/** An act, and until when others were held off for it. */
type ClaimedAct = Act & Pick<Head, 'busyUntil'>;

async function nextHead(
  cell: Cell,
  seen: Head,
  act: ClaimedAct,
): Promise<{ next: Head; decision: Decision }> {
  const now = cell.now();
  const isOwnAct = act.isAct && seen.busyUntil === act.busyUntil;
  const busyUntil = isOwnAct ? undefined : seen.busyUntil;
  const before = incidentOf(seen);
  const { incident, decision } = await look(cell, await act.apply(before), now, busyUntil);
  const moved = await withMovedTimeline(cell, seen, counted(incident));
  const hasProgress = incident.timeline.length > before.timeline.length;
  const next: Head = {
    ...seen,
    ...fieldsOf(moved),
    deadline: now + actBudget,
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
  next: Head,
  incident: Incident,
): Promise<{ next: Head; decision: Decision }> {
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

function handedOver(next: Head, incident: Incident, now: number): Head {
  const epoch = next.epoch + 1;
  const fresh = withEntry(incident, { at: now, kind: 'handed over', epoch });
  return { ...next, ...fieldsOf({ ...fresh, execution: { startedAt: now, turns: 0 } }), epoch };
}

async function nextTurn(cell: Cell, head: Head, decision: Decision): Promise<Turn> {
  if (decision.kind === 'end') return { kind: 'end', revision: head.revision };
  if (decision.kind !== 'handOver') return turnOf(decision, head.revision);
  const turn: Turn = { kind: 'decide', revision: head.revision };
  await cell.executions.start({ ...head, turn }).catch((error: unknown) => {
    log.error('no fresh execution could be started; the guardian will', { incident: head.key, error });
  });
  return { kind: 'handedOver', revision: head.revision };
}

function counted(incident: Incident): Incident {
  return { ...incident, execution: { ...incident.execution, turns: incident.execution.turns + 1 } };
}

/** Only entries that stand in the table are moved, always as many: writing the same item again changes nothing. */
async function withMovedTimeline(cell: Cell, seen: Head, incident: Incident): Promise<Incident> {
  const stored = incidentOf(seen);
  if (stored.timeline.length < maxEntries) return incident;
  const movedEntries = stored.movedEntries + maxEntries;
  await cell.incidents.moveTimeline(seen, { ...stored, timeline: stored.timeline.slice(0, maxEntries) });
  return { ...incident, timeline: incident.timeline.slice(maxEntries), movedEntries };
}
