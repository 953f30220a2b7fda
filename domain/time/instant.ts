/** A moment: epoch milliseconds, a whole number. The caller passes it in, since the domain has no clock. */
export type Instant = number;

/** Milliseconds in a second, for sums with an `Instant`. */
export const second = 1_000;

/** Milliseconds in a minute. */
export const minute = 60 * second;

/** Milliseconds in an hour. */
export const hour = 60 * minute;

/** Milliseconds in 24 hours. A calendar day may be shorter or longer, and is counted in the roster's time zone. */
export const day24Hours = 24 * hour;
