import { type DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import type { Instant } from '../../domain/time/instant.ts';
import type { BothRegions } from '../regions/both-regions.ts';
import { type Attributes, number } from './incident-item.ts';
import { inEitherRegion } from './writes.ts';

/** The keys whose deadline is past. */
export interface OverdueKeys {
  readonly keys: readonly string[];
  /** Where the next call goes on: the index has more than one call reads. Undefined: these are all. */
  readonly next?: OverduePlace | undefined;
}

/** A place in the index, where the next call goes on. */
export type OverduePlace = Attributes;

/**
 * Finds the keys whose deadline is past by the sparse index `due`, which has only incidents with a deadline.
 *
 * A scan of it costs one call while few incidents are open, and one call for each megabyte when many are. Sixteen
 * queries, one for each bucket, would always cost sixteen calls.
 */
export async function overdueKeys(
  tableName: string,
  clients: BothRegions<DynamoDBClient>,
  before: Instant,
  from?: OverduePlace,
): Promise<OverdueKeys> {
  const keys: string[] = [];
  let next = from;
  for (let page = 0; page < maxPages; page++) {
    const command = new ScanCommand({
      TableName: tableName,
      IndexName: 'due',
      FilterExpression: 'deadline < :before',
      ExpressionAttributeValues: { ':before': number(before) },
      ...(next === undefined ? {} : { ExclusiveStartKey: next }),
    });
    const { Items = [], LastEvaluatedKey } = await inEitherRegion(clients, (client) => client.send(command));
    keys.push(...Items.flatMap((attributes) => attributes['pk']?.S ?? []));
    if (LastEvaluatedKey === undefined) return { keys };
    next = LastEvaluatedKey;
  }
  return { keys, next };
}

/**
 * Pages that one call reads, at most: a megabyte of keys each, some 200,000 open incidents. More would take longer than a
 * sweep.
 */
const maxPages = 20;
