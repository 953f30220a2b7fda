import { type DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import type { Instant } from '../../domain/time/instant.ts';
import type { BothRegions } from '../regions/both-regions.ts';
import { type Attributes, number } from './incident-item.ts';
import { inEitherRegion } from './writes.ts';

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
): Promise<readonly string[]> {
  const keys: string[] = [];
  let start: Attributes | undefined;
  for (let page = 0; page < maxPages; page++) {
    const command = new ScanCommand({
      TableName: tableName,
      IndexName: 'due',
      FilterExpression: 'deadline < :before',
      ExpressionAttributeValues: { ':before': number(before) },
      ...(start === undefined ? {} : { ExclusiveStartKey: start }),
    });
    const { Items = [], LastEvaluatedKey } = await inEitherRegion(clients, (client) => client.send(command));
    keys.push(...Items.flatMap((attributes) => attributes['pk']?.S ?? []));
    if (LastEvaluatedKey === undefined) return keys;
    start = LastEvaluatedKey;
  }
  return keys;
}

/** A megabyte of keys each: some 200,000 open incidents. */
const maxPages = 20;
