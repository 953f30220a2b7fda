/** Amazon DynamoDB: global tables with replicas and a witness. */

import type { Parts } from '../../kernel/parts.ts';
import { type AwsCall, awsError, type CloudService, isAwsError } from '../../kernel/service.ts';
import type { Resource } from '../../template/resource.ts';
import {
  type Document,
  documentOf,
  jsonAnswer,
  jsonFailure,
  targetOperation,
} from '../wire/json-protocol.ts';
import { dynamoDbPermissions, tableNamesOf } from './permissions.ts';
import { hasQuorum } from './quorum.ts';
import { type ItemStore, itemStore, type StoreOperation, storeOperations } from './store.ts';
import { type GlobalTable, globalTable } from './table.ts';

const transactions = ['TransactWriteItems', 'TransactGetItems'];

const writes: readonly string[] = ['PutItem', 'UpdateItem', 'DeleteItem'];

/** The tables. One store serves all replicas, because a strongly consistent global table looks the same in each. */
interface Tables {
  readonly byName: Map<string, { readonly table: GlobalTable; readonly created: Promise<void> }>;
  readonly store: ItemStore;
  readonly inOrder: OneAtATime;
}

/** Amazon DynamoDB: global tables, items and global indexes. */
export function dynamoDbService(parts: Parts): CloudService {
  const tables: Tables = { byName: new Map(), store: itemStore(), inOrder: oneAtATime() };
  const operation = (call: AwsCall) =>
    targetOperation(call, [...storeOperations, ...transactions, 'DescribeTable']);
  return {
    resourceTypes: { 'AWS::DynamoDB::GlobalTable': (resource) => provision(tables, resource) },
    aws: {
      signingName: 'dynamodb',
      operation,
      fault: () => 'table',
      permissions: (call) =>
        dynamoDbPermissions(operation(call), documentOf(call), call.region, parts.account),
      async perform(call, { drop }) {
        const name = operation(call);
        const request = documentOf(call);
        for (const tableName of tableNamesOf(request)) {
          const table = await reachable(tables, tableName, call.region);
          const isWrite = writes.includes(name);
          if (!hasQuorum(table, request, { isWrite, region: call.region, faults: parts.faults }))
            throw noQuorum();
        }
        if (name === 'DescribeTable')
          return jsonAnswer(describe(tables, request, call.region, parts.account));
        if (transactions.includes(name)) throw refusedTransaction(tables, request);
        if (writes.includes(name)) {
          if (hasConflict(parts, call)) throw replicatedWriteConflict();
          if (drop) return jsonAnswer({});
        }
        return jsonAnswer(await carryOut(tables, name as StoreOperation, request));
      },
      failure: (_call, error) => jsonFailure(error, 'com.amazonaws.dynamodb.v20120810'),
    },
  };
}

function provision({ byName, store }: Tables, resource: Resource) {
  const table = globalTable(resource);
  if (byName.has(table.name)) throw new Error(`There is a table ${table.name} already`);
  byName.set(table.name, { table, created: store.createTable(table.definition) });
  const arn = `arn:aws:dynamodb:${resource.region}:${resource.account}:table/${table.name}`;
  return {
    ref: table.name,
    attributes: { Arn: arn, TableId: table.name, StreamArn: `${arn}/stream/2026-01-01T00:00:00.000` },
  };
}

/** In a region without a replica the table does not exist, whatever other regions hold. */
async function reachable({ byName }: Tables, tableName: string, region: string): Promise<GlobalTable> {
  const found = byName.get(tableName);
  if (!found?.table.replicas.includes(region)) {
    throw awsError('ResourceNotFoundException', 'Requested resource not found');
  }
  await found.created;
  return found.table;
}

/** Writes to one item run one after the other, so that a failed condition shows the item that failed it. */
async function carryOut(tables: Tables, operation: StoreOperation, request: Document): Promise<Document> {
  const { store, inOrder, byName } = tables;
  if (!writes.includes(operation)) return store.perform(operation, request);

  const { ReturnValuesOnConditionCheckFailure: onFailure, ...rest } = request;
  const TableName = String(rest['TableName']);
  const source = (rest['Key'] ?? rest['Item'] ?? {}) as Document;
  const keyNames = byName.get(TableName)?.table.keyNames ?? [];
  const Key = Object.fromEntries(keyNames.map((name) => [name, source[name]]));
  return inOrder(JSON.stringify([TableName, Key]), async () => {
    try {
      return await store.perform(operation, rest);
    } catch (error) {
      if (!isAwsError(error) || error.code !== 'ConditionalCheckFailedException') throw error;
      if (onFailure !== 'ALL_OLD') throw error;
      const { Item } = await store.perform('GetItem', { TableName, Key });
      throw awsError(error.code, error.message, { details: Item === undefined ? {} : { Item } });
    }
  });
}

function describe({ byName }: Tables, request: Document, region: string, account: string): Document {
  const name = String(request['TableName']);
  const table = byName.get(name)?.table;
  return {
    Table: {
      ...table?.definition,
      BillingModeSummary: { BillingMode: 'PAY_PER_REQUEST' },
      MultiRegionConsistency: table?.isStronglyConsistent ? 'STRONG' : 'EVENTUAL',
      Replicas: table?.replicas.map((RegionName) => ({ RegionName, ReplicaStatus: 'ACTIVE' })),
      TableArn: `arn:aws:dynamodb:${region}:${account}:table/${name}`,
      TableStatus: 'ACTIVE',
    },
  };
}

/** Source: DynamoDB developer guide, multi-Region strong consistency: transactions are refused there. */
function refusedTransaction({ byName }: Tables, request: Document): Error {
  const names = tableNamesOf(request);
  const isStrong = names.some((name) => byName.get(name)?.table.isStronglyConsistent);
  if (!isStrong) return new Error('The local cloud does not know transactions');
  return awsError(
    'ValidationException',
    'Transactions are not supported on a table with multi-Region strong consistency',
  );
}

function noQuorum() {
  return awsError('InternalServerError', 'The request could not be replicated to a second region', {
    status: 500,
  });
}

function hasConflict({ faults }: Parts, { caller, region }: AwsCall): boolean {
  const from = caller.kind === 'role' ? caller.region : region;
  return faults.mode('table', { from, to: region }) === 'conflict';
}

function replicatedWriteConflict() {
  return awsError(
    'ReplicatedWriteConflictException',
    'One or more items in this request are being modified by a request in another Region.',
  );
}

/** Runs the work of one key in the order in which it came. */
export type OneAtATime = <T>(key: string, work: () => Promise<T>) => Promise<T>;

export function oneAtATime(): OneAtATime {
  const last = new Map<string, Promise<unknown>>();
  return (key, work) => {
    const mine = (last.get(key) ?? Promise.resolve()).then(work);
    const settled = mine.then(ignore, ignore).then(() => {
      if (last.get(key) === settled) last.delete(key);
    });
    last.set(key, settled);
    return mine;
  };
}

/** The outcome goes to the caller. The next work in line only waits for the end. */
function ignore(): void {}
