import { fieldsOf, type Head, type IncidentRef, incidentIdOf, incidentOf } from '../aws/head.ts';
import { type Answer, answer } from '../domain/answer.ts';
import { withEntry } from '../domain/incident.ts';
import type { Notice } from '../domain/notice-text.ts';
import type { Cell } from './cell.ts';
import { wake } from './wake.ts';

/** An incident as people name it. */
export interface NamedIncident extends IncidentRef {
  readonly code: string;
}

/** Times that an answer is applied again because another write came first: a driver makes two for each act. */
const maxTries = 10;

/**
 * Writes a person's answer, then wakes the execution. No epoch stands in its way: an answer counts whoever drives, and
 * whether or not anything waits for it. Gives what the sender must be told at once, when nothing has changed.
 */
export async function applyAnswer(
  cell: Cell,
  incident: NamedIncident,
  given: Answer,
): Promise<Notice | undefined> {
  for (let tries = 0; tries < maxTries; tries++) {
    const head = await readGeneration(cell, incident);
    if (head === undefined) return { kind: 'alreadyOver', code: incident.code };
    const now = cell.now();
    const answered = answer(incidentOf(head), given, now);
    if (answered.kind === 'repeated') return undefined;
    if (answered.kind === 'unchanged') return answered.notice;
    const outcome = await cell.incidents.replace(head, {
      ...head,
      ...fieldsOf(answered.incident),
      deadline: now,
    });
    if (outcome.kind === 'replaced') {
      await wake(cell, outcome.head);
      return undefined;
    }
  }
  throw new Error(
    `the incident ${incidentIdOf(incident)} changed ${maxTries} times while an answer was applied`,
  );
}

/** Puts a stranger's message on the timeline of the incident that it names. Nothing else changes, its driver included. */
export async function noteStranger(
  cell: Cell,
  ref: IncidentRef,
  { number, text }: { readonly number: string; readonly text: string },
): Promise<void> {
  for (let tries = 0; tries < maxTries; tries++) {
    const head = await readGeneration(cell, ref);
    if (head === undefined || head.status === 'resolved') return;
    const noted = withEntry(incidentOf(head), { at: cell.now(), kind: 'answer of a stranger', number, text });
    const outcome = await cell.incidents.replace(head, { ...head, ...fieldsOf(noted) });
    if (outcome.kind === 'replaced') return wake(cell, outcome.head);
  }
}

/** The head, unless a later generation has taken its place: then the meant incident is over. */
async function readGeneration(cell: Cell, { key, generation }: IncidentRef): Promise<Head | undefined> {
  const head = await cell.incidents.read(key);
  return head?.generation === generation ? head : undefined;
}
