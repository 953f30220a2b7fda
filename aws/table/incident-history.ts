import { type DynamoDBClient, GetItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import type { Incident } from '../../domain/incident/incident.ts';
import type { Entry } from '../../domain/incident/timeline.ts';
import type { BothRegions } from '../regions/both-regions.ts';
import { type Attributes, type IncidentItem, type IncidentRef, itemFrom } from './incident-item.ts';
import { inEitherRegion } from './writes.ts';

/** What is stored of an incident beside its item. */
export interface IncidentHistory {
  /** A resolved generation, once it has been stored as an item of its own. */
  generation(ref: IncidentRef): Promise<IncidentItem | undefined>;
  /** The whole timeline of an incident as it was read, oldest first: what was moved out of it, and what it carries. */
  timeline(ref: IncidentRef, incident: Incident): Promise<readonly Entry[]>;
}

/** Reads the items that `incidentTable` writes beside an incident. */
export function incidentHistory(tableName: string, clients: BothRegions<DynamoDBClient>): IncidentHistory {
  return {
    async generation({ key, generation }) {
      const Key = { pk: { S: key }, sk: { S: `generation#${padded(generation)}` } };
      const command = new GetItemCommand({ TableName: tableName, Key, ConsistentRead: true });
      const { Item } = await inEitherRegion(clients, (client) => client.send(command));
      return Item && itemFrom(Item);
    },

    async timeline({ key, generation }, { movedEntries, timeline }) {
      if (movedEntries === 0) return timeline;
      const prefix = `timeline#${padded(generation)}#`;
      const moved: Entry[] = [];
      let start: Attributes | undefined;
      do {
        const command = new QueryCommand({
          TableName: tableName,
          // Only what was moved before the incident was read: of entries moved since, it still carries a copy.
          KeyConditionExpression: 'pk = :key AND sk BETWEEN :first AND :last',
          ExpressionAttributeValues: {
            ':key': { S: key },
            ':first': { S: `${prefix}${padded(0)}` },
            ':last': { S: `${prefix}${padded(movedEntries - 1)}` },
          },
          ConsistentRead: true,
          ...(start === undefined ? {} : { ExclusiveStartKey: start }),
        });
        const page = await inEitherRegion(clients, (client) => client.send(command));
        moved.push(...(page.Items ?? []).flatMap(({ entries }) => JSON.parse(entries?.S ?? '[]') as Entry[]));
        start = page.LastEvaluatedKey;
      } while (start !== undefined);
      return [...moved, ...timeline];
    },
  };
}

function padded(count: number): string {
  return String(count).padStart(6, '0');
}
