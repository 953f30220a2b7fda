import { type DynamoDBClient, GetItemCommand, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { blockCount, blockOf, codesOfBlock } from '../../domain/replies/code.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { BothRegions } from '../regions/both-regions.ts';
import type { IncidentRef } from './incident-item.ts';
import { number } from './incident-item.ts';
import type { IncidentTable } from './incident-table.ts';
import { conditionalPut, inEitherRegion } from './writes.ts';

/** The codes by which people name incidents. */
export interface CodeIndex {
  /** Reserves a block of codes that nobody else gives out. Empty when every block that was tried is in use. */
  reserve(length: 3 | 4, now: Instant): Promise<readonly string[]>;
  /** Stores which incident a code names. */
  assign(code: string, ref: IncidentRef, now: Instant): Promise<void>;
  /** Finds the incident that a code names now, or named last. */
  find(code: string): Promise<IncidentRef | undefined>;
}

const day = 24 * 60 * 60 * 1000;

/** How long an instance gives out the codes of a block. */
export const blockReservedMs = day;

/** A code is not given again for 7 days; the block's last codes are given out at the end of that time. */
const restTime = 7 * day;

/** Blocks that are tried at random before codes become longer. When all of these are in use, about half of all blocks are. */
const triesPerLength = 3;

/** The codes in the incident table: one item for a block, and one for each code that was given out. */
export function codeIndex(
  tableName: string,
  clients: BothRegions<DynamoDBClient>,
  incidents: Pick<IncidentTable, 'read'>,
): CodeIndex {
  async function reserveBlock(block: string, now: Instant): Promise<readonly string[]> {
    const outcome = await conditionalPut(clients, {
      TableName: tableName,
      Item: {
        pk: { S: `codes#${block}` },
        sk: { S: 'block' },
        freeAt: number(now + blockReservedMs + restTime),
      },
      ConditionExpression: 'attribute_not_exists(pk) OR freeAt < :now',
      ExpressionAttributeValues: { ':now': number(now) },
    });
    if (outcome.kind === 'refused') return [];
    const resting = await codesInUse(block, now);
    return codesOfBlock(block).filter((code) => !resting.has(code));
  }

  /** The codes of a block whose incidents are open, or were until recently. */
  async function codesInUse(block: string, now: Instant): Promise<ReadonlySet<string>> {
    const command = new QueryCommand({
      TableName: tableName,
      KeyConditionExpression: 'pk = :block AND begins_with(sk, :code)',
      ExpressionAttributeValues: { ':block': { S: `codes#${block}` }, ':code': { S: 'code#' } },
    });
    const { Items = [] } = await inEitherRegion(clients, (client) => client.send(command));
    const inUse = await Promise.all(
      Items.map(async ({ sk, key, generation }) => {
        const item = key?.S === undefined ? undefined : await incidents.read(key.S);
        const isSame = item?.generation === Number(generation?.N);
        const isFree = !isSame || (item.resolvedAt !== undefined && item.resolvedAt < now - restTime);
        return isFree ? [] : [sk?.S?.slice('code#'.length) ?? ''];
      }),
    );
    return new Set(inUse.flat());
  }

  return {
    async reserve(length, now) {
      for (let tries = 0; tries < triesPerLength; tries++) {
        const codes = await reserveBlock(randomBlock(length), now);
        if (codes.length > 0) return codes;
      }
      return [];
    },

    async assign(code, { key, generation }, now) {
      const Item = {
        pk: { S: `codes#${blockOf(code)}` },
        sk: { S: `code#${code}` },
        key: { S: key },
        generation: number(generation),
        givenAt: number(now),
      };
      await inEitherRegion(clients, (client) =>
        client.send(new PutItemCommand({ TableName: tableName, Item })),
      );
    },

    async find(code) {
      const Key = { pk: { S: `codes#${blockOf(code)}` }, sk: { S: `code#${code}` } };
      const command = new GetItemCommand({ TableName: tableName, Key, ConsistentRead: true });
      const { Item } = await inEitherRegion(clients, (client) => client.send(command));
      const key = Item?.['key']?.S;
      return key === undefined ? undefined : { key, generation: Number(Item?.['generation']?.N) };
    },
  };
}

function randomBlock(length: 3 | 4): string {
  const index = Math.floor(Math.random() * blockCount(length));
  return `${length}-${String(index).padStart(4, '0')}`;
}
