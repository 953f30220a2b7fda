import { Temporal } from '@js-temporal/polyfill';
import type { Rotation } from '../organization/organization.ts';
import type { Instant } from '../time/instant.ts';

/** A rotation, and the time zone of its handovers. */
export interface Turns {
  readonly rotation: Rotation;
  readonly timeZone: string;
}

/** The most handovers that are remembered: ten years of weekly handovers for twenty rotations that start on different days. */
const maxRemembered = 10_000;

const remembered = new Map<string, Instant>();

/**
 * When a shift begins: a number of calendar weeks after the first, at the same time on the wall clock.
 *
 * If the clocks skip that time, the handover is later by as much. If they show it twice, the first counts. The standards for
 * calendars do the same, and Temporal calls it `compatible`. Results are remembered, since each costs a tenth of a
 * millisecond and rotations share most of them.
 */
export function handoverAt({ rotation, timeZone }: Turns, number: number): Instant {
  const { startsOn, handover } = rotation;
  const question = `${timeZone} ${startsOn} ${handover.time} ${number}`;
  const known = remembered.get(question);
  if (known !== undefined) return known;

  const instant = Temporal.PlainDate.from(startsOn)
    .add({ days: 7 * number })
    .toZonedDateTime({ timeZone, plainTime: handover.time }).epochMilliseconds;
  if (remembered.size >= maxRemembered) remembered.clear();
  remembered.set(question, instant);
  return instant;
}
