import { BatchGetItemCommand, type DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import type { BothRegions } from '../regions/both-regions.ts';
import { type Attributes, type IncidentItem, itemFrom, itemKey } from './incident-item.ts';
import { inEitherRegion } from './writes.ts';

/** The open incidents, for people who want to see all of them. */
export interface OpenIncidents {
  read(): Promise<OpenItems>;
  /** Includes incidents that are resolved and still have something left to do. */
  readUnfinished(): Promise<OpenItems>;
}

export interface OpenItems {
  readonly items: readonly IncidentItem[];
  /** Whether these are all. At most `maxOpen` are read, so that the list is answered in time. */
  readonly isComplete: boolean;
}

/** Incidents that a list reads, at most: ten calls of a hundred. */
const maxOpen = 1000;

/** Keys of one call, at most. Source: DynamoDB API reference, BatchGetItem. */
const keysPerCall = 100;

/** Tries for the same keys, at most: the table may answer for a part of them. */
const maxTries = 5;

/** Finds keys by the sparse index `due`, and reads their items from the table, because the index may be late. */
export function openIncidents(tableName: string, clients: BothRegions<DynamoDBClient>): OpenIncidents {
  async function readUnfinished(): Promise<OpenItems> {
    const { keys, isComplete } = await openKeys(tableName, clients);
    const calls: Promise<readonly IncidentItem[]>[] = [];
    for (let first = 0; first < keys.length; first += keysPerCall) {
      calls.push(headsOf(tableName, clients, keys.slice(first, first + keysPerCall)));
    }
    const items = (await Promise.all(calls)).flat();
    return { items, isComplete };
  }

  return {
    readUnfinished,
    async read() {
      const { items, isComplete } = await readUnfinished();
      return { items: items.filter(({ status }) => status !== 'resolved'), isComplete };
    },
  };
}

async function openKeys(
  tableName: string,
  clients: BothRegions<DynamoDBClient>,
): Promise<{ readonly keys: readonly string[]; readonly isComplete: boolean }> {
  const keys: string[] = [];
  let start: Attributes | undefined;
  while (keys.length <= maxOpen) {
    const command = new ScanCommand({
      TableName: tableName,
      IndexName: 'due',
      Limit: maxOpen + 1 - keys.length,
      ...(start === undefined ? {} : { ExclusiveStartKey: start }),
    });
    const { Items = [], LastEvaluatedKey } = await inEitherRegion(clients, (client) => client.send(command));
    keys.push(...Items.flatMap((attributes) => attributes['pk']?.S ?? []));
    if (LastEvaluatedKey === undefined) break;
    start = LastEvaluatedKey;
  }
  // An incident whose deadline moves while the index is read may come twice, and a call refuses the same key twice.
  return { keys: [...new Set(keys)].slice(0, maxOpen), isComplete: keys.length <= maxOpen };
}

async function headsOf(
  tableName: string,
  clients: BothRegions<DynamoDBClient>,
  keys: readonly string[],
): Promise<readonly IncidentItem[]> {
  const items: IncidentItem[] = [];
  let wanted = keys.map(itemKey);
  for (let tries = 0; wanted.length > 0; tries++) {
    if (tries === maxTries) throw new Error(`the table gave no answer for ${wanted.length} open incidents`);
    const command = new BatchGetItemCommand({
      RequestItems: { [tableName]: { Keys: wanted, ConsistentRead: true } },
    });
    const { Responses, UnprocessedKeys } = await inEitherRegion(clients, (client) => client.send(command));
    items.push(...(Responses?.[tableName] ?? []).map(itemFrom));
    wanted = UnprocessedKeys?.[tableName]?.Keys ?? [];
  }
  return items;
}
