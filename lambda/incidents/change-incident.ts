import {
  fieldsOf,
  type IncidentItem,
  type IncidentRef,
  incidentIdOf,
  incidentOf,
} from '../../aws/table/incident-item.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { actTimeoutMs, takeoverGraceMs } from '../../domain/timeouts.ts';
import type { Cell } from '../cell/cell.ts';
import { log } from '../cell/log.ts';

/** Times that a change is applied again because another write came first: a driver makes two for each act. */
const maxTries = 10;

/** What somebody's word makes of an incident. */
export interface Changed {
  readonly kind: 'changed';
  readonly incident: Incident;
}

/** A later generation has taken the incident's place: it is over. */
export interface Gone {
  readonly kind: 'gone';
}

/**
 * Writes what somebody's word makes of an incident, then wakes the execution. No epoch stands in its way: it counts whoever
 * drives, and whether or not anything waits for it. Gives what `change` gives when nothing changes.
 */
export async function changeIncident<Else extends { readonly kind: string }>(
  cell: Cell,
  ref: IncidentRef,
  change: (incident: Incident, now: Instant) => Changed | Else,
): Promise<{ readonly kind: 'written'; readonly item: IncidentItem } | Exclude<Else, Changed> | Gone> {
  for (let tries = 0; tries < maxTries; tries++) {
    const item = await cell.incidents.read(ref.key);
    if (item?.generation !== ref.generation) return { kind: 'gone' };
    const now = cell.now();
    const changed = change(incidentOf(item), now);
    if (!isChanged(changed)) return changed as Exclude<Else, Changed>;
    const outcome = await cell.incidents.replace(item, {
      ...item,
      ...fieldsOf(changed.incident),
      deadline: now,
      lastEventAt: await lastEventAt(cell, item, changed.incident),
    });
    if (outcome.kind === 'replaced') {
      await wake(cell, outcome.item);
      return { kind: 'written', item: outcome.item };
    }
  }
  throw new Error(
    `the incident ${incidentIdOf(ref)} changed ${maxTries} times while somebody's word was applied`,
  );
}

function isChanged(outcome: { readonly kind: string }): outcome is Changed {
  return outcome.kind === 'changed';
}

/** What fired until a person said that it is over is over with it; what fires later opens it again. */
async function lastEventAt(cell: Cell, item: IncidentItem, incident: Incident): Promise<Instant> {
  if (incident.status !== 'resolved' || item.status === 'resolved') return item.lastEventAt;
  return Math.max(item.lastEventAt, (await cell.alarms.lastFiring(item.key)) ?? 0);
}

/**
 * Wakes the execution that waits with an incident after it has changed. Never rejects: the change is stored, its deadline
 * is now, and the guardian takes over from an execution that does not wake.
 */
export async function wake(cell: Cell, { token, ...item }: IncidentItem): Promise<void> {
  if (token === undefined) return;
  await cell.executions.wake(token, { kind: 'decide', revision: item.revision }).catch((error: unknown) => {
    log.warn('an execution could not be woken; the guardian will', { incidentId: incidentIdOf(item), error });
  });
}

/** Whether a driver should have acted by now and has not. */
export function isOverdue({ deadline }: IncidentItem, now: Instant): boolean {
  return deadline !== undefined && deadline + takeoverGraceMs < now;
}

/**
 * The next epoch of an overdue incident, which from now on is the caller's to drive. Undefined when somebody else wrote
 * first.
 */
export async function takeOver(
  cell: Cell,
  item: IncidentItem,
  now: Instant,
): Promise<IncidentItem | undefined> {
  const next: IncidentItem = {
    ...item,
    epoch: item.epoch + 1,
    deadline: now + actTimeoutMs,
    takeovers: item.takeovers + 1,
    token: undefined,
  };
  const outcome = await cell.incidents.replace(item, next);
  return outcome.kind === 'replaced' ? outcome.item : undefined;
}
