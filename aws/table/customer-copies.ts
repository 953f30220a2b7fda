import { type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { type Instant, minute } from '../../domain/time/instant.ts';
import type { BothRegions } from '../regions/both-regions.ts';
import { type Attributes, number } from './incident-item.ts';
import { conditionalUpdate, inEitherRegion } from './writes.ts';

/** How many copies a customer has had: many alarms at once are counted, not sent one by one. */
export interface CustomerCopies {
  /** Asks for a copy. The same one, asked for again since its function was killed, has the same answer. */
  take(customer: string, copy: string, now: Instant): Promise<Copy>;
}

export type Copy =
  /** `folded`: copies that were counted before this one, instead of sent. */
  { readonly kind: 'send'; readonly folded: number } | { readonly kind: 'folded' };

/** A customer has at most so many copies in this time. */
export const maxCopies = { count: 3, within: 15 * minute } as const;

/**
 * One item for each customer, in the incident table. It has three places, each for a copy that was sent: who asks takes one
 * that is free, and is counted if none is. So even a hundred who ask at once lose no more than three writes each.
 */
export function customerCopies(tableName: string, clients: BothRegions<DynamoDBClient>): CustomerCopies {
  return {
    async take(customer, copy, now) {
      const Key = { pk: { S: `customer#${customer}` }, sk: { S: 'copies' } };
      const table = { TableName: tableName, Key };
      const read = new GetItemCommand({ ...table, ConsistentRead: true });
      let attributes: Attributes = (await inEitherRegion(clients, (client) => client.send(read))).Item ?? {};

      for (let losses = 0; losses <= maxCopies.count; losses++) {
        const mine = places.find((place) => attributes[`copy${place}`]?.S === copy);
        if (mine !== undefined) return { kind: 'send', folded: Number(attributes[`folded${mine}`]?.N ?? 0) };
        const free = places.find(
          (place) => Number(attributes[`sentAt${place}`]?.N ?? 0) <= now - maxCopies.within,
        );
        if (free === undefined) break;
        const taken = await conditionalUpdate(clients, { ...table, ...toTake(free, copy, now) });
        attributes = taken.attributes ?? {};
      }
      // Refused only if it has been counted.
      await conditionalUpdate(clients, { ...table, ...toCount(copy) });
      return { kind: 'folded' };
    },
  };
}

const places = Array.from({ length: maxCopies.count }, (_, place) => place);

function toTake(place: number, copy: string, now: Instant) {
  return {
    UpdateExpression: `SET sentAt${place} = :now, copy${place} = :copy, folded${place} = if_not_exists(folded, :none), folded = :none`,
    ConditionExpression: `attribute_not_exists(sentAt${place}) OR sentAt${place} <= :past`,
    ExpressionAttributeValues: {
      ':now': number(now),
      ':past': number(now - maxCopies.within),
      ':copy': { S: copy },
      ':none': number(0),
    },
  };
}

function toCount(copy: string) {
  return {
    UpdateExpression: 'SET folded = if_not_exists(folded, :none) + :one, counted = :copy',
    ConditionExpression: 'attribute_not_exists(counted) OR counted <> :copy',
    ExpressionAttributeValues: { ':copy': { S: copy }, ':none': number(0), ':one': number(1) },
  };
}
