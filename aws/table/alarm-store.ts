import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  PutItemCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import type { Alarm } from '../../domain/alarm/alarm.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { BothRegions } from '../regions/both-regions.ts';
import { type Attributes, number } from './incident-item.ts';
import { inEitherRegion } from './writes.ts';

/** Every event that was accepted. Each has an item under the key of its incident. */
export interface AlarmStore {
  /** Stores an event once, however often it is delivered. Returns whether and when it had been stored before. */
  store(key: string, alarm: Alarm, now: Instant): Promise<StoredEvent>;
  /** The newest time that the source gave of an event in which the alarm fired. */
  lastFiring(key: string): Promise<Instant | undefined>;
  /** The newest time that the source gave of a `resolved`. */
  lastResolved(key: string): Promise<Instant | undefined>;
  /** The firing events that arrived in a time. Only people who look at one incident ask for them. */
  firings(key: string, from: Instant, until: Instant): Promise<Firings>;
}

/** How often an alarm has fired. */
export interface Firings {
  readonly count: number;
  /** When the last one arrived. */
  readonly lastAt: Instant | undefined;
  /** There are more: not all of them were counted. */
  readonly isAtLeast: boolean;
}

/** Pages of the table, of 1 MB each, that a count reads at most. */
const maxPages = 5;

export interface StoredEvent {
  readonly isRepeated: boolean;
  /** When the event arrived for the first time. */
  readonly storedAt: Instant;
}

/**
 * Stores events under a sort key of state and time, so that one query finds the newest firing. An event without a time of
 * its source stands apart: its time cannot be compared with theirs.
 */
export function alarmStore(tableName: string, clients: BothRegions<DynamoDBClient>): AlarmStore {
  return {
    async store(key, alarm, now) {
      const { state, occurredAt, isTimedHere, eventId, raw, warnings } = alarm;
      const command = new PutItemCommand({
        TableName: tableName,
        Item: {
          pk: { S: key },
          sk: { S: `alarm#${state}${isTimedHere ? '-here' : ''}#${sortable(occurredAt)}#${eventId}` },
          occurredAt: number(occurredAt),
          storedAt: number(now),
          raw: { S: raw },
          warnings: { S: JSON.stringify(warnings) },
        },
        ConditionExpression: 'attribute_not_exists(pk)',
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      });
      return inEitherRegion(clients, (client) =>
        client.send(command).then(
          () => ({ isRepeated: false, storedAt: now }),
          (error: unknown) => repeatedIfStored(error, now),
        ),
      );
    },
    lastFiring: (key) => newest(key, 'firing'),
    lastResolved: (key) => newest(key, 'resolved'),
    async firings(key, from, until) {
      const read = await Promise.all(
        ['alarm#firing#', 'alarm#firing-here#'].map((of) => arrivals({ tableName, clients }, key, of)),
      );
      const inTime = read.flatMap(({ times }) => times).filter((at) => from <= at && at <= until);
      const lastAt = inTime.length === 0 ? undefined : Math.max(...inTime);
      return { count: inTime.length, lastAt, isAtLeast: read.some(({ hasMore }) => hasMore) };
    },
  };

  async function newest(key: string, state: Alarm['state']): Promise<Instant | undefined> {
    const command = new QueryCommand({
      TableName: tableName,
      KeyConditionExpression: 'pk = :key AND begins_with(sk, :state)',
      ExpressionAttributeValues: { ':key': { S: key }, ':state': { S: `alarm#${state}#` } },
      ProjectionExpression: 'occurredAt',
      ScanIndexForward: false,
      Limit: 1,
      ConsistentRead: true,
    });
    const { Items = [] } = await inEitherRegion(clients, (client) => client.send(command));
    const occurredAt = Items[0]?.['occurredAt']?.N;
    return occurredAt === undefined ? undefined : Number(occurredAt);
  }
}

interface Table {
  readonly tableName: string;
  readonly clients: BothRegions<DynamoDBClient>;
}

/** When events arrived, newest first. */
async function arrivals(
  { tableName, clients }: Table,
  key: string,
  prefix: string,
): Promise<{ readonly times: readonly Instant[]; readonly hasMore: boolean }> {
  const times: Instant[] = [];
  let start: Attributes | undefined;
  for (let page = 0; page < maxPages; page++) {
    const command = new QueryCommand({
      TableName: tableName,
      KeyConditionExpression: 'pk = :key AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':key': { S: key }, ':prefix': { S: prefix } },
      ProjectionExpression: 'storedAt',
      ScanIndexForward: false,
      ConsistentRead: true,
      ...(start === undefined ? {} : { ExclusiveStartKey: start }),
    });
    const { Items = [], LastEvaluatedKey } = await inEitherRegion(clients, (client) => client.send(command));
    times.push(...Items.flatMap(({ storedAt }) => (storedAt?.N === undefined ? [] : [Number(storedAt.N)])));
    start = LastEvaluatedKey;
    if (start === undefined) break;
  }
  return { times, hasMore: start !== undefined };
}

function repeatedIfStored(error: unknown, now: Instant): StoredEvent {
  if (!(error instanceof ConditionalCheckFailedException)) throw error;
  return { isRepeated: true, storedAt: Number(error.Item?.['storedAt']?.N ?? now) };
}

/** Milliseconds since 1970 have 13 digits until the year 2286. */
function sortable(instant: Instant): string {
  return String(Math.max(0, instant)).padStart(13, '0');
}
