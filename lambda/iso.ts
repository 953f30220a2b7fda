import type { Instant } from '../domain/instant.ts';

/** An instant as the API writes it. */
export function iso(instant: Instant): string {
  return new Date(instant).toISOString();
}

/** The same for what may not be. */
export function isoOrNull(instant: Instant | undefined): string | null {
  return instant === undefined ? null : iso(instant);
}
