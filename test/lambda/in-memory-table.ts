import {
  BatchGetItemCommand,
  ConditionalCheckFailedException,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import updateItem from 'dynalite/actions/updateItem.js';
import conditionParser from 'dynalite/db/conditionParser.js';
import db, { type DynaliteStore } from 'dynalite/db/index.js';
import updateParser from 'dynalite/db/updateParser.js';
import type { Attributes } from '../../aws/table/incident-item.ts';

/** A command of the SDK, as the product sends it. */
export interface Command {
  readonly input: object;
}

/** What the commands that the product uses have in common. */
interface Expressions {
  readonly ExpressionAttributeNames?: Record<string, string> | undefined;
  readonly ExpressionAttributeValues?: Attributes | undefined;
}

/**
 * The table as a map. The product's own commands are carried out, at once and one at a time: their conditions and
 * updates are read and evaluated by dynalite, so nothing of them is written down twice.
 */
export interface InMemoryTable {
  /** Carries out a command. Throws as the SDK rejects: a failed condition shows the item when the command asks for it. */
  execute(command: Command): unknown;
  item(pk: string, sk: string): Attributes | undefined;
  /** Puts an item there, past all conditions. */
  put(item: Attributes): void;
  all(): readonly Attributes[];
}

export function inMemoryTable(): InMemoryTable {
  const items = new Map<string, Attributes>();
  const idOf = (key: Attributes) => `${key['pk']?.S} ${key['sk']?.S}`;
  function check(
    input: Expressions,
    condition: string | undefined,
    key: Attributes,
    showsOld: boolean,
  ): void {
    const item = items.get(idOf(key));
    if (condition === undefined || holds(item, condition, input)) return;
    const shown = showsOld && item !== undefined ? { Item: item } : {};
    throw new ConditionalCheckFailedException({ message: condition, $metadata: {}, ...shown });
  }

  function execute(command: Command): unknown {
    if (command instanceof GetItemCommand) {
      const item = items.get(idOf(command.input.Key ?? {}));
      return item === undefined ? {} : { Item: item };
    }
    if (command instanceof PutItemCommand) {
      const { input } = command;
      const item = input.Item ?? {};
      check(input, input.ConditionExpression, item, input.ReturnValuesOnConditionCheckFailure === 'ALL_OLD');
      items.set(idOf(item), fitting(item));
      return {};
    }
    if (command instanceof UpdateItemCommand) {
      const { input } = command;
      const key = input.Key ?? {};
      check(input, input.ConditionExpression, key, input.ReturnValuesOnConditionCheckFailure === 'ALL_OLD');
      const updated = fitting(update(items.get(idOf(key)), key, input.UpdateExpression ?? '', input));
      items.set(idOf(key), updated);
      return { Attributes: updated };
    }
    if (command instanceof QueryCommand) {
      const { input } = command;
      const found = [...items.values()]
        .filter((item) => holds(item, input.KeyConditionExpression ?? '', input))
        .sort((one, other) => ((one['sk']?.S ?? '') < (other['sk']?.S ?? '') ? -1 : 1));
      const ordered = input.ScanIndexForward === false ? found.reverse() : found;
      return { Items: ordered.slice(0, input.Limit ?? ordered.length) };
    }
    if (command instanceof ScanCommand) {
      const { input } = command;
      const due = [...items.values()].filter((item) => item['dueBucket'] !== undefined && isCurrent(item));
      const { FilterExpression: filter } = input;
      return { Items: due.filter((item) => filter === undefined || holds(item, filter, input)) };
    }
    if (command instanceof BatchGetItemCommand) {
      const [[name, asked] = ['', { Keys: [] }]] = Object.entries(command.input.RequestItems ?? {});
      const found = (asked.Keys ?? []).map((key) => items.get(idOf(key)));
      return { Responses: { [name]: found.filter((item) => item !== undefined) } };
    }
    throw new Error(`the table in memory does not know ${command.constructor.name}`);
  }

  return {
    execute,
    all: () => [...items.values()],
    item: (pk, sk) => items.get(`${pk} ${sk}`),
    put: (item) => items.set(idOf(item), item),
  };
}

/** The index `due` is sparse: it holds what has a deadline. */
function isCurrent(item: Attributes): boolean {
  return item['deadline'] !== undefined;
}

/** What dynalite does not declare of itself. */
const evaluation = db as unknown as {
  matchesExprFilter(item: Attributes, expression: unknown): boolean;
  itemSize(item: Attributes): number;
  readonly compare: unknown;
};

function holds(item: Attributes | undefined, condition: string, input: Expressions): boolean {
  const { expression } = conditionParser.parse(condition, { context: contextOf(input) });
  return evaluation.matchesExprFilter(item ?? {}, expression);
}

function contextOf({ ExpressionAttributeNames, ExpressionAttributeValues }: Expressions) {
  return {
    attrNames: ExpressionAttributeNames,
    attrVals: ExpressionAttributeValues,
    unusedAttrNames: {},
    unusedAttrVals: {},
    isReserved: () => false,
    compare: evaluation.compare,
  };
}

/** The item after an update, by dynalite's own action on a store of one item. */
function update(
  item: Attributes | undefined,
  Key: Attributes,
  expression: string,
  input: Expressions,
): Attributes {
  let updated: Attributes | undefined;
  const itemStore = {
    lock: (_key: unknown, run: (release: <T>(done: T) => T) => void) => run((done) => done),
    get: (_key: unknown, done: (error: unknown, found?: Attributes) => void) =>
      item === undefined ? done({ name: 'NotFoundError' }) : done(null, item),
    put: (_key: unknown, put: Attributes, done: (error: unknown) => void) => {
      updated = put;
      done(null);
    },
  };
  const store = {
    options: { maxItemSize: Number.POSITIVE_INFINITY },
    getTable: (_name: unknown, done: (error: unknown, found: object) => void) => done(null, table),
    getItemDb: () => itemStore,
  };
  const _updates = updateParser.parse(expression, { context: contextOf(input) });
  updateItem(store as unknown as DynaliteStore, { TableName: 'table', Key, _updates }, (error) => {
    if (error) throw error;
  });
  if (updated === undefined) throw new Error('dynalite has not updated the item at once');
  return updated;
}

const table = {
  AttributeDefinitions: [
    { AttributeName: 'pk', AttributeType: 'S' },
    { AttributeName: 'sk', AttributeType: 'S' },
  ],
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' },
    { AttributeName: 'sk', KeyType: 'RANGE' },
  ],
};

/** The most that an item may hold. Source: DynamoDB developer guide, "Service quotas". */
const maxItemBytes = 400 * 1024;

function fitting(item: Attributes): Attributes {
  const bytes = evaluation.itemSize(item);
  if (bytes > maxItemBytes) throw new Error(`ValidationException: an item of ${bytes} bytes is too large`);
  return item;
}
