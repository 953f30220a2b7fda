import { type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { type Allowance, mayBeSent, remembered, type SentText } from '../../domain/paging/message-budget.ts';
import type { BothRegions } from '../regions/both-regions.ts';
import { type Attributes, number } from './incident-item.ts';
import { conditionalPut, inEitherRegion } from './writes.ts';

/** The texts that each number was sent lately, where both cells see them. */
export interface SentTexts {
  /** Asks whether a text may go to a number, and stores that it does. */
  take(phone: string, next: SentText): Promise<Allowance>;
}

/** Tries to store a text while others are stored for the same number. */
const maxTries = 8;

/** The texts in the incident table: one item for each number. */
export function sentTexts(tableName: string, clients: BothRegions<DynamoDBClient>): SentTexts {
  return {
    async take(phone, next) {
      const Key = { pk: { S: `phone#${phone}` }, sk: { S: 'texts' } };
      const read = new GetItemCommand({ TableName: tableName, Key, ConsistentRead: true });
      let item: Attributes | undefined = (await inEitherRegion(clients, (client) => client.send(read))).Item;
      for (let tries = 0; tries < maxTries; tries++) {
        const sent = textsOf(item);
        const allowance = mayBeSent(sent, next);
        if (allowance.kind !== 'send') return allowance;
        const outcome = await conditionalPut(clients, {
          TableName: tableName,
          Item: {
            ...Key,
            texts: { S: JSON.stringify(remembered(sent, next)) },
            revision: number(Number(item?.['revision']?.N ?? 0) + 1),
          },
          ...(item === undefined
            ? { ConditionExpression: 'attribute_not_exists(pk)' }
            : {
                ConditionExpression: 'revision = :revision',
                ExpressionAttributeValues: { ':revision': item['revision'] ?? number(0) },
              }),
        });
        if (outcome.kind === 'written') return allowance;
        item = outcome.attributes;
      }
      throw new Error(`a text to a number could not be counted in ${maxTries} tries`);
    },
  };
}

function textsOf(item: Attributes | undefined): readonly SentText[] {
  return JSON.parse(item?.['texts']?.S ?? '[]') as readonly SentText[];
}
