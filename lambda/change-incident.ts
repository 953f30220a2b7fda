import { fieldsOf, type Head, type IncidentRef, incidentIdOf, incidentOf } from '../aws/head.ts';
import type { Incident } from '../domain/incident.ts';
import type { Instant } from '../domain/instant.ts';
import type { Cell } from './cell.ts';
import { wake } from './wake.ts';

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
