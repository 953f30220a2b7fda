/** A moment: epoch milliseconds, a whole number. The domain is handed it; it has no clock of its own. */
export type Instant = number;

/** Milliseconds in a second, for sums with an `Instant`. */
export const second = 1_000;

/** Milliseconds in a minute. */
export const minute = 60 * second;

/** Milliseconds in an hour. */
export const hour = 60 * minute;

/** Milliseconds in 24 hours. A calendar day may be shorter or longer: those are counted in the roster's time zone. */
export const day24Hours = 24 * hour;
