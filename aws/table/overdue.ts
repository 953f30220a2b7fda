import { type DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import type { Instant } from '../../domain/time/instant.ts';
import type { BothRegions } from '../regions/both-regions.ts';
import { type Attributes, number } from './incident-item.ts';
import { inEitherRegion } from './writes.ts';

/** Keys whose deadline is past. */
export interface OverdueKeys {
  readonly keys: readonly string[];
  /** Where the next look goes on: the index holds more than one look reads. None: these are all. */
  readonly next?: OverduePlace | undefined;
}

/** A place in the index, for whoever looks again. */
export type OverduePlace = Attributes;

/**
 * The keys whose deadline is past, by the sparse index `due`: it holds open incidents alone.
 *
 * One scan of it costs one call while few incidents are open, and a call a megabyte when many are;
 * sixteen queries, one for each bucket, would cost sixteen calls at all times.
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

/** Pages that one look reads, a megabyte of keys each, some 200,000 open incidents: more would outlast a sweep. */
const maxPages = 20;
