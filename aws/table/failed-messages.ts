import { type DynamoDBClient, GetItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import type { Instant } from '../../domain/time/instant.ts';
import type { BothRegions } from '../regions/both-regions.ts';
import { type Attributes, number } from './incident-item.ts';
import { conditionalUpdate, inEitherRegion } from './writes.ts';

/** A message that could not be handled again and again, and that nobody tries any more. */
export interface PutAside {
  readonly id: string;
  /** What it is, as people read it: `answers`. */
  readonly what: string;
  readonly region: string;
  readonly content: string;
  readonly error: string;
  readonly tries: number;
  readonly firstAt: Instant;
  readonly at: Instant;
}

/** The messages that a guardian could not handle, where both cells see them. */
export interface FailedMessages {
  /** How often a message has failed so far. */
  tries(id: string): Promise<number>;
  /** Counts a failure, and returns the number of them. */
  count(id: string, now: Instant): Promise<number>;
  /** Stores a message that is tried no more. Doing it twice is harmless. */
  putAside(message: Omit<PutAside, 'tries' | 'firstAt'>): Promise<void>;
  /** Those that were put aside, the latest first, at most 100. */
  list(): Promise<readonly PutAside[]>;
}

const maxListed = 100;

/** The messages in the incident table: one item for each that has failed. */
export function failedMessages(tableName: string, clients: BothRegions<DynamoDBClient>): FailedMessages {
  const keyOf = (id: string) => ({ pk: { S: 'failed messages' }, sk: { S: `message#${id}` } });
  const asideKeyOf = ({ id, at }: Pick<PutAside, 'id' | 'at'>) => ({
    pk: { S: 'put aside' },
    sk: { S: `message#${String(at).padStart(13, '0')}#${id}` },
  });
  async function itemOf(id: string): Promise<Attributes | undefined> {
    const command = new GetItemCommand({ TableName: tableName, Key: keyOf(id), ConsistentRead: true });
    return (await inEitherRegion(clients, (client) => client.send(command))).Item;
  }
  return {
    tries: async (id) => Number((await itemOf(id))?.['tries']?.N ?? 0),

    async count(id, now) {
      const outcome = await conditionalUpdate(clients, {
        TableName: tableName,
        Key: keyOf(id),
        UpdateExpression:
          'SET tries = if_not_exists(tries, :none) + :one, firstAt = if_not_exists(firstAt, :now), lastAt = :now',
        ExpressionAttributeValues: { ':none': number(0), ':one': number(1), ':now': number(now) },
      });
      return Number(outcome.attributes?.['tries']?.N ?? 0);
    },

    async putAside(message) {
      const failed = await itemOf(message.id);
      const { id, what, region, content, error, at } = message;
      await conditionalUpdate(clients, {
        TableName: tableName,
        Key: asideKeyOf(message),
        UpdateExpression: 'SET message = :message, tries = :tries, firstAt = :firstAt, storedAt = :at',
        ExpressionAttributeValues: {
          ':message': { S: JSON.stringify({ id, what, region, content, error }) },
          ':tries': failed?.['tries'] ?? number(0),
          ':firstAt': failed?.['firstAt'] ?? number(at),
          ':at': number(at),
        },
      });
    },

    async list() {
      const command = new QueryCommand({
        TableName: tableName,
        KeyConditionExpression: 'pk = :aside',
        ExpressionAttributeValues: { ':aside': { S: 'put aside' } },
        ScanIndexForward: false,
        Limit: maxListed,
        ConsistentRead: true,
      });
      const { Items = [] } = await inEitherRegion(clients, (client) => client.send(command));
      return Items.map((attributes) => ({
        ...(JSON.parse(attributes['message']?.S ?? '{}') as Omit<PutAside, 'tries' | 'firstAt' | 'at'>),
        tries: Number(attributes['tries']?.N),
        firstAt: Number(attributes['firstAt']?.N),
        at: Number(attributes['storedAt']?.N),
      }));
    },
  };
}
