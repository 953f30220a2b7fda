import batchGetItem from 'dynalite/actions/batchGetItem.js';
import createTable, { type DynaliteAction } from 'dynalite/actions/createTable.js';
import deleteItem from 'dynalite/actions/deleteItem.js';
import getItem from 'dynalite/actions/getItem.js';
import putItem from 'dynalite/actions/putItem.js';
import query from 'dynalite/actions/query.js';
import scan from 'dynalite/actions/scan.js';
import updateItem from 'dynalite/actions/updateItem.js';
import db, { type DynaliteStore } from 'dynalite/db/index.js';
import batchGetItemRules from 'dynalite/validations/batchGetItem.js';
import createTableRules, { type DynaliteRules } from 'dynalite/validations/createTable.js';
import deleteItemRules from 'dynalite/validations/deleteItem.js';
import getItemRules from 'dynalite/validations/getItem.js';
import validations from 'dynalite/validations/index.js';
import putItemRules from 'dynalite/validations/putItem.js';
import queryRules from 'dynalite/validations/query.js';
import scanRules from 'dynalite/validations/scan.js';
import updateItemRules from 'dynalite/validations/updateItem.js';
import { awsError } from '../../kernel/service.ts';
import { type Document, onlyMembers } from '../wire/json-protocol.ts';

/** The operations of the store, each with its rules. */
const operations = {
  BatchGetItem: { action: batchGetItem, rules: batchGetItemRules },
  DeleteItem: { action: deleteItem, rules: deleteItemRules },
  GetItem: { action: getItem, rules: getItemRules },
  PutItem: { action: putItem, rules: putItemRules },
  Query: { action: query, rules: queryRules },
  Scan: { action: scan, rules: scanRules },
  UpdateItem: { action: updateItem, rules: updateItemRules },
} as const;

export type StoreOperation = keyof typeof operations;

export const storeOperations: readonly StoreOperation[] = [
  'BatchGetItem',
  'DeleteItem',
  'GetItem',
  'PutItem',
  'Query',
  'Scan',
  'UpdateItem',
];

/** The store of the items: dynalite, in memory, called in the process. */
export interface ItemStore {
  createTable(definition: Document): Promise<void>;
  perform(operation: StoreOperation, request: Document): Promise<Document>;
}

export function itemStore(): ItemStore {
  const store = db.create({ createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
  return {
    async createTable(definition) {
      const request = checked('CreateTable', createTableRules, definition, store);
      await run(createTable, request, store);
      await becomeActive(request, store);
    },
    async perform(operation, request) {
      const { action, rules } = operations[operation];
      return run(action, checked(operation, rules, request, store), store);
    },
  };
}

/** dynalite ignores members that it does not know. This function throws instead. */
function checked(operation: string, rules: DynaliteRules, request: Document, store: DynaliteStore): Document {
  onlyMembers(request, Object.keys(rules.types), operation);
  try {
    const data = validations.checkTypes(request, rules.types);
    validations.checkValidations(data, rules.types, rules.custom, store);
    return data;
  } catch (error) {
    throw asAwsError(error);
  }
}

function run(action: DynaliteAction, request: Document, store: DynaliteStore): Promise<Document> {
  return new Promise((resolve, reject) => {
    action(store, request, (error, answer) => (error ? reject(asAwsError(error)) : resolve(answer)));
  });
}

/** dynalite makes a table active only after a timer. The table of a template is active from the start. */
function becomeActive(table: Document, store: DynaliteStore): Promise<void> {
  const indexes = (table['GlobalSecondaryIndexes'] ?? []) as Document[];
  for (const index of indexes) index['IndexStatus'] = 'ACTIVE';
  table['TableStatus'] = 'ACTIVE';
  return new Promise((resolve, reject) => {
    store.tableDb.put(String(table['TableName']), table, (error) => (error ? reject(error) : resolve()));
  });
}

function asAwsError(error: unknown): unknown {
  const { body, statusCode } = error as { body?: Record<string, string>; statusCode?: number };
  const type = body?.['__type'];
  if (type === undefined) return error;
  const code = type.slice(type.indexOf('#') + 1);
  return awsError(code, body?.['message'] ?? body?.['Message'] ?? code, { status: statusCode ?? 400 });
}
