import {
  fieldsOf,
  type IncidentItem,
  type IncidentRef,
  incidentIdOf,
  incidentOf,
} from '../../aws/table/incident-item.ts';
import { type Answer, answer } from '../../domain/answers/answer.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import type { Notice } from '../../domain/incident/notice.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { actTimeoutMs, takeoverGraceMs } from '../../domain/timeouts.ts';
import type { Cell } from '../cell/cell.ts';
import { log } from '../cell/log.ts';
import { type Left, left, rewrite, type Write } from './rewrite.ts';
import { reopenedItem, startDriver } from './start-driver.ts';

/** The incident after a person's word. */
export interface Changed {
  readonly kind: 'changed';
  readonly incident: Incident;
}

/** A later generation has replaced the incident: it is over. */
export interface Gone {
  readonly kind: 'gone';
}

/**
 * Writes what a person's word changes in an incident, then wakes the execution. It needs no epoch: the word counts
 * whoever drives, and whether or not an execution waits. Returns the result of `change` when nothing changes.
 */
export async function changeIncident<Else extends { readonly kind: string }>(
  cell: Cell,
  ref: IncidentRef,
  change: (incident: Incident, now: Instant) => Changed | Else,
): Promise<{ readonly kind: 'written'; readonly item: IncidentItem } | Exclude<Else, Changed> | Gone> {
  const gone: Gone = { kind: 'gone' };
  const outcome = await rewrite(
    cell,
    ref.key,
    async (item): Promise<Write | Left<Exclude<Else, Changed> | Gone>> => {
      if (item.generation !== ref.generation) return left(gone);
      const now = cell.now();
      const seen = incidentOf(item);
      const changed = change(seen, now);
      if (!isChanged(changed)) return left(changed as Exclude<Else, Changed>);
      const { incident } = changed;
      await storeHeld(cell, ref, seen, incident, now);
      if (isReopened(item, incident)) return { kind: 'write', next: reopenedItem(item, incident, now) };
      const lastEventAt = await lastEventOf(cell, item, incident);
      return { kind: 'write', next: { ...item, ...fieldsOf(incident), deadline: now, lastEventAt } };
    },
    { doing: 'somebody’s word was applied' },
  );
  if (outcome.kind === 'absent') return gone;
  if (outcome.kind === 'left') return outcome.left;
  const { item, before } = outcome;
  await (isReopened(before, item)
    ? Promise.all([startDriver(cell, item), wake(cell, { ...item, token: before.token })])
    : wake(cell, item));
  return { kind: 'written', item };
}

/** Whether a change opens again what was over. The next epoch's driver goes on with it. */
function isReopened(before: Pick<IncidentItem, 'status'>, after: Pick<IncidentItem, 'status'>): boolean {
  return before.status === 'resolved' && after.status !== 'resolved';
}

/**
 * Stores who has the incident from now on, before it is written: a word without a code finds it by that, and the incident
 * says whether it is true. Never rejects: with its code, an answer counts in any case.
 */
async function storeHeld(cell: Cell, ref: IncidentRef, before: Incident, after: Incident, now: Instant) {
  const fresh = after.saidYes.filter((responder) => !before.saidYes.includes(responder));
  const held = { key: ref.key, generation: ref.generation, code: after.code, at: now };
  await Promise.all(fresh.map((responder) => cell.held.store(responder, held))).catch((error: unknown) =>
    log.warn('who has an incident is not stored', { incidentId: incidentIdOf(ref), error }),
  );
}

function isChanged(outcome: { readonly kind: string }): outcome is Changed {
  return outcome.kind === 'changed';
}

/** A person who resolves the incident resolves all that has fired until then. A later firing reopens it. */
async function lastEventOf(cell: Cell, item: IncidentItem, incident: Incident): Promise<Instant> {
  if (incident.status !== 'resolved' || item.status === 'resolved') return item.lastEventAt;
  return Math.max(item.lastEventAt, (await cell.alarms.lastFiring(item.key)) ?? 0);
}

/**
 * Wakes the execution that waits with an incident after a change. Never rejects: the change is stored and its
 * deadline is now, so the guardian takes over when the execution does not wake.
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
 * Raises the epoch of an overdue incident, which the caller drives from now on. Returns undefined when it is not
 * overdue.
 */
export async function takeOver(cell: Cell, item: IncidentItem): Promise<IncidentItem | undefined> {
  const outcome = await rewrite(
    cell,
    item.key,
    (seen) => {
      const now = cell.now();
      return isOverdue(seen, now)
        ? ({ kind: 'write', next: takenOver(seen, now) } as const)
        : left(undefined);
    },
    { doing: 'a driver took it over', seen: item },
  );
  return outcome.kind === 'written' ? outcome.item : undefined;
}

function takenOver(item: IncidentItem, now: Instant): IncidentItem {
  return {
    ...item,
    epoch: item.epoch + 1,
    deadline: now + actTimeoutMs,
    takeovers: item.takeovers + 1,
    token: undefined,
  };
}

/** An incident as people name it. */
export interface NamedIncident extends IncidentRef {
  readonly code: string;
}

/** Writes a responder's answer. Returns what the sender must be told at once when nothing has changed. */
export async function applyAnswer(
  cell: Cell,
  incident: NamedIncident,
  given: Answer,
): Promise<Notice | undefined> {
  const outcome = await changeIncident(cell, incident, (seen, now) => answer(seen, given, now));
  if (outcome.kind === 'gone') return { kind: 'alreadyOver', code: incident.code };
  return outcome.kind === 'unchanged' ? outcome.notice : undefined;
}
