import { type DynamoDBClient, GetItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import type { Incident } from '../../domain/incident/incident.ts';
import type { Entry } from '../../domain/incident/timeline.ts';
import type { BothRegions } from '../regions/both-regions.ts';
import { type Attributes, type IncidentItem, type IncidentRef, itemFrom } from './incident-item.ts';
import { inEitherRegion } from './writes.ts';

/** The stored history of an incident: what is not in its own item. */
export interface IncidentHistory {
  /** Reads a resolved generation that was stored as an item of its own. */
  generation(ref: IncidentRef): Promise<IncidentItem | undefined>;
  /** Reads the whole timeline of an incident, oldest first: the entries that were moved out, and those in its own item. */
  timeline(ref: IncidentRef, incident: Incident): Promise<readonly Entry[]>;
}

/** Reads the items that `incidentTable` writes for the history of an incident. */
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
          // Only the entries that were moved before the incident was read: it still has a copy of the later ones.
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
