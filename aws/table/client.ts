import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { requestMs } from '../../domain/timeouts.ts';
import { failFast } from '../regions/fail-fast.ts';

/** Makes a client of one region's replica that gives up soon, because the other replica has the same items. */
export function tableClient(region: string): DynamoDBClient {
  return new DynamoDBClient({ region, ...failFast(requestMs.table) });
}
