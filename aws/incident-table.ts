import {
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  ScanCommand,
  type UpdateItemCommandInput,
} from '@aws-sdk/client-dynamodb';
import type { Incident } from '../domain/incident.ts';
import type { Instant } from '../domain/instant.ts';
import { reopenWithin } from '../domain/resolution.ts';
import type { BothRegions } from './both-regions.ts';
import {
  bucketOf,
  fieldsOf,
  type Head,
  headFromItem,
  headKey,
  headToItem,
  type IncidentRef,
  type Item,
  number,
  type TaskToken,
} from './head.ts';
import { conditionalPut, conditionalUpdate, inEitherRegion } from './table-writes.ts';

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

export interface Opening {
  readonly key: string;
  readonly incident: Incident;
  readonly eventAt: Instant;
  readonly now: Instant;
  readonly deadline: Instant;
}

export type Opened =
  | { readonly kind: 'opened'; readonly head: Head }
  | { readonly kind: 'exists'; readonly head: Head };

export interface Claim extends IncidentRef {
  readonly epoch: number;
  readonly revision: number;
  readonly deadline: Instant;
  /** An act holds others off until its deadline; a wait leaves the token that wakes it. */
  readonly purpose:
    | { readonly kind: 'act' }
    | { readonly kind: 'decide' }
    | { readonly kind: 'wait'; readonly token?: TaskToken | undefined };
}

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

type Expressions = Pick<
  UpdateItemCommandInput,
  'ConditionExpression' | 'ExpressionAttributeNames' | 'ExpressionAttributeValues'
> & { UpdateExpression: string };

/** A key that has no incident, or one that is resolved since long, archived, and older than the event. */
function toOpen({ key, incident, eventAt, now, deadline }: Opening): Expressions {
  const { status, code, body } = fieldsOf(incident);
  return {
    UpdateExpression: `SET generation = if_not_exists(generation, :none) + :one, revision = if_not_exists(revision, :none) + :one,
      epoch = :one, #status = :status, code = :code, body = :body, deadline = :deadline, dueBucket = :bucket,
      lastEventAt = :eventAt, takeovers = :none, isArchived = :false
      REMOVE resolvedAt, busyUntil, #token, tokenRegion`,
    ConditionExpression: `attribute_not_exists(pk) OR
      (#status = :resolved AND resolvedAt < :longAgo AND lastEventAt < :eventAt AND isArchived = :true)`,
    ExpressionAttributeNames: { '#status': 'status', '#token': 'token' },
    ExpressionAttributeValues: {
      ':none': number(0),
      ':one': number(1),
      ':status': { S: status },
      ':code': { S: code },
      ':body': { S: body },
      ':deadline': number(deadline),
      ':bucket': { S: bucketOf(key) },
      ':eventAt': number(eventAt),
      ':longAgo': number(now - reopenWithin),
      ':resolved': { S: 'resolved' },
      ':true': { BOOL: true },
      ':false': { BOOL: false },
    },
  };
}

/** Epoch and revision are the driver's: nothing else was written since it decided. */
function toClaim({ key, generation, epoch, revision, deadline, purpose }: Claim): Expressions {
  const token = purpose.kind === 'wait' ? purpose.token : undefined;
  const sets = ['revision = revision + :one', 'deadline = :deadline', 'dueBucket = :bucket'];
  if (purpose.kind === 'act') sets.push('busyUntil = :deadline');
  if (purpose.kind === 'wait') sets.push('takeovers = :none');
  if (token !== undefined) sets.push('#token = :token', 'tokenRegion = :region');
  return {
    UpdateExpression: `SET ${sets.join(', ')}${token === undefined ? ' REMOVE #token, tokenRegion' : ''}`,
    ConditionExpression: 'generation = :generation AND epoch = :epoch AND revision = :revision',
    ExpressionAttributeNames: { '#token': 'token' },
    ExpressionAttributeValues: {
      ':one': number(1),
      ':generation': number(generation),
      ':epoch': number(epoch),
      ':revision': number(revision),
      ':deadline': number(deadline),
      ':bucket': { S: bucketOf(key) },
      ...(purpose.kind === 'wait' ? { ':none': number(0) } : {}),
      ...(token === undefined ? {} : { ':token': { S: token.value }, ':region': { S: token.region } }),
    },
  };
}

/** One sweep over the sparse index costs one call while few incidents are open, and a call a megabyte when many are. */
async function overdueKeys(
  tableName: string,
  clients: BothRegions<DynamoDBClient>,
  before: Instant,
): Promise<readonly string[]> {
  const keys: string[] = [];
  let start: Item | undefined;
  for (let page = 0; page < maxPages; page++) {
    const command = new ScanCommand({
      TableName: tableName,
      IndexName: 'due',
      FilterExpression: 'deadline < :before',
      ExpressionAttributeValues: { ':before': number(before) },
      ...(start === undefined ? {} : { ExclusiveStartKey: start }),
    });
    const { Items = [], LastEvaluatedKey } = await inEitherRegion(clients, (client) => client.send(command));
    keys.push(...Items.flatMap((item) => item['pk']?.S ?? []));
    if (LastEvaluatedKey === undefined) return keys;
    start = LastEvaluatedKey;
  }
  return keys;
}

/** A megabyte of keys each: some 200,000 open incidents. */
const maxPages = 20;

function headOf(item: Item | undefined): Head {
  if (item === undefined) throw new Error('the table gave no item with its answer');
  return headFromItem(item);
}

function padded(count: number): string {
  return String(count).padStart(6, '0');
}
