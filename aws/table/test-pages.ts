import { type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import type { Instant } from '../../domain/time/instant.ts';
import type { BothRegions } from '../regions/both-regions.ts';
import { type Attributes, number } from './incident-item.ts';
import { conditionalPut, inEitherRegion } from './writes.ts';

/** A page to a responder's own phone, which is about no incident. */
export interface SentTest {
  readonly path: 'sms' | 'call';
  readonly region: string;
  readonly sentAt: Instant;
  /** What proves that a person has read or heard it. */
  readonly digits: string;
  /** Why the region did not accept it. */
  readonly refused?: string | undefined;
  readonly answeredAt?: Instant | undefined;
  /** How many went to this phone in this hour, this one included. */
  readonly inThisHour: number;
}

/** The last test page to each phone: one item, which no incident, budget or report reads. */
export interface TestPages {
  find(phone: string): Promise<SentTest | undefined>;
  /** Replaces `seen`, the one that was found. False: another one came first. */
  replace(phone: string, seen: SentTest | undefined, test: SentTest): Promise<boolean>;
}

export function testPages(tableName: string, clients: BothRegions<DynamoDBClient>): TestPages {
  return {
    async find(phone) {
      const command = new GetItemCommand({ TableName: tableName, Key: keyOf(phone), ConsistentRead: true });
      const { Item } = await inEitherRegion(clients, (client) => client.send(command));
      return Item && testOf(Item);
    },
    async replace(phone, seen, test) {
      const { kind } = await conditionalPut(clients, {
        TableName: tableName,
        Item: { ...keyOf(phone), ...itemOf(test) },
        ConditionExpression: 'attribute_not_exists(pk) OR sentAt = :seen',
        ExpressionAttributeValues: { ':seen': number(seen?.sentAt ?? 0) },
      });
      return kind === 'written';
    },
  };
}

function keyOf(phone: string): Attributes {
  return { pk: { S: `phone#${phone}` }, sk: { S: 'test' } };
}

function itemOf({ path, region, sentAt, digits, refused, answeredAt, inThisHour }: SentTest): Attributes {
  return {
    path: { S: path },
    region: { S: region },
    sentAt: number(sentAt),
    digits: { S: digits },
    inThisHour: number(inThisHour),
    ...(refused === undefined ? {} : { refused: { S: refused } }),
    ...(answeredAt === undefined ? {} : { answeredAt: number(answeredAt) }),
  };
}

function testOf(attributes: Attributes): SentTest {
  const text = (name: string) => attributes[name]?.S;
  const answeredAt = attributes['answeredAt']?.N;
  return {
    path: text('path') === 'call' ? 'call' : 'sms',
    region: text('region') ?? '',
    sentAt: Number(attributes['sentAt']?.N),
    digits: text('digits') ?? '',
    refused: text('refused'),
    answeredAt: answeredAt === undefined ? undefined : Number(answeredAt),
    inThisHour: Number(attributes['inThisHour']?.N),
  };
}
