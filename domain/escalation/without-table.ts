import type { Alarm } from '../alarm/alarm.ts';
import { cutOff, type Incident, withEntry } from '../incident/incident.ts';
import type { Entry } from '../incident/timeline.ts';
import { day24Hours, type Instant, minute, second } from '../time/instant.ts';

/**
 * What an execution of the page without the table carries, in place of the table: an incident that could not be stored, and until when
 * to wait with it, or why there is nothing left to do.
 */
export type PageWithoutTable = IncidentWithoutTable &
  (
    | { readonly kind: 'wait'; readonly until: Instant }
    | { readonly kind: 'stored' | 'handedOver' | 'givenUp' }
  );

export interface IncidentWithoutTable {
  /** The alarm's: where its incident will stand in the table. */
  readonly key: string;
  readonly alarm: Alarm;
  /** Given out once, so that a page that is sent again has the same one. */
  readonly code: string;
  readonly since: Instant;
  /** The ten minutes after which its execution is named. */
  readonly bucket: number;
  /** As far as it has come; undefined until the first turn. */
  readonly incident?: Incident | undefined;
}

/** How often it is tried to store the incident after all: as often as a guardian sweeps. */
export const storeRetryMs = 10 * second;

/** This long after the table is back each has stored its incident: an answer under its code is looked up no sooner. */
export const pagesWithoutTableSettleMs = storeRetryMs + 5 * second;

/** By then a person has seen to it that the table works again, or the alarm has come in anew. */
export const maxPageWithoutTableMs = day24Hours;

const bucketMs = 10 * minute;

/** Which ten minutes an instant is in. Of one alarm, one execution is named after each: so only one pages for it. */
export function bucketAt(now: Instant): number {
  return Math.floor(now / bucketMs);
}

/** The page without the table of an alarm, as its first execution begins with it. */
export function pageWithoutTableFor(key: string, alarm: Alarm, code: string, now: Instant): PageWithoutTable {
  return { kind: 'wait', until: now, key, alarm: cutDown(alarm), code, since: now, bucket: bucketAt(now) };
}

/**
 * Characters of an event, of its labels, and entries of a timeline that an execution carries. Its input ends at 256 KiB,
 * and one character may take six bytes of JSON.
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

/** The incident as an execution carries it on: of a long timeline, how it opened and what happened last. */
export function carriedOn(incident: Incident): Incident {
  const { timeline } = incident;
  if (timeline.length <= maxEntries) return incident;
  return { ...incident, timeline: [...timeline.slice(0, 1), ...timeline.slice(1 - maxEntries)] };
}

/**
 * The incident that another event of the alarm has opened, with whom the page without the table has reached meanwhile: they hear how it
 * goes on. The same incident when it holds that already, or is over.
 */
export function joinedBy(stored: Incident, withoutTable: Incident): Incident {
  const isThere = stored.timeline.some(
    (entry) => entry.kind === 'stored after all' && entry.code === withoutTable.code,
  );
  if (isThere || stored.code === withoutTable.code || stored.status === 'resolved') return stored;
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
        : people.map((to) => ({ to, notice: { kind: 'takenByOther', code, ...acknowledgement } as const }))),
    ],
  };
}

/** What the stored incident tells of itself. */
const ofOpening: readonly Entry['kind'][] = ['opened', 'held', 'contact center asked'];
