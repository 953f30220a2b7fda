import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { requestMs } from '../../domain/timeouts.ts';
import { failFast } from '../regions/fail-fast.ts';

/** A client of one region's replica that gives up soon: the other replica holds the same. */
export function tableClient(region: string): DynamoDBClient {
  return new DynamoDBClient({ region, ...failFast(requestMs.table) });
}
