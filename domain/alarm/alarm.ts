import type { Severity } from '../organization/organization.ts';
import type { Instant } from '../time/instant.ts';

/** A signal that something is wrong, or right again, as a source sent it: one event about one alarm. */
export interface Alarm {
  readonly source: string;
  /** Events with the same source and key are about the same alarm. */
  readonly dedupKey: string;
  /** Names this very event: a repeated delivery has the same one. */
  readonly eventId: string;
  readonly state: 'firing' | 'resolved';
  readonly occurredAt: Instant;
  readonly summary: string;
  readonly service?: string | undefined;
  readonly severity?: Severity | undefined;
  readonly account?: string | undefined;
  readonly region?: string | undefined;
  readonly alarmName?: string | undefined;
  readonly labels?: Readonly<Record<string, string>> | undefined;
  /** The event as it came in, cut off at `maxRawLength`. */
  readonly raw: string;
  /** What was wrong with the event; it pages all the same. */
  readonly warnings: readonly AlarmWarning[];
}

export interface AlarmWarning {
  /** Where in the event: `severity`, `body`. */
  readonly place: string;
  readonly message: string;
}

/** Bytes of an event that are stored. DynamoDB's items end at 400 kB; SNS, EventBridge and others end at 256 kB. */
export const maxRawLength = 256 * 1024;

/** Characters of a summary that an incident carries; the whole is in the stored event. */
export const maxSummaryLength = 1000;

/** The source of what this product says of itself. */
export const ownSource = 'permanence';
