import { type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { BothRegions } from '../regions/both-regions.ts';
import { type IncidentRef, number } from './incident-item.ts';
import { inEitherRegion } from './writes.ts';

/** A task of an incident, as a contact of Amazon Connect. */
export interface TaskRef extends IncidentRef {
  readonly task: string;
}

/** Finds the task of a contact of Amazon Connect: its events name only the contact. */
export interface TaskIndex {
  store(contactId: string, task: TaskRef): Promise<void>;
  find(contactId: string): Promise<TaskRef | undefined>;
}

/** The index in the incident table: one item for each contact. */
export function taskIndex(tableName: string, clients: BothRegions<DynamoDBClient>): TaskIndex {
  const keyOf = (contactId: string) => ({ pk: { S: `contact#${contactId}` }, sk: { S: 'task' } });
  return {
    async store(contactId, { key, generation, task }) {
      const Item = {
        ...keyOf(contactId),
        key: { S: key },
        generation: number(generation),
        task: { S: task },
      };
      await inEitherRegion(clients, (client) =>
        client.send(new PutItemCommand({ TableName: tableName, Item })),
      );
    },
    async find(contactId) {
      const command = new GetItemCommand({
        TableName: tableName,
        Key: keyOf(contactId),
        ConsistentRead: true,
      });
      const { Item } = await inEitherRegion(clients, (client) => client.send(command));
      const key = Item?.['key']?.S;
      const task = Item?.['task']?.S;
      if (key === undefined || task === undefined) return undefined;
      return { key, task, generation: Number(Item?.['generation']?.N) };
    },
  };
}
