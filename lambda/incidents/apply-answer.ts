import type { IncidentRef } from '../../aws/table/incident-item.ts';
import { type Answer, answer } from '../../domain/answers/answer.ts';
import type { Notice } from '../../domain/incident/notice.ts';
import type { Cell } from '../cell/cell.ts';
import { changeIncident } from './change-incident.ts';

/** An incident as people name it. */
export interface NamedIncident extends IncidentRef {
  readonly code: string;
}

/** Writes a responder's answer. Gives what the sender must be told at once, when nothing has changed. */
export async function applyAnswer(
  cell: Cell,
  incident: NamedIncident,
  given: Answer,
): Promise<Notice | undefined> {
  const outcome = await changeIncident(cell, incident, (seen, now) => answer(seen, given, now));
  if (outcome.kind === 'gone') return { kind: 'alreadyOver', code: incident.code };
  return outcome.kind === 'unchanged' ? outcome.notice : undefined;
}
