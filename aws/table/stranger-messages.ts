import { type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import type { Instant } from '../../domain/time/instant.ts';
import type { BothRegions } from '../regions/both-regions.ts';
import { type Attributes, type IncidentRef, number } from './incident-item.ts';
import { conditionalUpdate, inEitherRegion } from './writes.ts';

/** A message of somebody whom the organization does not know. */
export interface StrangerMessage {
  readonly number: string;
  readonly text: string;
  /** Names the message: one that is delivered twice in a row counts once. */
  readonly id: string;
}

/** What strangers have written about an incident: how many messages, and the last one. */
export interface StrangerCount {
  readonly count: number;
  readonly lastAt: Instant;
  readonly number: string;
  readonly text: string;
}

/** Messages of strangers who know the code of an incident: counted, so that they cost no more than one item. */
export interface StrangerMessages {
  count(ref: IncidentRef, message: StrangerMessage, now: Instant): Promise<void>;
  read(ref: IncidentRef): Promise<StrangerCount | undefined>;
}

/**
 * One item for each incident, beside its own: whoever may write an SMS neither fills the incident, nor takes its driver's
 * revision away.
 */
export function strangerMessages(tableName: string, clients: BothRegions<DynamoDBClient>): StrangerMessages {
  return {
    async count(ref, message, now) {
      await conditionalUpdate(clients, {
        TableName: tableName,
        Key: keyOf(ref),
        UpdateExpression:
          'SET messages = if_not_exists(messages, :none) + :one, lastAt = :now, lastNumber = :number, lastText = :text, lastId = :id',
        // Refused only if it has been counted.
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
