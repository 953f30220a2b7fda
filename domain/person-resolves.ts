import { type Answered, remembering } from './answer.ts';
import type { Incident } from './incident.ts';
import type { Instant } from './instant.ts';
import { resolve } from './resolution.ts';

/** A person's word that the problem is over. */
export interface PersonResolves {
  /** The responder's id. */
  readonly by: string;
  /** What was wrong, and what was done. */
  readonly note?: string | undefined;
  /** Names the message: the same one, delivered twice, counts once. */
  readonly id: string;
}

/** Ends an incident on a person's word. It counts whoever has the incident, and while nobody has it. */
export function personResolves(incident: Incident, { by, note, id }: PersonResolves, now: Instant): Answered {
  if (incident.answers.includes(id)) return { kind: 'repeated' };
  const { code } = incident;
  if (incident.status === 'resolved') return { kind: 'unchanged', notice: { kind: 'alreadyOver', code } };
  return { kind: 'changed', incident: remembering(resolve(incident, by, now, note), id) };
}
