import { remembering } from './answer.ts';
import { type Incident, withEntry } from './incident.ts';
import type { Instant } from './instant.ts';
import type { AnswerPath } from './timeline.ts';

/** The contact center's word that it has heard of an incident. */
export interface Confirmation {
  readonly path: AnswerPath;
  /** Names the message: the same one, delivered twice, counts once. */
  readonly id: string;
}

export type Confirmed =
  | { readonly kind: 'changed'; readonly incident: Incident }
  | { readonly kind: 'over' }
  | { readonly kind: 'repeated' };

/** Records that the contact center has heard. The ladder goes on: only a responder takes an incident. */
export function confirm(incident: Incident, { path, id }: Confirmation, now: Instant): Confirmed {
  if (incident.answers.includes(id)) return { kind: 'repeated' };
  if (incident.status === 'resolved') return { kind: 'over' };
  const entered = withEntry(incident, { at: now, kind: 'contact center confirmed', path });
  return { kind: 'changed', incident: remembering(entered, id) };
}
