import { type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { type Instant, minute } from '../../domain/time/instant.ts';
import type { BothRegions } from '../regions/both-regions.ts';
import { type Attributes, number } from './incident-item.ts';
import { conditionalUpdate, inEitherRegion } from './writes.ts';

/** Limits the copies that a customer gets. When many alarms come at once, most are counted and not sent. */
export interface CustomerCopies {
  /** Asks for a copy. A copy that is asked for again, because its function was killed, gets the same answer. */
  take(customer: string, copy: string, now: Instant): Promise<Copy>;
}

export type Copy =
  /** `folded`: copies that were counted before this one, instead of sent. */
  { readonly kind: 'send'; readonly folded: number } | { readonly kind: 'folded' };

/** Copies that a customer gets within this time, at most. */
export const maxCopies = { count: 3, within: 15 * minute } as const;

/**
 * The copies in the incident table: one item for each customer. It has three places for copies that were sent. A request
 * takes a free place, or is counted if there is none. So even a hundred requests at once lose at most three writes each.
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
      // The condition fails only when the copy was counted before.
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
