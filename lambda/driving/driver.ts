import {
  type IncidentItem,
  incidentIdOf,
  incidentOf,
  type TaskToken,
} from '../../aws/table/incident-item.ts';
import { decide, isAct, isFor, isWaiting, type Turn, turnOf } from '../../domain/escalation/decide.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import type { Organization } from '../../domain/organization/organization.ts';
import type { Instant } from '../../domain/time/instant.ts';
import {
  actTimeoutMs,
  beginWithinMs,
  callTimeoutMs,
  takeoverGraceMs,
  wakeTimeoutMs,
} from '../../domain/timeouts.ts';
import type { Cell } from '../cell/cell.ts';
import { log } from '../cell/log.ts';
import { barePage } from './bare-page.ts';
import { bringToNow } from './bring-to-now.ts';
import { isPerformed, perform, storeCode } from './perform.ts';
import { type Driver, isStillDriving, record } from './record.ts';

/**
 * One turn of a driver: it claims, does what the domain decides now, and records the result. It returns the next
 * turn; the same turn when the driver has begun to wait in it. The incident decides, not the workflow: when the
 * workflow's turn no longer fits, the driver returns the turn that does.
 */
export async function takeTurn(cell: Cell, driver: Driver, turn: Turn, token?: TaskToken): Promise<Turn> {
  const now = cell.now();
  const deadline = deadlineOf(turn, now, token);
  const { revision } = turn;
  const [claim, { organization }] = await Promise.all([
    cell.incidents.claim({ ...driver, revision, deadline, purpose: purposeOf(turn, token) }),
    cell.organization.read(now),
  ]);
  if (claim.kind === 'lost') return afterLoss(cell, driver, claim.item, organization);

  const { item } = claim;
  if (isAct(turn) && item.begun > maxLostActs) return giveUp(cell, item);
  const stored = incidentOf(item);
  const { incident, isChanged } = bringToNow(stored, organization, now);
  const decision = decide(incident, now, isAct(turn) ? undefined : item.busyUntil);
  if (isWaiting(turn) && isFor(turn, decision) && !isChanged) return turn;

  const mayAct = isAct(turn) && isFor(turn, decision) && cell.now() < now + beginWithinMs;
  const [applied, isCodeStored] = await Promise.all([
    mayAct && isPerformed(decision) ? perform(cell, { item, incident, organization }, decision) : unchanged,
    storeCode(cell, item, stored, now),
  ]);
  const apply = (fresh: Incident) => {
    const after = applied(bringToNow(fresh, organization, now).incident);
    return isCodeStored ? { ...after, isCodeStored } : after;
  };
  return record(cell, driver, item, { apply, isAct: isAct(turn), organization });
}

/** Only the guardian wakes a wait without a token, at its deadline. So that deadline is the end of the wait. */
function deadlineOf(turn: Turn, now: Instant, token: TaskToken | undefined): Instant {
  const isLonger = turn.kind === 'call' || turn.kind === 'contactCenter' || turn.kind === 'customer';
  if (!isWaiting(turn)) return now + (isLonger ? callTimeoutMs : actTimeoutMs);
  return token === undefined ? Math.max(now, turn.until - takeoverGraceMs) : turn.until + wakeTimeoutMs;
}

/**
 * The number of acts in a row of which none was recorded. Each killed its function or made it throw, so the next one
 * would as well.
 */
const maxLostActs = 2;

/** Pages without the incident's own text, which may be what kills the function. The guardian tries again later. */
async function giveUp(cell: Cell, item: IncidentItem): Promise<Turn> {
  await barePage(cell, item);
  return { kind: 'superseded', revision: item.revision };
}

/** Another write came first: a later epoch drives now, or an answer came and the next turn must be decided again. */
function afterLoss(
  cell: Cell,
  driver: Driver,
  item: IncidentItem | undefined,
  organization: Organization,
): Turn {
  if (item === undefined || !isStillDriving(driver, item)) {
    return { kind: 'superseded', revision: item?.revision ?? 0 };
  }
  log.info('the incident has changed since it was decided', { incidentId: incidentIdOf(driver) });
  const now = cell.now();
  const { incident } = bringToNow(incidentOf(item), organization, now);
  return turnOf(decide(incident, now, item.busyUntil), item.revision);
}

function purposeOf(turn: Turn, token: TaskToken | undefined) {
  if (isWaiting(turn)) return { kind: 'wait', token, isProgress: turn.onOther !== true } as const;
  return { kind: isAct(turn) ? 'act' : 'decide' } as const;
}

function unchanged(incident: Incident): Incident {
  return incident;
}

/** What a state of the escalation workflow sends to the step function. */
export interface StepEvent {
  /** The alarm's key. */
  readonly incident: string;
  readonly generation: number;
  readonly epoch: number;
  readonly turn: Turn;
  /** Only a state that waits sends it: the token that wakes it. */
  readonly taskToken?: string;
}

/** Takes the turn of a state. A state that waits is woken at once when there is nothing to wait for any more. */
export async function takeStep(
  cell: Cell,
  { incident, generation, epoch, turn, taskToken }: StepEvent,
): Promise<Turn> {
  const token = taskToken === undefined ? undefined : { region: cell.region, value: taskToken };
  const next = await takeTurn(cell, { key: incident, generation, epoch }, turn, token);
  const hasBegunToWait = next === turn && isWaiting(turn);
  if (token !== undefined && !hasBegunToWait) await cell.executions.wake(token, next);
  return next;
}
