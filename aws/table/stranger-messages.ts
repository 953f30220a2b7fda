import { type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import type { Instant } from '../../domain/time/instant.ts';
import type { BothRegions } from '../regions/both-regions.ts';
import { type Attributes, type IncidentRef, number } from './incident-item.ts';
import { conditionalUpdate, inEitherRegion } from './writes.ts';

/** A message from a number that the organization does not know. */
export interface StrangerMessage {
  readonly number: string;
  readonly text: string;
  /** The id of the message. A message that is delivered twice in a row counts once. */
  readonly id: string;
}

/** The messages of strangers about an incident: their number, and the last one. */
export interface StrangerCount {
  readonly count: number;
  readonly lastAt: Instant;
  readonly number: string;
  readonly text: string;
}

/** Counts the messages of strangers who know the code of an incident, so that they need only one item. */
export interface StrangerMessages {
  count(ref: IncidentRef, message: StrangerMessage, now: Instant): Promise<void>;
  read(ref: IncidentRef): Promise<StrangerCount | undefined>;
}

/**
 * The counts in the incident table: one item for each incident, apart from the incident item. So a stranger's SMS neither
 * fills the incident nor changes the revision that its driver needs.
 */
export function strangerMessages(tableName: string, clients: BothRegions<DynamoDBClient>): StrangerMessages {
  return {
    async count(ref, message, now) {
      await conditionalUpdate(clients, {
        TableName: tableName,
        Key: keyOf(ref),
        UpdateExpression:
          'SET messages = if_not_exists(messages, :none) + :one, lastAt = :now, lastNumber = :number, lastText = :text, lastId = :id',
        // The condition fails only when the message was counted before.
        ConditionExpression: 'attribute_not_exists(lastId) OR lastId <> :id',
        ExpressionAttributeValues: {
          ':none': number(0),
          ':one': number(1),
          ':now': number(now),
          ':number': { S: message.number },
          ':text': { S: message.text },
          ':id': { S: message.id },
        },
      });
    },
    async read(ref) {
      const command = new GetItemCommand({ TableName: tableName, Key: keyOf(ref), ConsistentRead: true });
      const { Item } = await inEitherRegion(clients, (client) => client.send(command));
      if (Item === undefined) return undefined;
      return {
        count: Number(Item['messages']?.N),
        lastAt: Number(Item['lastAt']?.N),
        number: Item['lastNumber']?.S ?? '',
        text: Item['lastText']?.S ?? '',
      };
    },
  };
}

function keyOf({ key, generation }: IncidentRef): Attributes {
  return { pk: { S: key }, sk: { S: `strangers#${String(generation).padStart(6, '0')}` } };
}
