import { type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { Instant } from '../../domain/time/instant.ts';
import type { BothRegions } from '../regions/both-regions.ts';
import { number } from './incident-item.ts';
import { inEitherRegion } from './writes.ts';

/**
 * Which received SMS were handled. Each SMS reaches both cells. The other one handles it only when the first has not done
 * so in time.
 */
export interface HandledMessages {
  /** Notes that the message with this id was handled. Doing it twice is harmless. */
  note(id: string, at: Instant): Promise<void>;
  has(id: string): Promise<boolean>;
}

/** The notes in the incident table: one item for each message. */
export function handledMessages(tableName: string, clients: BothRegions<DynamoDBClient>): HandledMessages {
  const keyOf = (id: string) => ({ pk: { S: `sms#${id}` }, sk: { S: 'handled' } });
  return {
    async note(id, at) {
      const Item = { ...keyOf(id), at: number(at) };
      await inEitherRegion(clients, (client) =>
        client.send(new PutItemCommand({ TableName: tableName, Item })),
      );
    },
    async has(id) {
      const command = new GetItemCommand({ TableName: tableName, Key: keyOf(id), ConsistentRead: true });
      const { Item } = await inEitherRegion(clients, (client) => client.send(command));
      return Item !== undefined;
    },
  };
}
