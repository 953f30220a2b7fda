import { fieldsOf, incidentIdOf, incidentOf } from '../aws/head.ts';
import type { Notice } from '../domain/notice-text.ts';
import { type PersonResolves, personResolves } from '../domain/person-resolves.ts';
import type { NamedIncident } from './apply-answer.ts';
import type { Cell } from './cell.ts';
import { wake } from './wake.ts';

/** Times that a resolution is applied again because another write came first: a driver makes two for each act. */
const maxTries = 10;

/**
 * Ends an incident on a person's word, then wakes the execution, which tells everybody. What fired until now is over with
 * it; what fires later opens it again. Gives what the person must be told when nothing has changed.
 */
export async function applyResolution(
  cell: Cell,
  { key, generation, code }: NamedIncident,
  given: PersonResolves,
): Promise<Notice | undefined> {
  for (let tries = 0; tries < maxTries; tries++) {
    const [head, lastFiring] = await Promise.all([cell.incidents.read(key), cell.alarms.lastFiring(key)]);
    if (head?.generation !== generation) return { kind: 'alreadyOver', code };
    const now = cell.now();
    const resolved = personResolves(incidentOf(head), given, now);
    if (resolved.kind === 'repeated') return undefined;
    if (resolved.kind === 'unchanged') return resolved.notice;
    const outcome = await cell.incidents.replace(head, {
      ...head,
      ...fieldsOf(resolved.incident),
      deadline: now,
      lastEventAt: Math.max(head.lastEventAt, lastFiring ?? 0),
    });
    if (outcome.kind === 'replaced') return void (await wake(cell, outcome.head));
  }
  throw new Error(
    `the incident ${incidentIdOf({ key, generation })} changed ${maxTries} times while it was resolved`,
  );
}
