import {
  fieldsOf,
  type IncidentItem,
  type IncidentRef,
  incidentIdOf,
  incidentOf,
} from '../../aws/table/incident-item.ts';
import { isOverBefore } from '../../domain/alarm/order.ts';
import { decide, type Turn, turnOf } from '../../domain/escalation/decide.ts';
import { reopen } from '../../domain/escalation/reopen.ts';
import { type Incident, withEntry } from '../../domain/incident/incident.ts';
import type { Organization } from '../../domain/organization/organization.ts';
import type { Decision } from '../../domain/paging/timer.ts';
import { figuresOf } from '../../domain/reports/incident-figures.ts';
import { monthOf } from '../../domain/time/calendar-month.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { actTimeoutMs } from '../../domain/timeouts.ts';
import type { Cell } from '../cell/cell.ts';
import { log } from '../cell/log.ts';
import { fitted, left, rewrite } from '../incidents/rewrite.ts';
import { bringToNow } from './bring-to-now.ts';

/** What a driver records after its turn. */
export interface Done {
  /**
   * Adds the result of the act to an incident. It runs again on the newer incident when an answer came in between.
   */
  readonly apply: (incident: Incident) => Incident;
  /** The turn was an act, which kept other drivers from acting until now. */
  readonly isAct: boolean;
  readonly organization: Organization;
}

/** What is written, and what the domain decides about it. */
interface Recorded {
  readonly kind: 'write';
  readonly next: IncidentItem;
  readonly decision: Decision;
}

/** Records what a driver has done, and decides the next turn, for the revision that was written. */
export async function record(cell: Cell, driver: Driver, claimed: IncidentItem, done: Done): Promise<Turn> {
  const outcome = await rewrite(
    cell,
    driver.key,
    async (seen) =>
      isStillDriving(driver, seen) ? recorded(cell, seen, done, claimed.busyUntil) : left(seen.revision),
    { doing: 'a turn was recorded', seen: claimed },
  );
  if (outcome.kind === 'written') return nextTurn(cell, outcome.item, outcome.write.decision);
  return { kind: 'superseded', revision: outcome.kind === 'left' ? outcome.left : 0 };
}

/** `claimedUntil`: the end of the act that this driver claimed, if it did. Another driver's act stays in flight. */
async function recorded(
  cell: Cell,
  seen: IncidentItem,
  { apply, isAct, organization }: Done,
  claimedUntil: Instant | undefined,
): Promise<Recorded> {
  const now = cell.now();
  const isOwnAct = isAct && seen.busyUntil === claimedUntil;
  const busyUntil = isOwnAct ? undefined : seen.busyUntil;
  const before = incidentOf(seen);
  const { incident } = bringToNow(apply(before), organization, now);
  const decision = decide(incident, now, busyUntil);
  const after = counted(incident);
  const hasProgress = incident.timeline.length > before.timeline.length;
  const next: IncidentItem = {
    ...seen,
    ...fieldsOf(after),
    deadline: now + actTimeoutMs,
    busyUntil,
    token: undefined,
    begun: isAct ? 0 : seen.begun,
    takeovers: hasProgress ? 0 : seen.takeovers,
  };
  if (decision.kind === 'handOver') return handedOver(next, after, now);
  if (decision.kind === 'end') return ending(cell, seen, next, after);
  return { kind: 'write', next, decision };
}

/**
 * Before an incident ends, the newest stored alarm is read. If it fired meanwhile, it reopens the incident for the
 * next driver.
 */
async function ending(
  cell: Cell,
  seen: IncidentItem,
  next: IncidentItem,
  incident: Incident,
): Promise<Recorded> {
  const lastFiring = await cell.alarms.lastFiring(next.key);
  const isNews = lastFiring !== undefined && lastFiring > next.lastEventAt;
  if (isNews && !isOverBefore(lastFiring, await cell.alarms.lastResolved(next.key))) {
    const now = cell.now();
    return handedOver({ ...next, lastEventAt: lastFiring }, reopen(incident, incident.summary, now), now);
  }
  const last = await fitted(cell, seen, next);
  await cell.incidents.archive(last);
  await storeFigures(cell, next, incident);
  return {
    kind: 'write',
    next: { ...last, isArchived: true, deadline: undefined, takeovers: 0 },
    decision: { kind: 'end' },
  };
}

/** A fresh execution of the next epoch goes on, because this one is too old, or because the incident was reopened. */
function handedOver(next: IncidentItem, incident: Incident, now: Instant): Recorded {
  const epoch = next.epoch + 1;
  const fresh = withEntry(incident, { at: now, kind: 'handed over', epoch });
  return {
    kind: 'write',
    next: { ...next, ...fieldsOf({ ...fresh, execution: { startedAt: now, turns: 0 } }), epoch },
    decision: { kind: 'handOver' },
  };
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

/** A driver of an incident. Each epoch has one driver. */
export interface Driver extends IncidentRef {
  readonly epoch: number;
}

/** Whether a driver may still act: no later epoch and no later generation has replaced it. */
export function isStillDriving(driver: Driver, item: IncidentItem): boolean {
  return item.generation === driver.generation && item.epoch === driver.epoch;
}

/**
 * Stores the figures of an ending incident for reports, in the month in which it was opened. Never rejects: the
 * incident ends all the same.
 */
export async function storeFigures(cell: Cell, item: IncidentItem, incident: Incident): Promise<void> {
  try {
    const { organization } = await cell.organization.read(cell.now());
    const { timeZone } = organization.company;
    const timeline = await cell.history.timeline(item, incident);
    const month = monthOf(incident.openedAt, timeZone);
    await cell.figures.store(item, month, figuresOf(incident, timeline, timeZone));
  } catch (error) {
    log.warn('an incident that ends is in no report', { incidentId: incidentIdOf(item), error });
  }
}
