import type { Instant } from '../time/instant.ts';

/** A major incident: management is in from the start and speaks with the customer, while both engineers work. */
export interface MajorIncident {
  readonly since: Instant;
  /** `severity`, a responder's id or an operator's name. */
  readonly by: string;
  /** Who was asked what management and the customer have decided: when last, and how often. */
  readonly asked?: { readonly who: string; readonly at: Instant; readonly times: number } | undefined;
  /** The decision. */
  readonly decision?: { readonly words: string; readonly by: string; readonly at: Instant } | undefined;
}

/** As `by`: the incident is major because its severity is critical. */
export const bySeverity = 'severity';
