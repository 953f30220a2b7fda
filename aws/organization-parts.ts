import { gunzipSync, gzipSync } from 'node:zlib';
import { type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { Instant } from '../domain/time/instant.ts';
import type { BothRegions } from './regions/both-regions.ts';
import { type Attributes, number } from './table/incident-item.ts';
import { inEitherRegion } from './table/writes.ts';

/** The table that holds the organization. */
export interface OrganizationTable {
  readonly tableName: string;
  readonly clients: BothRegions<DynamoDBClient>;
}

/**
 * Bytes of an organization that one item holds. The table accepts items of 400 kB; two thousand services with their matches
 * are several megabytes.
 */
const maxBytes = 350_000;

/** Reads an item. The read needs no quorum. */
export async function itemOf(
  { tableName, clients }: OrganizationTable,
  Key: Attributes,
): Promise<Attributes | undefined> {
  const command = new GetItemCommand({ TableName: tableName, Key });
  return (await inEitherRegion(clients, (client) => client.send(command))).Item;
}

/**
 * The attributes by which the item of the organization holds its text. A large one is compressed, and cut into parts that are
 * items of their own. They are written first: whoever reads the item finds all of them.
 */
export async function itemsFor(
  { tableName, clients }: OrganizationTable,
  text: string,
  editedAt: Instant,
): Promise<Attributes> {
  if (Buffer.byteLength(text) <= maxBytes) return { organization: { S: text } };
  const packed = gzipSync(text).toString('base64');
  const count = Math.ceil(packed.length / maxBytes);
  for (let index = 0; index < count; index++) {
    const part = { S: packed.slice(index * maxBytes, (index + 1) * maxBytes) };
    const Item = { ...partKey(editedAt, index), part };
    const command = new PutItemCommand({ TableName: tableName, Item });
    await inEitherRegion(clients, (client) => client.send(command));
  }
  return { parts: number(count) };
}

/** The text of an organization, from its item and its parts. Undefined: there is none. */
export async function textIn(
  table: OrganizationTable,
  item: Attributes | undefined,
): Promise<string | undefined> {
  const { organization, parts, editedAt } = item ?? {};
  if (parts?.N === undefined) return organization?.S;
  const keys = Array.from({ length: Number(parts.N) }, (_, index) => partKey(Number(editedAt?.N), index));
  const read = await Promise.all(keys.map((key) => itemOf(table, key)));
  return gunzipSync(Buffer.from(read.map((one) => one?.['part']?.S ?? '').join(''), 'base64')).toString(
    'utf8',
  );
}

function partKey(editedAt: Instant, index: number): Attributes {
  return { pk: { S: 'organization' }, sk: { S: `part#${editedAt}#${index}` } };
}
