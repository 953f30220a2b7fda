import { randomInt } from 'node:crypto';
import { type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { consentExpiresAfterMs } from '../../domain/consent/requests.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { BothRegions } from '../regions/both-regions.ts';
import { type IncidentRef, number } from './incident-item.ts';
import { conditionalPut, inEitherRegion } from './writes.ts';

/** Finds the incident of a request for consent, by the digits with which a customer answers. */
export interface ConsentIndex {
  /** Reserves four digits. No other request has them while this one waits. */
  reserve(ref: IncidentRef, now: Instant): Promise<string>;
  /** Finds the incident whose request had these digits last. */
  find(digits: string): Promise<IncidentRef | undefined>;
}

/** The number of tries to find free digits. With half of all digits in use, five tries in a row fail once in thirty. */
const maxTries = 5;

/** The digits in the incident table, one item for each. There are nine thousand, and a request lasts an hour. */
export function consentIndex(tableName: string, clients: BothRegions<DynamoDBClient>): ConsentIndex {
  const keyOf = (digits: string) => ({ pk: { S: `consent#${digits}` }, sk: { S: 'request' } });
  return {
    async reserve({ key, generation }, now) {
      for (let tries = 0; tries < maxTries; tries++) {
        const digits = String(randomInt(1000, 10_000));
        const outcome = await conditionalPut(clients, {
          TableName: tableName,
          Item: { ...keyOf(digits), key: { S: key }, generation: number(generation), askedAt: number(now) },
          ConditionExpression: 'attribute_not_exists(pk) OR askedAt < :longAgo',
          ExpressionAttributeValues: { ':longAgo': number(now - consentExpiresAfterMs) },
        });
        if (outcome.kind === 'written') return digits;
      }
      throw new Error('no digits are free for a request for consent');
    },
    async find(digits) {
      const command = new GetItemCommand({ TableName: tableName, Key: keyOf(digits), ConsistentRead: true });
      const { Item } = await inEitherRegion(clients, (client) => client.send(command));
      const key = Item?.['key']?.S;
      return key === undefined ? undefined : { key, generation: Number(Item?.['generation']?.N) };
    },
  };
}
