import type { Instant } from '../time/instant.ts';
import type { Alarm } from './alarm.ts';

/**
 * The order of the events of one alarm. Times that its source gave are compared with each other only, because the clock of a
 * source may be slow or fast. Where one of two events has no time of its source, the one that arrived later is the later.
 */

/** The time of an event as its source gave it. Undefined: it gave none. */
export function sourceTime({ occurredAt, isTimedHere }: EventTime): Instant | undefined {
  return isTimedHere ? undefined : occurredAt;
}

type EventTime = Pick<Alarm, 'occurredAt' | 'isTimedHere'>;

/** What is stored of a firing event, and of the events of its alarm. Times of the source, but for `storedAt`. */
export interface StoredFiring {
  /** When the event arrived for the first time, by the clock of the cell. */
  readonly storedAt: Instant;
  readonly isRepeated: boolean;
  /** The newest stored `resolved` of the alarm. */
  readonly lastResolved: Instant | undefined;
}

/** The resolved incident that a firing event finds. */
export interface ResolvedItem {
  /** The newest time of the source that counted: of the firings that the resolution ended, and of the resolution. */
  readonly lastEventAt: Instant;
  /** By the clock of the cell. */
  readonly resolvedAt?: Instant | undefined;
}

/**
 * Whether a firing event opens a resolved incident again, or the next one. An event that was never seen before and arrives
 * after the resolution does: a page too many is better than none. Two kinds do not: an event that was stored before the
 * resolution, and one that a newer `resolved` of its source has ended already.
 */
export function firesAfter(alarm: EventTime, stored: StoredFiring, item: ResolvedItem): boolean {
  const at = sourceTime(alarm);
  if (isOverBefore(at, stored.lastResolved)) return false;
  if (at !== undefined && at > item.lastEventAt) return true;
  return !stored.isRepeated || stored.storedAt > (item.resolvedAt ?? stored.storedAt);
}

/** Whether a `resolved` that is newer than a firing came before it: then it wins. */
export function isOverBefore(firedAt: Instant | undefined, lastResolved: Instant | undefined): boolean {
  return firedAt !== undefined && lastResolved !== undefined && lastResolved > firedAt;
}

/** Whether a `resolved` of this time ends an open incident: it is newer than each firing, by the times of their source. */
export function endsIt(
  at: Instant | undefined,
  lastEventAt: Instant,
  lastFiring: Instant | undefined,
): boolean {
  return at === undefined || at > Math.max(lastEventAt, lastFiring ?? 0);
}
