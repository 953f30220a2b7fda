import { fieldsOf, type Head, type IncidentRef, incidentIdOf, incidentOf } from '../../aws/table/head.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { actBudget, takeoverGrace } from '../../domain/timeouts.ts';
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
): Promise<{ readonly kind: 'written'; readonly head: Head } | Exclude<Else, Changed> | Gone> {
  for (let tries = 0; tries < maxTries; tries++) {
    const head = await cell.incidents.read(ref.key);
    if (head?.generation !== ref.generation) return { kind: 'gone' };
    const now = cell.now();
    const changed = change(incidentOf(head), now);
    if (!isChanged(changed)) return changed as Exclude<Else, Changed>;
    const outcome = await cell.incidents.replace(head, {
      ...head,
      ...fieldsOf(changed.incident),
      deadline: now,
      lastEventAt: await lastEventAt(cell, head, changed.incident),
    });
    if (outcome.kind === 'replaced') {
      await wake(cell, outcome.head);
      return { kind: 'written', head: outcome.head };
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
async function lastEventAt(cell: Cell, head: Head, incident: Incident): Promise<Instant> {
  if (incident.status !== 'resolved' || head.status === 'resolved') return head.lastEventAt;
  return Math.max(head.lastEventAt, (await cell.alarms.lastFiring(head.key)) ?? 0);
}

/**
 * Wakes the execution that waits with an incident after it has changed. Never rejects: the change is stored, its deadline
 * is now, and the guardian takes over from an execution that does not wake.
 */
export async function wake(cell: Cell, { token, ...head }: Head): Promise<void> {
  if (token === undefined) return;
  await cell.executions.wake(token, { kind: 'decide', revision: head.revision }).catch((error: unknown) => {
    log.warn('an execution could not be woken; the guardian will', { incidentId: incidentIdOf(head), error });
  });
}

/** Whether a driver should have acted by now and has not. */
export function isOverdue({ deadline }: Head, now: Instant): boolean {
  return deadline !== undefined && deadline + takeoverGrace < now;
}

/**
 * The next epoch of an overdue incident, which from now on is the caller's to drive. Undefined when somebody else wrote
 * first.
 */
export async function takeOver(cell: Cell, head: Head, now: Instant): Promise<Head | undefined> {
  const next: Head = {
    ...head,
    epoch: head.epoch + 1,
    deadline: now + actBudget,
    takeovers: head.takeovers + 1,
    token: undefined,
  };
  const outcome = await cell.incidents.replace(head, next);
  return outcome.kind === 'replaced' ? outcome.head : undefined;
}
