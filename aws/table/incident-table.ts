import { type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { Incident } from '../../domain/incident/incident.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { BothRegions } from '../regions/both-regions.ts';
import { type Head, headFromItem, headKey, headToItem, type IncidentRef, type Item, number } from './head.ts';
import { type Claim, type Opening, toClaim, toOpen } from './head-updates.ts';
import { overdueKeys } from './overdue.ts';
import { conditionalPut, conditionalUpdate, inEitherRegion } from './writes.ts';

/** The incidents: one item each, changed by conditional writes only. See docs/protocol/ for why these are enough. */
export interface IncidentTable {
  /** Opens the next generation of a key, or shows the incident that stands in the way. */
  open(opening: Opening): Promise<Opened>;
  /** What a driver writes before it acts. */
  claim(claim: Claim): Promise<Claimed>;
  /** Replaces a head that is still as it was seen, as the next revision; else shows the one that stands there now. */
  replace(seen: Head, next: Head): Promise<Replaced>;
  read(key: string): Promise<Head | undefined>;
  /** The keys whose deadline is past, by the index: a hint, the head decides. */
  overdue(before: Instant): Promise<readonly string[]>;
  /** Stores a resolved generation as an item of its own. Doing it twice is harmless. */
  archive(head: Head): Promise<void>;
  /** Stores the timeline so far as an item of its own. Doing it twice is harmless. */
  moveTimeline(ref: IncidentRef, incident: Incident): Promise<void>;
}

export type Opened =
  | { readonly kind: 'opened'; readonly head: Head }
  | { readonly kind: 'exists'; readonly head: Head };

export type Claimed =
  | { readonly kind: 'claimed'; readonly head: Head }
  /** Something else was written since: this is what stands there now. */
  | { readonly kind: 'lost'; readonly head: Head | undefined };

export type Replaced =
  | { readonly kind: 'replaced'; readonly head: Head }
  | { readonly kind: 'lost'; readonly head: Head };

/** The incidents in a table of two replicas: each call asks the own region's and, without an answer, the other's. */
export function incidentTable(tableName: string, clients: BothRegions<DynamoDBClient>): IncidentTable {
  const table = { TableName: tableName };
  const put = (Item: Item) =>
    inEitherRegion(clients, (client) => client.send(new PutItemCommand({ ...table, Item })));
  return {
    async open(opening) {
      const outcome = await conditionalUpdate(clients, {
        ...table,
        Key: headKey(opening.key),
        ...toOpen(opening),
      });
      return { kind: outcome.kind === 'written' ? 'opened' : 'exists', head: headOf(outcome.item) };
    },
    async claim(claim) {
      const outcome = await conditionalUpdate(clients, {
        ...table,
        Key: headKey(claim.key),
        ...toClaim(claim),
      });
      if (outcome.kind === 'written') return { kind: 'claimed', head: headOf(outcome.item) };
      return { kind: 'lost', head: outcome.item && headFromItem(outcome.item) };
    },
    async replace(seen, next) {
      const head = { ...next, revision: seen.revision + 1 };
      const outcome = await conditionalPut(clients, {
        ...table,
        Item: headToItem(head),
        ConditionExpression: 'generation = :generation AND revision = :revision',
        ExpressionAttributeValues: {
          ':generation': number(seen.generation),
          ':revision': number(seen.revision),
        },
      });
      return outcome.kind === 'written'
        ? { kind: 'replaced', head }
        : { kind: 'lost', head: headOf(outcome.item) };
    },
    async read(key) {
      const command = new GetItemCommand({ ...table, Key: headKey(key), ConsistentRead: true });
      const { Item } = await inEitherRegion(clients, (client) => client.send(command));
      return Item && headFromItem(Item);
    },
    overdue: (before) => overdueKeys(tableName, clients, before),
    async archive(head) {
      const sk = { S: `generation#${padded(head.generation)}` };
      await put({ ...headToItem({ ...head, deadline: undefined }), sk });
    },
    async moveTimeline({ key, generation }, { movedEntries, timeline }) {
      const sk = { S: `timeline#${padded(generation)}#${padded(movedEntries)}` };
      await put({ pk: { S: key }, sk, entries: { S: JSON.stringify(timeline) } });
    },
  };
}

function headOf(item: Item | undefined): Head {
  if (item === undefined) throw new Error('the table gave no item with its answer');
  return headFromItem(item);
}

function padded(count: number): string {
  return String(count).padStart(6, '0');
}
