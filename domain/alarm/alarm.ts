import type { Severity } from '../organization/organization.ts';
import type { Instant } from '../time/instant.ts';

/** A signal that something is wrong, or right again: one event of a source about one alarm. */
export interface Alarm extends AlarmIdentity {
  /** Identifies this event. A repeated delivery has the same id. */
  readonly eventId: string;
  readonly state: 'firing' | 'resolved';
  /** When the event happened, by the clock of its source. */
  readonly occurredAt: Instant;
  /** The source gave no time: `occurredAt` is when the event arrived. */
  readonly isTimedHere?: true | undefined;
  readonly summary: string;
  readonly severity?: Severity | undefined;
  readonly account?: string | undefined;
  readonly region?: string | undefined;
  readonly alarmName?: string | undefined;
  readonly labels?: Readonly<Record<string, string>> | undefined;
  /** What else the source says, for people. */
  readonly details?: Readonly<Record<string, string>> | undefined;
  readonly links?: readonly AlarmLink[] | undefined;
  /** Of the product's own alarms: the roster that hears of it. The default one where it names none. */
  readonly roster?: string | undefined;
  /** The event as it came in, cut off at `maxRawLength`. */
  readonly raw: string;
  /** Why nobody can tell from the event what is wrong. An operator finds out. */
  readonly unreadable?: string | undefined;
  /** What was wrong with the event. It pages anyway. */
  readonly warnings: readonly AlarmWarning[];
}

/** What makes two events be about the same alarm: all of these are equal. */
export interface AlarmIdentity {
  /** The kind of source: `native`, `cloudwatch` and so on. */
  readonly source: string;
  /** The integration that sent it. CloudWatch has none: an ARN names one alarm of the world, by whichever route it comes. */
  readonly integration?: string | undefined;
  /** The service that the alarm names. */
  readonly service?: string | undefined;
  /** The sender's own key. Of CloudWatch, the alarm's ARN. */
  readonly dedupKey: string;
  /** The part of an alarm of CloudWatch over many resources, such as one of its hosts. */
  readonly contributor?: string | undefined;
}

/** An address that a source gives, such as a runbook or a graph. */
export interface AlarmLink {
  readonly href: string;
  readonly text?: string | undefined;
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

/**
 * The identity of an alarm as a text. Two integrations, two services or two keys never give the same text, wherever one part
 * ends and the next begins.
 */
export function identityOf({ source, integration, service, dedupKey, contributor }: AlarmIdentity): string {
  return JSON.stringify([source, integration ?? null, service ?? null, dedupKey, contributor ?? null]);
}

/** An alarm of the product about itself. The summary is its key: the same trouble is one incident. */
export function ownAlarm(summary: string, now: Instant): Alarm {
  return {
    ...{ source: ownSource, service: 'permanence', dedupKey: summary, eventId: String(now) },
    ...{ state: 'firing', occurredAt: now, summary, raw: '', warnings: [] },
  };
}
