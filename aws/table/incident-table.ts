import { type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { Incident } from '../../domain/incident/incident.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { BothRegions } from '../regions/both-regions.ts';
import {
  type Attributes,
  attributesOf,
  type IncidentItem,
  type IncidentRef,
  itemFrom,
  itemKey,
  number,
} from './incident-item.ts';
import { type Claim, type Opening, toClaim, toOpen } from './incident-updates.ts';
import { type OverdueKeys, type OverduePlace, overdueKeys } from './overdue.ts';
import { conditionalPut, conditionalUpdate, inEitherRegion } from './writes.ts';

/** The incidents: one item each, changed by conditional writes only. See docs/protocol/ for why these are enough. */
export interface IncidentTable {
  /** Opens the next generation of a key, or returns the incident that prevents it. */
  open(opening: Opening): Promise<Opened>;
  /** Writes the claim of a driver, before it acts. */
  claim(claim: Claim): Promise<Claimed>;
  /** Writes the next revision of an item, if it is still as it was read. Else returns the item that is there now. */
  replace(seen: IncidentItem, next: IncidentItem): Promise<Replaced>;
  read(key: string): Promise<IncidentItem | undefined>;
  /**
   * Finds the keys whose deadline is past, by the index. It is a hint: the item decides. `from`: where an earlier call
   * stopped.
   */
  overdue(before: Instant, from?: OverduePlace): Promise<OverdueKeys>;
  /** Stores a resolved generation as an item of its own. Doing it twice is harmless. */
  archive(item: IncidentItem): Promise<void>;
  /** Stores the timeline so far as an item of its own. Doing it twice is harmless. */
  moveTimeline(ref: IncidentRef, incident: Incident): Promise<void>;
}

export type Opened =
  | { readonly kind: 'opened'; readonly item: IncidentItem }
  | { readonly kind: 'exists'; readonly item: IncidentItem };

export type Claimed =
  | { readonly kind: 'claimed'; readonly item: IncidentItem }
  /** Something else was written since. This is the item that is there now. */
  | { readonly kind: 'lost'; readonly item: IncidentItem | undefined };

export type Replaced =
  | { readonly kind: 'replaced'; readonly item: IncidentItem }
  | { readonly kind: 'lost'; readonly item: IncidentItem };

/** The incidents in a table with two replicas. Each call asks the own region's, and the other's when there is no answer. */
export function incidentTable(tableName: string, clients: BothRegions<DynamoDBClient>): IncidentTable {
  const table = { TableName: tableName };
  const put = (Item: Attributes) =>
    inEitherRegion(clients, (client) => client.send(new PutItemCommand({ ...table, Item })));
  return {
    async open(opening) {
      const outcome = await conditionalUpdate(clients, {
        ...table,
        Key: itemKey(opening.key),
        ...toOpen(opening),
      });
      return { kind: outcome.kind === 'written' ? 'opened' : 'exists', item: itemOf(outcome.attributes) };
    },
    async claim(claim) {
      const outcome = await conditionalUpdate(clients, {
        ...table,
        Key: itemKey(claim.key),
        ...toClaim(claim),
      });
      if (outcome.kind === 'written') return { kind: 'claimed', item: itemOf(outcome.attributes) };
      return { kind: 'lost', item: outcome.attributes && itemFrom(outcome.attributes) };
    },
    async replace(seen, next) {
      const item = { ...next, revision: seen.revision + 1 };
      const outcome = await conditionalPut(clients, {
        ...table,
        Item: attributesOf(item),
        ConditionExpression: 'generation = :generation AND revision = :revision',
        ExpressionAttributeValues: {
          ':generation': number(seen.generation),
          ':revision': number(seen.revision),
        },
      });
      return outcome.kind === 'written'
        ? { kind: 'replaced', item }
        : { kind: 'lost', item: itemOf(outcome.attributes) };
    },
    async read(key) {
      const command = new GetItemCommand({ ...table, Key: itemKey(key), ConsistentRead: true });
      const { Item } = await inEitherRegion(clients, (client) => client.send(command));
      return Item && itemFrom(Item);
    },
    overdue: (before, from) => overdueKeys(tableName, clients, before, from),
    async archive(item) {
      const sk = { S: `generation#${padded(item.generation)}` };
      await put({ ...attributesOf({ ...item, deadline: undefined }), sk });
    },
    async moveTimeline({ key, generation }, { movedEntries, timeline }) {
      const sk = { S: `timeline#${padded(generation)}#${padded(movedEntries)}` };
      await put({ pk: { S: key }, sk, entries: { S: JSON.stringify(timeline) } });
    },
  };
}

function itemOf(attributes: Attributes | undefined): IncidentItem {
  if (attributes === undefined) throw new Error('the table gave no item with its answer');
  return itemFrom(attributes);
}

function padded(count: number): string {
  return String(count).padStart(6, '0');
}
