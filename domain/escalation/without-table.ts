import type { Alarm } from '../alarm/alarm.ts';
import { cutOff, type Incident, type PendingNotice, withEntry } from '../incident/incident.ts';
import type { Entry } from '../incident/timeline.ts';
import { day24Hours, type Instant, minute, second } from '../time/instant.ts';

/**
 * What an execution of the page without the table carries in its variables: an incident that could not be stored, and until
 * when it waits, or why nothing is left to do.
 */
export type PageWithoutTable = IncidentWithoutTable &
  (
    | { readonly kind: 'wait'; readonly until: Instant }
    | { readonly kind: 'stored' | 'handedOver' | 'givenUp' }
  );

/** An incident that could not be stored. */
export interface IncidentWithoutTable {
  /** The key of the alarm, and so of its item in the table. */
  readonly key: string;
  readonly alarm: Alarm;
  /** Given out once, so that a page that is sent again has the same code. */
  readonly code: string;
  readonly since: Instant;
  /** The number of the ten minutes in which its execution runs; part of the execution's name. */
  readonly bucket: number;
  /** The incident as the last turn left it. Undefined until the first turn. */
  readonly incident?: Incident | undefined;
}

/** The time between two tries to store the incident: as often as a guardian sweeps. */
export const storeRetryMs = 10 * second;

/** This long after the table works again, each execution has stored its incident. Answers are looked up after that. */
export const pagesWithoutTableSettleMs = storeRetryMs + 5 * second;

/** The page without the table gives up after this time. By then somebody has repaired the table, or the alarm came again. */
export const maxPageWithoutTableMs = day24Hours;

/** So many incidents page a roster at a time while no table works. The others wait until one of them is stored, or has ended. */
export const maxPagingOfRoster = 3;

/** An incident that was not seen for this long pages its roster no more. */
export const pagesOnForMs = 6 * storeRetryMs;

const bucketMs = 10 * minute;

/**
 * The number of the ten minutes that an instant is in. The name of an execution is the alarm's key and this number. So at
 * most one execution pages for an alarm.
 */
export function bucketAt(now: Instant): number {
  return Math.floor(now / bucketMs);
}

/** What the first execution of an alarm's page without the table begins with. */
export function pageWithoutTableFor(key: string, alarm: Alarm, code: string, now: Instant): PageWithoutTable {
  return { kind: 'wait', until: now, key, alarm: cutDown(alarm), code, since: now, bucket: bucketAt(now) };
}

/**
 * What an execution carries at most: characters of the event and of its labels, entries of the timeline, warnings. The input
 * of an execution is at most 256 KiB, and one character may take six bytes of JSON.
 */
const maxRawCharacters = 10_000;
const maxLabelsCharacters = 5_000;
const maxEntries = 100;
const maxWarnings = 10;

function cutDown(alarm: Alarm): Alarm {
  const { raw, labels, service, warnings } = alarm;
  const hasRoom = labels === undefined || JSON.stringify(labels).length <= maxLabelsCharacters;
  const isWhole = raw.length <= maxRawCharacters && hasRoom;
  return {
    ...alarm,
    dedupKey: cutOff(alarm.dedupKey),
    summary: cutOff(alarm.summary),
    service: service === undefined ? undefined : cutOff(service),
    labels: hasRoom ? labels : undefined,
    raw: raw.slice(0, maxRawCharacters),
    warnings: [...warnings.slice(0, maxWarnings), ...(isWhole ? [] : [cutWarning])],
  };
}

const cutWarning = {
  place: 'body',
  message: 'the event was cut off: it could not be stored when it came in',
};

/** The incident that the next turn carries: of a long timeline, only the first entry and the last ones. */
export function carriedOn(incident: Incident): Incident {
  const { timeline } = incident;
  if (timeline.length <= maxEntries) return incident;
  return { ...incident, timeline: [...timeline.slice(0, 1), ...timeline.slice(1 - maxEntries)] };
}

/**
 * Adds what the page without the table did to the stored incident, when another event of the alarm opened that one. The
 * people who were paged hear how the stored incident goes on. Nothing changes when this was added before, or when the
 * incident is resolved.
 */
export function joinedBy(stored: Incident, withoutTable: Incident): Incident {
  const isAdded = stored.timeline.some(
    (entry) => entry.kind === 'stored after all' && entry.code === withoutTable.code,
  );
  if (isAdded || stored.code === withoutTable.code || stored.status === 'resolved') return stored;
  const { code, acknowledgement } = stored;
  const people = withoutTable.paged.filter((responder) => !stored.paged.includes(responder));
  const entries = withoutTable.timeline.filter(({ kind }) => !ofOpening.includes(kind));
  return {
    ...withEntry(stored, ...entries),
    paged: [...stored.paged, ...people],
    notices: [
      ...stored.notices,
      ...(acknowledgement === undefined
        ? []
        : people.map(
            (to): PendingNotice => ({
              to,
              notice: {
                kind: 'acknowledgedByOther',
                code,
                by: acknowledgement.by,
                until: acknowledgement.until,
              },
            }),
          )),
    ],
  };
}

/** The entries about the opening. The stored incident has its own. */
const ofOpening: readonly Entry['kind'][] = ['opened', 'held', 'contact center asked'];
