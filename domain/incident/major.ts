import type { Instant } from '../time/instant.ts';

/** What an incident has while it is major. Both engineers work on it, and management speaks with the customer. */
export interface MajorIncident {
  readonly since: Instant;
  /** Who declared it: `severity`, a responder's id or an operator's name. */
  readonly by: string;
  /** The manager who was asked what they and the customer have decided; when for the last time, and how often. */
  readonly asked?: { readonly who: string; readonly at: Instant; readonly times: number } | undefined;
  /** The decision of management and the customer, in the words of the responder who reported it. */
  readonly decision?: { readonly words: string; readonly by: string; readonly at: Instant } | undefined;
}

/** The value of `by` of an incident that is major because its severity is critical. */
export const bySeverity = 'severity';
