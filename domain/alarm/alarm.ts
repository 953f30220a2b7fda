import type { Severity } from '../organization/organization.ts';
import type { Instant } from '../time/instant.ts';

/** A signal that something is wrong, or right again: one event of a source about one alarm. */
export interface Alarm {
  readonly source: string;
  /** Events with the same source and key are about the same alarm. */
  readonly dedupKey: string;
  /** Identifies this event. A repeated delivery has the same id. */
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
  /** What was wrong with the event. It pages anyway. */
  readonly warnings: readonly AlarmWarning[];
}

export interface AlarmWarning {
  /** Where in the event, such as `severity` or `body`. */
  readonly place: string;
  readonly message: string;
}

/** Bytes of an event that are stored. An item of DynamoDB has at most 400 kB, a message of SNS or EventBridge at most 256 kB. */
export const maxRawLength = 256 * 1024;

/** Characters of a summary in an incident. The stored event has the whole summary. */
export const maxSummaryLength = 1000;

/** The source of the product's own alarms. */
export const ownSource = 'permanence';
