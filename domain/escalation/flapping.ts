import { type FiredAgain, type Incident, withEntry } from '../incident/incident.ts';
import type { EscalationPolicy } from '../organization/organization.ts';
import type { Timer } from '../paging/timer.ts';
import { type Instant, minute } from '../time/instant.ts';
import { resolve } from './resolve.ts';

/**
 * Flapping: an alarm that fires and is well again, over and over. Its incident stays open until the source has been quiet for
 * some time. So its ladder goes on, and nobody reads "over" and "open again" all night.
 */

/** An alarm flaps when it fires again as often as this within that time. */
const flapsAfterTimes = 3;
const flapsWithinMs = 30 * minute;

/** How long a source must be quiet, unless the policy has its own time. */
const defaultQuietSeconds = 900;

/** The first times that an alarm fires again while it flaps each get an entry. Later, only each tenth one does. */
const everyEntryUntil = 20;
const entryEachTimes = 10;

/** Counts that the alarm has fired again, and decides whether it flaps. */
export function countedAgain(before: FiredAgain | undefined, now: Instant): FiredAgain {
  const lately = [...(before?.lately ?? []), now].slice(-flapsAfterTimes);
  const [first = now] = lately;
  const flaps = lately.length === flapsAfterTimes && now - first <= flapsWithinMs;
  return { times: (before?.times ?? 0) + 1, lately, ...(flaps ? { flaps } : {}) };
}

/** Whether "well again" does not end the incident, because its alarm flaps. */
export function isFlapping({ status, firedAgain }: Incident): boolean {
  return status !== 'resolved' && firedAgain?.flaps === true;
}

/** Applies that the source says that all is well. It resolves the incident, or begins the quiet time of one that flaps. */
export function wellAgain(incident: Incident, now: Instant): Incident {
  const { firedAgain } = incident;
  if (firedAgain === undefined || !isFlapping(incident)) return resolve(incident, 'source', now);
  const quiet = { ...incident, firedAgain: { ...firedAgain, wellSince: firedAgain.wellSince ?? now } };
  return isToEnter(firedAgain) ? withEntry(quiet, { at: now, kind: 'well again' }) : quiet;
}

/** Applies that an alarm fires again while it flaps. Undefined when its source has not said that all is well meanwhile. */
export function firesWhileFlapping(incident: Incident, now: Instant): Incident | undefined {
  const { firedAgain } = incident;
  if (!isFlapping(incident) || firedAgain?.wellSince === undefined) return undefined;
  const counted = { ...countedAgain(firedAgain, now), flaps: true } as const;
  const fired: Incident = { ...incident, firedAgain: counted };
  const { times } = counted;
  return isToEnter(counted) ? withEntry(fired, { at: now, kind: 'fired again', times }) : fired;
}

function isToEnter({ times }: FiredAgain): boolean {
  return times <= everyEntryUntil || times % entryEachTimes === 0;
}

/** The timer that resolves an incident whose alarm flaps: its source has been quiet long enough. */
export function flappingTimers(incident: Incident): readonly Timer[] {
  const { firedAgain, policy } = incident;
  if (!isFlapping(incident) || firedAgain?.wellSince === undefined) return [];
  return [
    {
      at: firedAgain.wellSince + quietMs(policy),
      kind: 'source is quiet',
      fire: (_, now) => resolve(incident, 'source', now),
    },
  ];
}

function quietMs({ quietAfterFlappingSeconds = defaultQuietSeconds }: EscalationPolicy): number {
  return quietAfterFlappingSeconds * 1000;
}
