import type { Instant } from '../time/instant.ts';

/** A serious incident: management is in from the start and speaks with the customer, while both engineers work. */
export interface MajorIncident {
  readonly since: Instant;
  /** `severity`, a responder's id or an operator's name. */
  readonly by: string;
  /** Who was asked what management and the customer made of it: when last, and how often. */
  readonly asked?: { readonly who: string; readonly at: Instant; readonly times: number } | undefined;
  /** What they made of it. */
  readonly assessment?: { readonly words: string; readonly by: string; readonly at: Instant } | undefined;
}

/** Serious because its severity is critical. */
export const bySeverity = 'severity';
